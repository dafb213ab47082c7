import type { LinearModel } from '../../model/index.js'
import { FeatureSink } from './featureSink.js'
import {
  findRuns,
  OFFSETS,
  type Runs,
  rowAt,
  type TokenRows,
  writeContextFeatures,
  writeWordFeatures,
} from './features.js'
import { LABEL_COUNT } from './labels.js'
import type { OpenRun } from './openRuns.js'
import { WordMemo } from './wordMemo.js'
import type { Lexicon } from './wordColumns.js'

const L = LABEL_COUNT
const PLACES = OFFSETS.length

/**
 * Scores labels from features, and remembers what each word adds at each of the five places round a token.
 *
 * More than half of a token's features look at one word; summing them once for each word and place saves their look-up at
 * every further use of the word.
 */
export class LabelScorer {
  memo: WordMemo
  private readonly weights: LinearModel
  private readonly lexicon: Lexicon
  /** `sums[(row * PLACES + place) * L + label]`. */
  private sums = new Int32Array(0)
  private known = new Uint8Array(0)
  private readonly sink = new FeatureSink()

  constructor(weights: LinearModel, lexicon: Lexicon) {
    this.weights = weights
    this.lexicon = lexicon
    this.memo = new WordMemo(lexicon)
  }

  /** The memo to lay out the next text with. */
  prepareMemo(): WordMemo {
    if (this.memo.isFull) {
      this.memo = new WordMemo(this.lexicon)
      this.known.fill(0)
    }
    return this.memo
  }

  /** Score of each label at each open token: `scores[token · LABEL_COUNT + label]`, 0 elsewhere. */
  scoreLabels(rows: TokenRows, runs: readonly OpenRun[]): Int32Array {
    this.makeRoom()
    const scores = new Int32Array(rows.length * L)
    const strict: Runs = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
    const linked: Runs = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
    let sentence = -1
    for (const { from, to, sentenceFrom, sentenceTo } of runs) {
      if (sentenceFrom !== sentence) {
        findRuns(rows, sentenceFrom, sentenceTo, false, strict)
        findRuns(rows, sentenceFrom, sentenceTo, true, linked)
        sentence = sentenceFrom
      }
      for (let index = from; index < to; index++) {
        const own = scores.subarray(index * L, (index + 1) * L)
        for (let place = 0; place < PLACES; place++) {
          this.addWord(rows.table, rowAt(rows, sentenceFrom, sentenceTo, index + place - 2), place, own)
        }
        this.sink.count = 0
        writeContextFeatures(rows, sentenceFrom, sentenceTo, index, strict, linked, this.sink)
        this.weights.addScores(this.sink.hashes, this.sink.count, own)
      }
    }
    return scores
  }

  private addWord(table: Int32Array, row: number, place: number, scores: Int32Array): void {
    const slot = row * PLACES + place
    const { sums } = this
    if (this.known[slot] === 0) {
      this.known[slot] = 1
      this.sink.count = 0
      writeWordFeatures(table, row, place, this.sink)
      const fresh = sums.subarray(slot * L, (slot + 1) * L)
      fresh.fill(0)
      this.weights.addScores(this.sink.hashes, this.sink.count, fresh)
    }
    const base = slot * L
    for (let label = 0; label < L; label++) scores[label] = (scores[label] as number) + (sums[base + label] as number)
  }

  private makeRoom(): void {
    const slots = this.memo.size * PLACES
    if (slots <= this.known.length) return
    const known = new Uint8Array(slots * 2)
    const sums = new Int32Array(slots * 2 * L)
    known.set(this.known)
    sums.set(this.sums)
    this.known = known
    this.sums = sums
  }
}
