/** Word vectors shared by the stages: how alike two words are in meaning. Small, loaded on first use, the same for all. */
export { loadVectors, unpackVectors } from './loadVectors.js'
export { cosine, createVectors, type Vectors } from './vectors.js'
