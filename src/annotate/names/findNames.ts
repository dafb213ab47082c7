import type { LinearModel } from '../../model/index.js'
import { type DecodeBuffers, decodeLabels } from './decode.js'
import { FEATURE_LIMIT, findRuns, type Runs, type TokenRows, writeFeatures } from './features.js'
import { LABEL_COUNT, type NameSpan, spansOf } from './labels.js'
import { buildRows, type WordText } from './rows.js'
import { type Lexicon, mix } from './wordColumns.js'

/** What finding names needs: the word list, weights of features, and label-to-label scores on the same scale. */
export interface NameModel {
  readonly lexicon: Lexicon
  readonly weights: LinearModel
  readonly transitions: Int32Array
  /** What a weight of 1 is in the integer scores. */
  readonly scale: number
}

/** A name with the probability that its tokens have its class, in [0, 1]. */
export interface FoundName extends NameSpan {
  readonly probability: number
}

/** Template number under which label-to-label scores are kept among the features. */
export const TRANSITION = 200

/** Reads the label-to-label scores out of the weights, once at load time. */
export function readTransitions(weights: LinearModel): Int32Array {
  const transitions = new Int32Array(LABEL_COUNT * LABEL_COUNT)
  for (let label = 0; label < LABEL_COUNT; label++) {
    const row = transitions.subarray(label * LABEL_COUNT, (label + 1) * LABEL_COUNT)
    weights.addScores(Int32Array.of(mix(TRANSITION, label)), 1, row)
  }
  return transitions
}

/** Names of a text in reading order, not overlapping. Linear in the text. */
export function findNames(text: WordText, model: NameModel): FoundName[] {
  const rows = buildRows(text, model.lexicon)
  const scores = scoreLabels(text, rows, model)
  const labels = decodeText(text, scores, model)
  return spansOf(labels).map((span) => ({ ...span, probability: confidenceOf(span, labels, scores, model.scale) }))
}

/** Score of each label at each token from the features alone: `scores[token · LABEL_COUNT + label]`. */
export function scoreLabels(text: WordText, rows: TokenRows, model: NameModel): Int32Array {
  const scores = new Int32Array(rows.length * LABEL_COUNT)
  const strict: Runs = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
  const linked: Runs = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
  const features = new Int32Array(FEATURE_LIMIT)
  for (const [from, to] of text.sentences) {
    findRuns(rows, from, to, false, strict)
    findRuns(rows, from, to, true, linked)
    for (let index = from; index < to; index++) {
      const count = writeFeatures(rows, from, to, index, strict, linked, features)
      model.weights.addScores(features, count, scores.subarray(index * LABEL_COUNT, (index + 1) * LABEL_COUNT))
    }
  }
  return scores
}

function decodeText(text: WordText, scores: Int32Array, model: NameModel): Uint8Array {
  const labels = new Uint8Array(text.words.length)
  const buffers: DecodeBuffers = { score: new Float64Array(0), back: new Uint8Array(0) }
  for (const [from, to] of text.sentences) {
    const unary = scores.subarray(from * LABEL_COUNT, to * LABEL_COUNT)
    decodeLabels(unary, to - from, model.transitions, buffers, labels, from)
  }
  return labels
}

/** Mean over the name's tokens of the share that its label has among all labels' exponentials. */
function confidenceOf(span: NameSpan, labels: Uint8Array, scores: Int32Array, scale: number): number {
  let sum = 0
  for (let index = span.from; index < span.to; index++) {
    const base = index * LABEL_COUNT
    const own = scores[base + (labels[index] as number)] as number
    let total = 0
    for (let label = 0; label < LABEL_COUNT; label++) {
      total += Math.exp(((scores[base + label] as number) - own) / scale)
    }
    sum += 1 / total
  }
  return sum / (span.to - span.from)
}
