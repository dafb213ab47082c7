import type { LinearModel } from '../../model/index.js'
import { type DecodeBuffers, decodeLabels } from './decode.js'
import { gatherEvidence, writeDocumentFeatures } from './documentFeatures.js'
import { FeatureSink } from './featureSink.js'
import type { TokenRows } from './features.js'
import { type Gazetteer, markPhrases } from './gazetteer.js'
import { LABEL_COUNT, type NameSpan, spansOf } from './labels.js'
import type { Marginals } from './marginals.js'
import { findOpenRuns, type OpenRun } from './openRuns.js'
import { includeSuffixes } from './personSuffix.js'
import { buildRows, type WordText } from './rows.js'
import type { LabelScorer } from './scoreLabels.js'
import { mix } from './wordColumns.js'

/** What finding names needs: word and phrase lists, weights of features, and label-to-label scores on the same scale. */
export interface NameModel {
  readonly scorer: LabelScorer
  readonly gazetteer: Gazetteer
  readonly weights: LinearModel
  /** Of the first reading, sentence by sentence, and of the second, which knows the whole text. */
  readonly transitions: readonly [first: Int32Array, second: Int32Array]
  /** Of the second reading. */
  readonly marginals: Marginals
}

/** A name with the probability of its labels: the mean over its tokens, in [0, 1]. */
export interface FoundName extends NameSpan {
  readonly probability: number
}

/** Template numbers under which the label-to-label scores of the two readings are kept among the features. */
export const TRANSITIONS = [200, 201] as const

/** Reads the label-to-label scores out of the weights, once at load time. */
export function readTransitions(weights: LinearModel, template: number): Int32Array {
  const transitions = new Int32Array(LABEL_COUNT * LABEL_COUNT)
  for (let label = 0; label < LABEL_COUNT; label++) {
    const row = transitions.subarray(label * LABEL_COUNT, (label + 1) * LABEL_COUNT)
    weights.addScores(Int32Array.of(mix(template, label)), 1, row)
  }
  return transitions
}

/**
 * Names of a text in reading order, not overlapping. Linear in the text.
 *
 * Reads twice: first each sentence by itself, then again with what the first reading found of the same words elsewhere.
 */
export function findNames(text: WordText, model: NameModel): readonly FoundName[] {
  const rows = buildRows(text, model.scorer.prepareMemo())
  for (const [from, to] of text.sentences) markPhrases(rows, from, to, model.gazetteer)
  const runs = findOpenRuns(rows, text.sentences)
  const scores = model.scorer.scoreLabels(rows, runs)
  const first = decodeRuns(rows.length, runs, scores, model.transitions[0])
  addDocumentScores(text.words, rows, runs, first, model, scores)
  const labels = decodeRuns(rows.length, runs, scores, model.transitions[1])
  return includeSuffixes(rateNames(labels, runs, scores, model.marginals), text.words, rows.opens)
}

/** Adds what the rest of the text says to `scores`, given the labels of the first reading. */
function addDocumentScores(
  words: readonly string[],
  rows: TokenRows,
  runs: readonly OpenRun[],
  first: Uint8Array,
  model: NameModel,
  scores: Int32Array,
): void {
  const evidence = gatherEvidence(rows, first, words)
  const sink = new FeatureSink()
  for (const { from, to, sentenceFrom, sentenceTo } of runs) {
    for (let index = from; index < to; index++) {
      writeDocumentFeatures(rows, first, words, evidence, sentenceFrom, sentenceTo, index, sink)
      if (sink.count === 0) continue
      model.weights.addScores(sink.hashes, sink.count, scores.subarray(index * LABEL_COUNT, (index + 1) * LABEL_COUNT))
    }
  }
}

function decodeRuns(length: number, runs: readonly OpenRun[], scores: Int32Array, transitions: Int32Array): Uint8Array {
  const labels = new Uint8Array(length)
  const buffers: DecodeBuffers = { score: new Float64Array(0), back: new Uint8Array(0) }
  for (const { from, to } of runs) {
    const unary = scores.subarray(from * LABEL_COUNT, to * LABEL_COUNT)
    decodeLabels(unary, to - from, transitions, buffers, labels, from)
  }
  return labels
}

/** Names of the labels, each with the mean probability of its tokens' labels. */
function rateNames(
  labels: Uint8Array,
  runs: readonly OpenRun[],
  scores: Int32Array,
  marginals: Marginals,
): FoundName[] {
  const names: FoundName[] = []
  for (const { from, to } of runs) {
    const spans = spansOf(labels.subarray(from, to))
    if (spans.length === 0) continue
    marginals.read(scores.subarray(from * LABEL_COUNT, to * LABEL_COUNT), to - from)
    for (const span of spans) {
      let sum = 0
      for (let t = span.from; t < span.to; t++) sum += marginals.probabilityOf(t, labels[from + t] as number)
      const probability = Math.min(1, sum / (span.to - span.from))
      names.push({ from: from + span.from, to: from + span.to, label: span.label, probability })
    }
  }
  return names
}
