/** Reads one account: sentences, tokens, syntax, names, times, quantities, events. Everything above stands on these layers. */
export { type Component, checkPipeline, runPipeline } from './component.js'
export type {
  Approximation,
  Entity,
  EntityType,
  Frame,
  FrameRole,
  Mention,
  Participant,
  Quantity,
  Role,
  Sentence,
  Time,
  Token,
  Upos,
} from './layers.js'
export { createCoreference, type CoreferenceModels } from './coreference/index.js'
export { createSyntax } from './syntax/index.js'
export { createTimes } from './times/index.js'
export { createQuantities } from './quantities/index.js'
export { createNames } from './names/index.js'
export { cosine, loadVectors, type Vectors } from './vectors/index.js'
export { createFrames } from './frames/index.js'
export { createTree, type Tree } from './frames/index.js'
