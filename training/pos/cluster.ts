import { createRandom } from '../shared/random.js'

/** Rows of `width` numbers, one after the other. */
export interface Table {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
}

/**
 * Projects rows onto their `size` strongest directions (uncentred principal components, by subspace iteration).
 *
 * Costs rows × width × size for each of the 8 rounds.
 */
export function reduceRows(table: Table, size: number, seed: number): Table {
  const random = createRandom(seed)
  let basis: Float32Array = Float32Array.from({ length: table.width * size }, () => random() - 0.5)
  orthogonalize(basis, table.width, size)
  for (let round = 0; round < 8; round += 1) {
    basis = multiplyTransposed(table, multiply(table, basis, size), size)
    orthogonalize(basis, table.width, size)
  }
  return { rows: table.rows, width: size, values: multiply(table, basis, size) }
}

function multiply(table: Table, basis: Float32Array, size: number): Float32Array {
  const out = new Float32Array(table.rows * size)
  for (let row = 0; row < table.rows; row += 1) {
    for (let column = 0; column < table.width; column += 1) {
      const value = table.values[row * table.width + column]!
      if (value === 0) continue
      for (let k = 0; k < size; k += 1) out[row * size + k]! += value * basis[column * size + k]!
    }
  }
  return out
}

function multiplyTransposed(table: Table, projected: Float32Array, size: number): Float32Array {
  const out = new Float32Array(table.width * size)
  for (let row = 0; row < table.rows; row += 1) {
    for (let column = 0; column < table.width; column += 1) {
      const value = table.values[row * table.width + column]!
      if (value === 0) continue
      for (let k = 0; k < size; k += 1) out[column * size + k]! += value * projected[row * size + k]!
    }
  }
  return out
}

/** Gram and Schmidt over the columns of a `rows × size` matrix. */
function orthogonalize(matrix: Float32Array, rows: number, size: number): void {
  for (let column = 0; column < size; column += 1) {
    for (let other = 0; other < column; other += 1) {
      let product = 0
      for (let row = 0; row < rows; row += 1) product += matrix[row * size + column]! * matrix[row * size + other]!
      for (let row = 0; row < rows; row += 1) matrix[row * size + column]! -= product * matrix[row * size + other]!
    }
    let length = 0
    for (let row = 0; row < rows; row += 1) length += matrix[row * size + column]! ** 2
    const factor = length > 0 ? 1 / Math.sqrt(length) : 0
    for (let row = 0; row < rows; row += 1) matrix[row * size + column]! *= factor
  }
}

/** Scales every row to length 1; rows of zeros stay. */
export function scaleRows(table: Table): void {
  for (let row = 0; row < table.rows; row += 1) {
    const cells = table.values.subarray(row * table.width, (row + 1) * table.width)
    const length = Math.hypot(...cells)
    if (length > 0) for (let column = 0; column < cells.length; column += 1) cells[column]! /= length
  }
}

/** Cluster numbers of the rows: k-means on rows of length 1, seeded, `rounds` rounds. Costs rows × k × width a round. */
export function clusterRows(table: Table, k: number, seed: number, rounds = 12): Uint16Array {
  const random = createRandom(seed)
  const { width, values } = table
  const centres = new Float32Array(k * width)
  // frequent words come first: seeds among them spread over what matters
  const reach = Math.min(table.rows, k * 8)
  for (let centre = 0; centre < k; centre += 1) {
    const row = Math.floor(random() * reach)
    centres.set(values.subarray(row * width, (row + 1) * width), centre * width)
  }
  const found = new Uint16Array(table.rows)
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 0; row < table.rows; row += 1) found[row] = findNearest(values, row, centres, k, width)
    centres.fill(0)
    for (let row = 0; row < table.rows; row += 1) {
      const base = found[row]! * width
      for (let column = 0; column < width; column += 1) centres[base + column]! += values[row * width + column]!
    }
    scaleRows({ rows: k, width, values: centres })
  }
  return found
}

function findNearest(values: Float32Array, row: number, centres: Float32Array, k: number, width: number): number {
  let best = 0
  let high = Number.NEGATIVE_INFINITY
  const from = row * width
  for (let centre = 0; centre < k; centre += 1) {
    let product = 0
    const base = centre * width
    for (let column = 0; column < width; column += 1) product += values[from + column]! * centres[base + column]!
    if (product > high) {
      high = product
      best = centre
    }
  }
  return best
}
