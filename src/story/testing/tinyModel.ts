import { createVectors } from '../../annotate/vectors/index.js'
import { FEATURES } from '../score/features.js'
import type { StoryModel } from '../score/loadStoryModel.js'

/** A model of one tree: accounts whose leads are alike from 0.2 on belong together. No word is known to be frequent. */
export function tinyModel(): StoryModel {
  const lead = FEATURES.indexOf('lead to nearest member')
  return {
    version: 'tiny',
    background: { documents: 1000, counts: new Map() },
    trees: {
      features: [...FEATURES],
      base: 0,
      trees: [
        [
          [lead, 0.2, 1, 2, 0],
          [-1, -3],
          [-1, 3],
        ],
      ],
    },
    vectors: createVectors(['flood'], Int8Array.of(1, 1), 2),
    joinAt: 0.7,
    mergeAt: 0.7,
  }
}
