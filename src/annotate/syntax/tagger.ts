import { FeatureList, findBest, LinearModel, type Model, unpackRows } from '../../model/index.js'
import type { Upos } from '../layers.js'
import { findCasing, writePosFeatures } from './posFeatures.js'
import type { WordInfo } from './wordTable.js'

/** Gives words their part of speech. Tag numbers index `pos` and `tags`. */
export interface Tagger {
  readonly pos: readonly Upos[]
  /** Penn Treebank tags. */
  readonly tags: readonly string[]
  /** Writes the tag numbers of the sentence `[from, to)` into `out` at the same places. */
  tag(words: readonly WordInfo[], from: number, to: number, out: Uint8Array): void
}

/** A tagger from a model folder whose labels are `UPOS|XPOS`; `none` stands for words outside the sentence. */
export function createTagger(model: Model, none: WordInfo): Tagger {
  const { labels } = model.manifest
  const linear = new LinearModel(labels, unpackRows(model.section('weights.bin.gz')))
  const features = new FeatureList()
  const scores = new Int32Array(labels.length)
  const start = labels.length
  return {
    pos: labels.map((label) => label.slice(0, label.indexOf('|')) as Upos),
    tags: labels.map((label) => label.slice(label.indexOf('|') + 1)),
    tag: (words, from, to, out) => {
      const casing = findCasing(words, from, to)
      for (let index = from; index < to; index += 1) {
        features.clear()
        const label1 = index > from ? out[index - 1]! : start
        const label2 = index > from + 1 ? out[index - 2]! : start
        writePosFeatures(words, from, to, index, casing, label1, label2, none, features)
        scores.fill(0)
        linear.addScores(features.hashes, features.count, scores)
        out[index] = findBest(scores, labels.length)
      }
    },
  }
}
