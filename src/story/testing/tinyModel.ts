import { createVectors } from '../../annotate/vectors/index.js'
import { FEATURES } from '../score/features.js'
import type { StoryModel } from '../score/loadStoryModel.js'
import type { StoryTrees } from '../score/trees.js'

/** One tree over the likeness of leads: each pair is a bound and the log-odds below it, bounds ascending; the last bound is not looked at. */
export function leadLevels(...levels: readonly (readonly [below: number, value: number])[]): StoryTrees {
  const lead = FEATURES.indexOf('lead to nearest member')
  const nodes = levels.flatMap(([below, value], i) =>
    i === levels.length - 1
      ? [[-1, value]]
      : [
          [lead, below, 2 * i + 1, 2 * i + 2, 0],
          [-1, value],
        ],
  )
  return { features: [...FEATURES], base: 0, trees: [nodes] }
}

/** A model of one tree: accounts whose leads are alike from 0.2 on belong together. No word is known to be frequent. */
export function tinyModel(): StoryModel {
  return {
    version: 'tiny',
    background: { documents: 1000, counts: new Map() },
    trees: leadLevels([0.2, -3], [1, 3]),
    vectors: createVectors(['flood'], Int8Array.of(1, 1), 2),
    joinAt: 0.7,
    mergeAt: 0.7,
  }
}
