import { createVectors } from '../../../annotate/vectors/index.js'
import type { Document } from '../../../document/index.js'
import type { ClaimRow, StoryEntity } from '../../findings.js'
import type { ContextTools } from '../contextFeatures.js'
import { viewStory } from '../storyView.js'
import type { TreeModel } from '../trees.js'
import { hashPair } from '../wordRelations.js'

/** Tools for tests: no word has a vector, "calm" and "angry" are opposites, "talk" and "speak" mean the same. */
export function makeTools(
  documents: readonly Document[],
  entities: readonly StoryEntity[] = [],
  rows: readonly ClaimRow[] = [],
): ContextTools {
  return {
    view: viewStory(documents, entities, rows),
    vectors: createVectors([], new Int8Array(), 2),
    relations: {
      antonyms: Uint32Array.from([hashPair('calm', 'angry')]),
      synonyms: Uint32Array.from([hashPair('talk', 'speak')]),
    },
  }
}

/** A model of one tree that gives `high` where the named feature is at least `threshold`, else `low` (log-odds). */
export function makeTree(
  features: readonly string[],
  name: string,
  threshold: number,
  low: number,
  high: number,
): TreeModel {
  return {
    features,
    base: 0,
    trees: [
      [
        [features.indexOf(name), threshold, 1, 2],
        [-1, low],
        [-1, high],
      ],
    ],
    calibration: [1, 0],
  }
}
