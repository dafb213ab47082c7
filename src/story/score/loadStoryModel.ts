import { loadVectors, type Vectors } from '../../annotate/index.js'
import { defaultModelDirectory, readModel } from '../../model/index.js'
import { type Background, unpackBackground } from '../reading/background.js'
import type { StoryTrees } from './trees.js'

/** What grouping needs to know beforehand. */
export interface StoryModel {
  /** Version of the weights; saved state says which it was made with. */
  readonly version: string
  readonly background: Background
  readonly trees: StoryTrees
  readonly vectors: Vectors
  /** Least probability to join a story; in [0, 1]. */
  readonly joinAt: number
  /** Least mean probability for two stories to become one; in [0, 1]. */
  readonly mergeAt: number
}

let loaded: StoryModel | null = null

/**
 * The shipped model, read on first use and kept: some 100 ms, 15 MB of memory.
 *
 * @throws SynopticError `MODEL_MISSING` when the folder is not there, `MODEL_DAMAGED` when it is not what was built
 */
export function loadStoryModel(): StoryModel {
  if (loaded !== null) return loaded
  const model = readModel(defaultModelDirectory('story'))
  const trees = JSON.parse(model.text('trees.json.gz')) as StoryTrees & {
    readonly joinAt: number
    readonly mergeAt: number
  }
  loaded = {
    version: model.manifest.version,
    background: unpackBackground(model.section('background.bin.gz')),
    trees,
    vectors: loadVectors(),
    joinAt: trees.joinAt,
    mergeAt: trees.mergeAt,
  }
  return loaded
}
