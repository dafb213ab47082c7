import { SynopticError } from '../text/index.js'

/**
 * A linear classifier over hashed features with one sparse row of weights per feature.
 *
 * Scores are integers: the sum of the rows of the features present. At most 255 labels and 2^24 weights.
 */
export class LinearModel {
  readonly labels: readonly string[]
  /** Open-addressing table, two numbers a slot: the feature's hash, and `offset << 8 | length` of its row; 0 is free. */
  private readonly slots: Int32Array
  private readonly mask: number
  /** Weights, `weight << 8 | label`. */
  private readonly cells: Int32Array

  /** Takes rows as {@link unpackRows} gives them. */
  constructor(labels: readonly string[], rows: PackedRows) {
    this.labels = labels
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, rows.hashes.length * 1.6)))
    this.mask = size - 1
    this.slots = new Int32Array(size * 2)
    this.cells = rows.cells
    let offset = 0
    for (let row = 0; row < rows.hashes.length; row += 1) {
      const hash = rows.hashes[row]!
      let slot = hash & this.mask
      while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot * 2] = hash
      this.slots[slot * 2 + 1] = (offset << 8) | rows.lengths[row]!
      offset += rows.lengths[row]!
    }
  }

  /** Adds the rows of the features `hashes[0 … count)` to `scores`, which has one cell a label and is not cleared. */
  addScores(hashes: Int32Array, count: number, scores: Int32Array): void {
    const { slots, mask, cells } = this
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index]!
      let slot = (hash & mask) << 1
      let place = slots[slot + 1]!
      while (place !== 0 && slots[slot] !== hash) {
        slot = (slot + 2) & (mask * 2 + 1)
        place = slots[slot + 1]!
      }
      if (place === 0) continue
      const from = place >>> 8
      const to = from + (place & 255)
      for (let at = from; at < to; at += 1) {
        const cell = cells[at]!
        scores[cell & 255]! += cell >> 8
      }
    }
  }
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
