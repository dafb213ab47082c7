import { FeatureSink } from '../../src/annotate/names/featureSink.js'
import {
  findRuns,
  OFFSETS,
  rowAt,
  type TokenRows,
  writeContextFeatures,
  writeWordFeatures,
} from '../../src/annotate/names/features.js'
import type { OpenRun } from '../../src/annotate/names/openRuns.js'

/** Feature hashes of every token of many texts, and the sequences they stand in. */
export interface HashedTexts {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  readonly sequences: readonly (readonly [number, number])[]
}

/** Hashes all features of the tokens that may be in a name; each stretch of them is one sequence. */
export function hashTexts(rows: readonly TokenRows[], runs: readonly (readonly OpenRun[])[]): HashedTexts {
  const total = rows.reduce((sum, own) => sum + own.length, 0)
  let hashes = new Int32Array(total * 40)
  const starts = new Int32Array(total + 1)
  const sequences: (readonly [number, number])[] = []
  const sink = new FeatureSink()
  let base = 0
  let fill = 0
  rows.forEach((own, number) => {
    const strict = { first: new Int32Array(own.length), last: new Int32Array(own.length) }
    const linked = { first: new Int32Array(own.length), last: new Int32Array(own.length) }
    let sentence = -1
    let done = 0
    for (const { from, to, sentenceFrom, sentenceTo } of runs[number] ?? []) {
      if (sentenceFrom !== sentence) {
        findRuns(own, sentenceFrom, sentenceTo, false, strict)
        findRuns(own, sentenceFrom, sentenceTo, true, linked)
        sentence = sentenceFrom
      }
      sequences.push([base + from, base + to])
      starts.fill(fill, base + done, base + from)
      for (let index = from; index < to; index++) {
        sink.count = 0
        for (const [offset, distance] of OFFSETS.entries()) {
          writeWordFeatures(own.table, rowAt(own, sentenceFrom, sentenceTo, index + distance), offset, sink)
        }
        writeContextFeatures(own, sentenceFrom, sentenceTo, index, strict, linked, sink)
        const { count } = sink
        if (fill + count > hashes.length) {
          const larger = new Int32Array(hashes.length * 2)
          larger.set(hashes)
          hashes = larger
        }
        hashes.set(sink.hashes.subarray(0, count), fill)
        starts[base + index] = fill
        fill += count
      }
      done = to
    }
    starts.fill(fill, base + done, base + own.length)
    base += own.length
  })
  starts[total] = fill
  return { hashes: hashes.subarray(0, fill), starts, sequences }
}

/** Dense numbers for feature hashes; a hash is its own key, and 0 stands for an empty slot. */
export class FeatureIndex {
  readonly keys: Int32Array
  readonly values: Int32Array
  size = 0

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 1.6))
    this.keys = new Int32Array(slots)
    this.values = new Int32Array(slots)
  }

  /** Slot of a hash: the one that holds it, or the empty one where it would go. */
  slotOf(hash: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  /** Number of a hash; -1 when it is not in the index. */
  get(hash: number): number {
    const slot = this.slotOf(hash || 1)
    return this.keys[slot] === 0 ? -1 : (this.values[slot] as number)
  }
}

/** The index of all features that occur at least `minimum` times. */
export function indexFeatures(hashes: Int32Array, minimum: number): FeatureIndex {
  const counts = new FeatureIndex(Math.min(hashes.length, 12_000_000))
  for (let k = 0; k < hashes.length; k++) {
    const hash = (hashes[k] as number) || 1
    const slot = counts.slotOf(hash)
    counts.keys[slot] = hash
    counts.values[slot] = (counts.values[slot] as number) + 1
  }
  let size = 0
  for (let slot = 0; slot < counts.keys.length; slot++) {
    if (counts.keys[slot] !== 0 && (counts.values[slot] as number) >= minimum) size++
  }
  const index = new FeatureIndex(size)
  for (let slot = 0; slot < counts.keys.length; slot++) {
    const hash = counts.keys[slot] as number
    if (hash === 0 || (counts.values[slot] as number) < minimum) continue
    const to = index.slotOf(hash)
    index.keys[to] = hash
    index.values[to] = index.size++
  }
  return index
}

/** Replaces hashes by feature numbers and leaves out what the index does not have. */
export function numberFeatures(
  texts: HashedTexts,
  index: FeatureIndex,
): { readonly features: Int32Array; readonly starts: Int32Array } {
  const features = new Int32Array(texts.hashes.length)
  const starts = new Int32Array(texts.starts.length)
  let fill = 0
  for (let token = 0; token + 1 < starts.length; token++) {
    starts[token] = fill
    for (let k = texts.starts[token] as number; k < (texts.starts[token + 1] as number); k++) {
      const found = index.get(texts.hashes[k] as number)
      if (found >= 0) features[fill++] = found
    }
  }
  starts[starts.length - 1] = fill
  return { features: features.slice(0, fill), starts }
}
