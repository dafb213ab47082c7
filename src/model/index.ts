/**
 * Reads model folders, checks them against their manifests and scores hashed features. Knows nothing of any task.
 *
 * A tagger in five steps:
 * 1. Write a function `writeFeatures(index, out)` with `out.add(template, value)`, `add2`, `add3` (template numbers and
 *    `hashString(word)` values; anything that is a number works). For a greedy tagger it also gets `history`.
 * 2. Train: `trainBest` (Viterbi, few labels, e.g. BIO) or `trainGreedy` (many labels) of `training/shared/trainTagger.ts`
 *    gives a `TrainedRows`; `packRows` its bytes.
 * 3. `writeModel(directory, manifest, files)` of `training/shared/writeModel.ts` writes the folder.
 * 4. At run time: `const model = readModel(defaultModelDirectory('names'))`, then
 *    `new LinearModel(model.manifest.labels, model.section('weights.bin.gz'))`; keep it, load it lazily.
 * 5. `tagBest(linear, readTransitions(linear, features, isAllowed), length, writeFeatures, features)` or
 *    `tagGreedily(linear, length, writeFeatures, features, history)`.
 */
export { FeatureList } from './featureList.js'
export { hashRange, hashString, mix } from './hash.js'
export { findBest, LinearModel } from './linearModel.js'
export { MODEL_FORMAT, type ModelData, type ModelFile, type ModelManifest } from './manifest.js'
export { defaultModelDirectory, type Model, readModel } from './readModel.js'
export {
  findBestPath,
  readTransitions,
  TRANSITION_TEMPLATE,
  type Transitions,
  tagBest,
  tagGreedily,
  type WriteFeatures,
} from './tagSequence.js'
