import { FEATURE_LIMIT, findRuns, type TokenRows, writeFeatures } from '../../src/annotate/names/features.js'

/** Feature hashes of every token of many texts, and the sequences they stand in. */
export interface HashedTexts {
  readonly hashes: Int32Array
  readonly starts: Int32Array
  readonly sequences: readonly (readonly [number, number])[]
}

/** Hashes all features of the texts; `sequencesOf` tells the token ranges that are decoded as one. */
export function hashTexts(
  texts: readonly { readonly rows: TokenRows; readonly sequences: readonly (readonly [number, number])[] }[],
): HashedTexts {
  const total = texts.reduce((sum, text) => sum + text.rows.length, 0)
  let hashes = new Int32Array(total * 90)
  const starts = new Int32Array(total + 1)
  const sequences: (readonly [number, number])[] = []
  const buffer = new Int32Array(FEATURE_LIMIT)
  let token = 0
  let fill = 0
  for (const { rows, sequences: ranges } of texts) {
    const strict = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
    const linked = { first: new Int32Array(rows.length), last: new Int32Array(rows.length) }
    const base = token
    for (const [from, to] of ranges) {
      findRuns(rows, from, to, false, strict)
      findRuns(rows, from, to, true, linked)
      sequences.push([base + from, base + to])
      for (let index = from; index < to; index++) {
        const count = writeFeatures(rows, from, to, index, strict, linked, buffer)
        if (fill + count > hashes.length) {
          const larger = new Int32Array(hashes.length * 2)
          larger.set(hashes)
          hashes = larger
        }
        hashes.set(buffer.subarray(0, count), fill)
        starts[token++] = fill
        fill += count
      }
    }
  }
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
