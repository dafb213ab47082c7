/** Says who did what to whom in each clause, from the dependency parse: predicate, participants by role, negation, modality. */
export { createFrames } from './createFrames.js'
export { createTree, type Tree } from './tree.js'
