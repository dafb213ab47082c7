import { SynopticError } from '../text/index.js'

// 2^17 buckets: two or three rows in each for models of 300,000 rows, and the index stays in the processor's cache
const BUCKET_BITS = 17
const KEY_BITS = 32 - BUCKET_BITS
const KEY_MASK = (1 << KEY_BITS) - 1
// 2^22 bits: one in fourteen unknown features passes for 300,000 known ones
const FILTER_BITS = 22

// Rows with more cells than this are kept as full rows, three labels to a number: adding one takes a third of the steps.
const MOST_CELLS = 20
/** In place of a number of cells: the row is a full one, and its number follows. */
const FULL = -1
const MOST_FULL = 32_767
// Three whole numbers of up to 2^16 either way in one double, exactly: a + b · 2^17 + c · 2^34.
const LANE = 2 ** 17
const LANE2 = 2 ** 34

/**
 * A linear classifier over hashed features with one row of weights per feature.
 *
 * Scores are integers: the sum of the rows of the features present; sums of a call stay below 2^16 either way. At most
 * 255 labels.
 *
 * Most features of a text were never seen, so a bit filter turns them away first; the rows lie in buckets by the first
 * bits of their hash, small enough to stay close to the processor.
 */
export class LinearModel {
  readonly labels: readonly string[]
  private readonly filter = new Int32Array(1 << (FILTER_BITS - 5))
  /** Where each bucket starts in `rows`. */
  private readonly buckets = new Int32Array((1 << BUCKET_BITS) + 1)
  /** Per row: the rest of the hash, the number of cells, then cells `weight << 8 | label` with weights of one byte. */
  private readonly rows: Int16Array
  private full = new Float64Array(0)
  private readonly lanes: Float64Array

  /** Takes rows as {@link unpackRows} gives them. */
  constructor(labels: readonly string[], rows: PackedRows) {
    this.labels = labels
    this.lanes = new Float64Array(Math.ceil(labels.length / 3))
    this.rows = this.fill(rows)
  }

  /** Adds the rows of the features `hashes[0 … count)` to `scores`, which has one cell a label and is not cleared. */
  addScores(hashes: Int32Array, count: number, scores: Int32Array): void {
    const { filter, buckets, rows, full, lanes } = this
    const width = lanes.length
    let anyFull = false
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index]!
      const bit = hash & ((1 << FILTER_BITS) - 1)
      if ((filter[bit >>> 5]! & (1 << (bit & 31))) === 0) continue
      const bucket = hash >>> KEY_BITS
      const key = hash & KEY_MASK
      const end = buckets[bucket + 1]!
      let at = buckets[bucket]!
      while (at < end) {
        const size = rows[at + 1]!
        if (rows[at] === key) {
          if (size === FULL) {
            const base = rows[at + 2]! * width
            for (let lane = 0; lane < width; lane += 1) lanes[lane]! += full[base + lane]!
            anyFull = true
          } else {
            const stop = at + 2 + size
            for (let cell = at + 2; cell < stop; cell += 1) scores[rows[cell]! & 255]! += rows[cell]! >> 8
          }
          break
        }
        at += size === FULL ? 3 : 2 + size
      }
    }
    if (anyFull) this.addLanes(scores)
  }

  /** Takes the summed full rows apart, adds them to the scores and clears them. */
  private addLanes(scores: Int32Array): void {
    const { lanes } = this
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const packed = lanes[lane]!
      const third = Math.floor(packed / LANE2 + 0.5)
      const rest = packed - third * LANE2
      const second = Math.floor(rest / LANE + 0.5)
      const label = lane * 3
      scores[label]! += rest - second * LANE
      if (label + 1 < scores.length) scores[label + 1]! += second
      if (label + 2 < scores.length) scores[label + 2]! += third
      lanes[lane] = 0
    }
  }

  /** Lays the rows, which come in the order of their hashes, into buckets. */
  private fill(packed: PackedRows): Int16Array {
    const out: number[] = []
    const full: number[][] = []
    let bucket = 0
    let cell = 0
    for (let row = 0; row < packed.hashes.length; row += 1) {
      const hash = packed.hashes[row]!
      const own = hash >>> KEY_BITS
      while (bucket < own) this.buckets[++bucket] = out.length
      const bit = hash & ((1 << FILTER_BITS) - 1)
      this.filter[bit >>> 5]! |= 1 << (bit & 31)
      const stop = cell + packed.lengths[row]!
      if (stop - cell > MOST_CELLS && full.length < MOST_FULL) {
        out.push(hash & KEY_MASK, FULL, full.length)
        full.push(this.packLanes(packed.cells.subarray(cell, stop)))
        cell = stop
        continue
      }
      out.push(hash & KEY_MASK, 0)
      const start = out.length
      for (; cell < stop; cell += 1) pushCell(out, packed.cells[cell]!)
      out[start - 1] = out.length - start
    }
    while (bucket < 1 << BUCKET_BITS) this.buckets[++bucket] = out.length
    this.full = Float64Array.from(full.flat())
    return Int16Array.from(out)
  }

  private packLanes(cells: Int32Array): number[] {
    const row = new Array<number>(this.lanes.length).fill(0)
    for (const cell of cells) {
      const label = cell & 255
      const place = label % 3
      row[(label - place) / 3]! += (cell >> 8) * (place === 0 ? 1 : place === 1 ? LANE : LANE2)
    }
    return row
  }
}

/** A weight beyond one byte becomes several cells of the same label. */
function pushCell(out: number[], packed: number): void {
  const label = packed & 255
  let weight = packed >> 8
  while (weight > 127 || weight < -128) {
    const part = weight > 0 ? 127 : -128
    out.push((part << 8) | label)
    weight -= part
  }
  out.push((weight << 8) | label)
}

/** Index of the highest of the first `count` scores; the first of equals, so that ties are settled alike everywhere. */
export function findBest(scores: Int32Array, count: number): number {
  let best = 0
  let high = scores[0]!
  for (let index = 1; index < count; index += 1) {
    if (scores[index]! > high) {
      high = scores[index]!
      best = index
    }
  }
  return best
}

/** Sparse rows in the order of their hashes: row `i` has `lengths[i]` cells, one after the other. */
export interface PackedRows {
  readonly hashes: Int32Array
  readonly lengths: Uint8Array
  /** `weight << 8 | label`. */
  readonly cells: Int32Array
}

/**
 * Reads the packed form written by `training/shared/packRows.ts`.
 *
 * Little-endian header of two 32-bit counts (rows, cells), then for each row, unsigned hashes ascending: the hash's
 * difference to the one before, the row's length, and for each cell the label's number and the weight (zigzag), each as
 * a variable-length number of 7 bits a byte, low bits first.
 *
 * @throws SynopticError `MODEL_DAMAGED` when the bytes end early
 */
export function unpackRows(bytes: Uint8Array): PackedRows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) throw damaged()
  const rowCount = view.getUint32(0, true)
  const cellCount = view.getUint32(4, true)
  if (rowCount > bytes.length || cellCount > bytes.length) throw damaged()
  const hashes = new Int32Array(rowCount)
  const lengths = new Uint8Array(rowCount)
  const cells = new Int32Array(cellCount)
  let at = 8
  const readNumber = (): number => {
    let byte = bytes[at++]!
    let value = byte & 127
    let factor = 128
    while (byte > 127) {
      byte = bytes[at++]!
      value += (byte & 127) * factor
      factor *= 128
    }
    return value
  }
  let hash = 0
  let cell = 0
  for (let row = 0; row < rowCount; row += 1) {
    hash += readNumber()
    hashes[row] = hash | 0
    const length = readNumber()
    lengths[row] = length
    for (let index = 0; index < length; index += 1) {
      const label = bytes[at++]!
      const zigzag = readNumber()
      cells[cell++] = (((zigzag & 1) === 1 ? -(zigzag + 1) / 2 : zigzag / 2) << 8) | label
    }
  }
  if (at !== bytes.length || cell !== cellCount) throw damaged()
  return { hashes, lengths, cells }
}

function damaged(): SynopticError {
  return new SynopticError(
    'MODEL_DAMAGED',
    'a section of model weights ends too early or too late: reinstall the package',
  )
}
