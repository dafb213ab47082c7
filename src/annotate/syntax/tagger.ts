import { FeatureList, findBest, LinearModel, type Model } from '../../model/index.js'
import type { Upos } from '../layers.js'
import {
  findCasing,
  writeAfterFeatures,
  writeBeforeFeatures,
  writeOwnFeatures,
  writePlaceFeatures,
} from './posFeatures.js'
import type { WordInfo } from './wordTable.js'

/** Gives words their part of speech. Tag numbers index `pos` and `tags`. */
export interface Tagger {
  readonly pos: readonly Upos[]
  /** Penn Treebank tags. */
  readonly tags: readonly string[]
  /** Writes the tag numbers of the sentence `[from, to)` into `out` at the same places. Linear in the words. */
  tag(words: readonly WordInfo[], from: number, to: number, out: Uint8Array): void
}

/** A tagger from a model folder whose labels are `UPOS|XPOS`; `none` stands for words outside the sentence. */
export function createTagger(model: Model, none: WordInfo): Tagger {
  const { labels } = model.manifest
  const linear = new LinearModel(labels, model.section('weights.bin.gz'))
  const fixed = readFixed(model.text('fixed.tsv.gz'))
  const features = new FeatureList()
  const scores = new Int32Array(labels.length)
  const start = labels.length

  const sum = (write: (word: WordInfo, out: FeatureList) => void, word: WordInfo): Int16Array => {
    features.clear()
    write(word, features)
    scores.fill(0)
    linear.addScores(features.hashes, features.count, scores)
    return Int16Array.from(scores)
  }
  const startScores = (word: WordInfo, before: WordInfo, after: WordInfo): void => {
    word.summed.own ??= sum(writeOwnFeatures, word)
    before.summed.before ??= sum(writeBeforeFeatures, before)
    after.summed.after ??= sum(writeAfterFeatures, after)
    const own = word.summed.own
    const left = before.summed.before
    const right = after.summed.after
    for (let label = 0; label < scores.length; label += 1) scores[label] = own[label]! + left[label]! + right[label]!
  }
  const isFixed = (word: WordInfo, index: number, out: Uint8Array): boolean => {
    const { summed } = word
    if (summed.fixed === -2) summed.fixed = fixed.get(word.word) ?? -1
    if (summed.fixed < 0) return false
    out[index] = summed.fixed
    return true
  }

  return {
    pos: labels.map((label) => label.slice(0, label.indexOf('|')) as Upos),
    tags: labels.map((label) => label.slice(label.indexOf('|') + 1)),
    tag: (words, from, to, out) => {
      const casing = findCasing(words, from, to)
      for (let index = from; index < to; index += 1) {
        const word = words[index]!
        if (isFixed(word, index, out)) continue
        startScores(word, index > from ? words[index - 1]! : none, index + 1 < to ? words[index + 1]! : none)
        const label1 = index > from ? out[index - 1]! : start
        const label2 = index > from + 1 ? out[index - 2]! : start
        features.clear()
        writePlaceFeatures(words, from, to, index, casing, label1, label2, none, features)
        linear.addScores(features.hashes, features.count, scores)
        out[index] = findBest(scores, labels.length)
      }
    },
  }
}

/** Words with only one label, as `word⇥label number` lines. */
function readFixed(text: string): ReadonlyMap<string, number> {
  const fixed = new Map<string, number>()
  for (const line of text.split('\n')) {
    const tab = line.lastIndexOf('\t')
    if (tab > 0) fixed.set(line.slice(0, tab), Number(line.slice(tab + 1)))
  }
  return fixed
}
