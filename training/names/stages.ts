import { decodeLabels } from '../../src/annotate/names/decode.js'
import { gatherEvidence, writeDocumentFeatures } from '../../src/annotate/names/documentFeatures.js'
import { FeatureSink } from '../../src/annotate/names/featureSink.js'
import type { TokenRows } from '../../src/annotate/names/features.js'
import { continues, isOpen, LABEL_COUNT } from '../../src/annotate/names/labels.js'
import { findOpenRuns, type OpenRun } from '../../src/annotate/names/openRuns.js'
import { type CrfData, type CrfWeights, scoreTokens, trainCrf } from './crf.js'
import { type FeatureIndex, type HashedTexts, indexFeatures, numberFeatures } from './encode.js'
import { hashText } from '../../src/annotate/names/wordColumns.js'
import type { LabelledText } from './texts.js'

const L = LABEL_COUNT

/** A trained reading: weights by feature number, and the index that numbers features. */
export interface TrainedStage {
  readonly model: CrfWeights
  readonly index: FeatureIndex
}

/** Texts laid end to end: where each begins among the tokens, and their labels. */
export interface Corpus {
  readonly texts: readonly LabelledText[]
  readonly rows: readonly TokenRows[]
  readonly runs: readonly (readonly OpenRun[])[]
  readonly starts: readonly number[]
  readonly labels: Uint8Array
}

/** Lays labelled texts end to end. Names that reach out of the stretches where names are looked for are left out. */
export function layOut(texts: readonly LabelledText[], rows: readonly TokenRows[]): Corpus {
  const runs = rows.map((own, number) => findOpenRuns(own, texts[number]?.sentences ?? []))
  const starts: number[] = [0]
  for (const text of texts) starts.push((starts.at(-1) as number) + text.words.length)
  const labels = new Uint8Array(starts.at(-1) as number)
  texts.forEach((text, index) => {
    labels.set(keepReachable(text.labels, runs[index] ?? []), starts[index])
  })
  return { texts, rows, runs, starts, labels }
}

function keepReachable(labels: Uint8Array, runs: readonly OpenRun[]): Uint8Array {
  const kept = new Uint8Array(labels.length)
  for (const { from, to } of runs) {
    for (let index = from; index < to; index++) {
      if (continues(labels[index] as number)) continue
      let end = index
      while (end < to && isOpen(labels[end] as number)) end++
      if (end < to) kept.set(labels.subarray(index, end + 1), index)
    }
  }
  return kept
}

/** First-reading scores of every text by a model that has not seen its fold, and the labels decoded from them. */
export function readUnseen(
  corpus: Corpus,
  data: CrfData,
  folds: number,
  options: Parameters<typeof trainCrf>[1],
): { readonly scores: Float32Array; readonly labels: Uint8Array } {
  const scores = new Float32Array(corpus.labels.length * L)
  const labels = new Uint8Array(corpus.labels.length)
  const foldOf = new Uint8Array(corpus.labels.length)
  corpus.texts.forEach((own, text) => {
    // Copies of an article's sentences stay in its fold.
    const fold = (hashText(own.id.split('#')[0] ?? '') >>> 8) % folds
    foldOf.fill(fold, corpus.starts[text], corpus.starts[text + 1])
  })
  for (let fold = 0; fold < folds; fold++) {
    const seen = data.sequences.filter(([from]) => foldOf[from] !== fold)
    const model = trainCrf({ ...data, sequences: seen }, { ...options, seed: options.seed + fold })
    const own = scoreTokens(model, data)
    for (let token = 0; token < foldOf.length; token++) {
      if (foldOf[token] === fold) scores.set(own.subarray(token * L, (token + 1) * L), token * L)
    }
    const unseen = data.sequences.filter(([from]) => foldOf[from] === fold)
    decodeAll(own, unseen, model.transitions, labels)
  }
  return { scores, labels }
}

/** Decodes the sequences under the given scores into `labels`. */
export function decodeAll(
  scores: Float32Array,
  sequences: CrfData['sequences'],
  transitions: Float32Array,
  labels: Uint8Array,
): void {
  const buffers = { score: new Float64Array(0), back: new Uint8Array(0) }
  for (const [from, to] of sequences) {
    decodeLabels(scores.subarray(from * L, to * L), to - from, transitions, buffers, labels, from)
  }
}

/** Hashes what each text says elsewhere about its words, given the labels of the first reading. */
export function hashDocuments(corpus: Corpus, labels: Uint8Array, sequences: CrfData['sequences']): HashedTexts {
  const total = corpus.labels.length
  const hashes: number[] = []
  const starts = new Int32Array(total + 1)
  const sink = new FeatureSink()
  corpus.texts.forEach((text, number) => {
    const base = corpus.starts[number] as number
    const own = labels.subarray(base, base + text.words.length)
    const rows = corpus.rows[number] as TokenRows
    const evidence = gatherEvidence(rows, own, text.words)
    let done = base
    for (const { from, to, sentenceFrom, sentenceTo } of corpus.runs[number] ?? []) {
      starts.fill(hashes.length, done, base + from)
      for (let index = from; index < to; index++) {
        writeDocumentFeatures(rows, own, text.words, evidence, sentenceFrom, sentenceTo, index, sink)
        starts[base + index] = hashes.length
        for (let k = 0; k < sink.count; k++) hashes.push(sink.hashes[k] as number)
      }
      done = base + to
    }
    starts.fill(hashes.length, done, base + text.words.length)
  })
  starts[total] = hashes.length
  return { hashes: Int32Array.from(hashes), starts, sequences }
}

/** Trains the second reading on top of first-reading scores. */
export function trainSecond(
  hashed: HashedTexts,
  base: Float32Array,
  labels: Uint8Array,
  minimum: number,
  options: Parameters<typeof trainCrf>[1],
): TrainedStage {
  const index = indexFeatures(hashed.hashes, minimum)
  const data = { ...numberFeatures(hashed, index), labels, sequences: hashed.sequences, featureCount: index.size, base }
  return { model: trainCrf(data, options), index }
}
