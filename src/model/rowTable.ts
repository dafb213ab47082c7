import { SynopticError } from '../text/index.js'

/** Most hashes that are scored at once: the sums of 255 weights of one byte stay within 16 bits. */
export const MOST_HASHES = 255

// Rows with more cells than this take one byte for every label: adding one costs less than its cells one by one would.
// Of 8, 12, 20 and 40, 8 and 12 were the fastest on the parser's weights, and 12 takes less memory.
const MOST_CELLS = 12

/** Kinds of rows, in the two low bits of a slot's second number; the rest is the row's address. */
export const KIND_MASK = 3
/** Number of cells, then cells `weight << 8 | label`, 16 bits each. */
const SPARSE = 0
/** A byte for every label. */
export const DENSE = 1
/** As sparse rows, 32 bits each: for weights beyond one byte. */
export const WIDE = 2

const PAGE = 65_536
// bytes of MOST_HASHES numbers, rounded up
const PLACES = 1024
// Two in three slots used at most: the next two or three slots are in the same line of the processor's cache.
const SLOTS_PER_ROW = 1.2

/**
 * The rows of a linear model in one stretch of memory, as views of its parts.
 *
 * `slots` is a hash table with open addressing: pairs of a feature's hash and its row (address and kind), 0 where the slot is free.
 * The first bits of the hash (`hash >>> shift`) say where the search starts.
 */
export interface RowTable {
  /** The host's memory object; null where there is no WebAssembly. */
  readonly memory: object | null
  /** Where the hashes of the features to score are put. */
  readonly hashes: Int32Array
  /** Room for the rows found: the dense ones, then the others. */
  readonly found: readonly [Int32Array, Int32Array]
  /** Where their scores are found: as many as there are labels, rounded up to eights. */
  readonly scores: Int32Array
  readonly slots: Int32Array
  readonly shift: number
  /** The whole memory. */
  readonly bytes: Int8Array
  readonly halves: Int16Array
  readonly numbers: Int32Array
}

/**
 * Lays out the packed form written by `training/shared/packRows.ts`. Linear.
 *
 * Little-endian header of two 32-bit counts (rows, cells), then for each row, unsigned hashes ascending: the hash's
 * difference to the one before, the row's length, and for each cell the label's number and the weight (zigzag), each as
 * a variable-length number of 7 bits a byte, low bits first.
 *
 * @throws SynopticError `MODEL_DAMAGED` when the bytes end early or late, or a label is not below `labels`
 */
export function createRowTable(packed: Uint8Array, labels: number): RowTable {
  if (packed.length < 8) throw damaged()
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const rowCount = view.getUint32(0, true)
  const cellCount = view.getUint32(4, true)
  if (rowCount > packed.length || cellCount > packed.length) throw damaged()
  const table = allocate(rowCount, cellCount, labels)
  fillTable(table, packed, rowCount, cellCount, labels)
  return table
}

/** Takes memory for the most that the rows can need; what they do not fill is never touched and costs nothing. */
function allocate(rowCount: number, cellCount: number, labels: number): RowTable {
  const width = Math.ceil(labels / 8) * 8
  const bits = Math.max(4, Math.ceil(Math.log2(rowCount * SLOTS_PER_ROW + 1)))
  const scoresAt = 3 * PLACES
  const slotsAt = scoresAt + 4 * width
  const rowsAt = slotsAt + 8 * 2 ** bits
  const size = rowsAt + 8 * rowCount + 4 * cellCount + Math.ceil(cellCount / (MOST_CELLS + 1)) * width
  const pages = Math.ceil(size / PAGE)
  const host = (
    globalThis as { WebAssembly?: { Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer } } }
  ).WebAssembly
  const memory = host === undefined ? null : new host.Memory({ initial: pages })
  const buffer = memory === null ? new ArrayBuffer(pages * PAGE) : memory.buffer
  return {
    memory,
    hashes: new Int32Array(buffer, 0, MOST_HASHES),
    found: [new Int32Array(buffer, PLACES, MOST_HASHES), new Int32Array(buffer, 2 * PLACES, MOST_HASHES)],
    scores: new Int32Array(buffer, scoresAt, width),
    slots: new Int32Array(buffer, slotsAt, 2 ** (bits + 1)),
    shift: 32 - bits,
    bytes: new Int8Array(buffer),
    halves: new Int16Array(buffer),
    numbers: new Int32Array(buffer),
  }
}

function fillTable(table: RowTable, packed: Uint8Array, rowCount: number, cellCount: number, labels: number): void {
  const { slots, shift, bytes, halves, numbers } = table
  const mask = slots.length / 2 - 1
  const width = table.scores.length
  // one row at a time
  const cells = new Int32Array(256)
  let address = slots.byteOffset + slots.byteLength
  let at = 8
  let hash = 0
  let left = cellCount
  for (let row = 0; row < rowCount; row += 1) {
    let byte = packed[at++]!
    let value = byte & 127
    for (let bits = 7; byte > 127; bits += 7) {
      byte = packed[at++]!
      value |= (byte & 127) << bits
    }
    hash = (hash + value) | 0
    byte = packed[at++]!
    let length = byte & 127
    if (byte > 127) length |= packed[at++]! << 7
    if (length > labels || length > left) throw damaged()
    left -= length
    let isWide = false
    for (let cell = 0; cell < length; cell += 1) {
      const label = packed[at++]!
      byte = packed[at++]!
      value = byte & 127
      for (let bits = 7; byte > 127; bits += 7) {
        byte = packed[at++]!
        value |= (byte & 127) << bits
      }
      const weight = (value >>> 1) ^ -(value & 1)
      if (weight > 127 || weight < -128) isWide = true
      if (label >= labels) throw damaged()
      cells[cell] = (weight << 8) | label
    }
    // a row without cells changes no score
    if (length === 0) continue
    let slot = hash >>> shift
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    slots[2 * slot] = hash
    if (isWide) {
      slots[2 * slot + 1] = address | WIDE
      numbers[address / 4] = length
      for (let cell = 0; cell < length; cell += 1) numbers[address / 4 + 1 + cell] = cells[cell]!
      address += 4 + 4 * length
    } else if (length > MOST_CELLS) {
      slots[2 * slot + 1] = address | DENSE
      for (let cell = 0; cell < length; cell += 1) bytes[address + (cells[cell]! & 255)] = cells[cell]! >> 8
      address += width
    } else {
      slots[2 * slot + 1] = address | SPARSE
      halves[address / 2] = length
      for (let cell = 0; cell < length; cell += 1) halves[address / 2 + 1 + cell] = cells[cell]!
      // rows start at multiples of four, so that the kind fits into the address
      address += (2 + 2 * length + 3) & ~3
    }
  }
  if (at !== packed.length || left !== 0) throw damaged()
}

function damaged(): SynopticError {
  return new SynopticError(
    'MODEL_DAMAGED',
    'a section of model weights ends too early or too late: reinstall the package',
  )
}
