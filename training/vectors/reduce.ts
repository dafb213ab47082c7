import type { VectorTable } from './glove.js'

/**
 * Centred vectors turned to their principal axes, the first `drop` axes left out and `keep` kept.
 *
 * The first axes of word vectors say how frequent a word is, not what it means (Mu and Viswanath 2018), so they go.
 * The axes come from the covariance of the first `sample` words by power iteration with deflation: O(n·d²).
 */
export function reduceVectors(
  table: VectorTable,
  options: { readonly drop: number; readonly keep: number; readonly sample: number },
): VectorTable {
  const d = table.dimensions
  const n = table.words.length
  const sample = Math.min(options.sample, n)
  const mean = new Float64Array(d)
  for (let row = 0; row < sample; row++) {
    for (let k = 0; k < d; k++) mean[k] = (mean[k] ?? 0) + (table.values[row * d + k] ?? 0) / sample
  }
  const covariance = new Float64Array(d * d)
  for (let row = 0; row < sample; row++) {
    for (let i = 0; i < d; i++) {
      const a = (table.values[row * d + i] ?? 0) - (mean[i] ?? 0)
      for (let j = 0; j <= i; j++) {
        const b = (table.values[row * d + j] ?? 0) - (mean[j] ?? 0)
        covariance[i * d + j] = (covariance[i * d + j] ?? 0) + a * b
      }
    }
  }
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) covariance[j * d + i] = covariance[i * d + j] ?? 0
  const axes = findAxes(covariance, d, options.drop + options.keep).slice(options.drop)
  const values = new Float32Array(n * options.keep)
  const centred = new Float64Array(d)
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < d; k++) centred[k] = (table.values[row * d + k] ?? 0) - (mean[k] ?? 0)
    axes.forEach((axis, column) => {
      let sum = 0
      for (let k = 0; k < d; k++) sum += (centred[k] ?? 0) * (axis[k] ?? 0)
      values[row * options.keep + column] = sum
    })
  }
  return { words: table.words, dimensions: options.keep, values }
}

/** Leading eigenvectors of a symmetric matrix, largest first; the matrix is deflated in place. */
function findAxes(matrix: Float64Array, d: number, count: number): Float64Array[] {
  const axes: Float64Array[] = []
  for (let index = 0; index < count; index++) {
    let axis = new Float64Array(d).map((_, k) => 1 + ((k * 7919 + index * 104729) % 97) / 97)
    let value = 0
    // 300 rounds: neighbouring eigenvalues here differ by some per cent, and only the space they span matters.
    for (let round = 0; round < 300; round++) {
      const next = new Float64Array(d)
      for (let i = 0; i < d; i++) {
        let sum = 0
        for (let j = 0; j < d; j++) sum += (matrix[i * d + j] ?? 0) * (axis[j] ?? 0)
        next[i] = sum
      }
      value = Math.hypot(...next)
      axis = next.map((x) => x / value)
    }
    axes.push(axis)
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        matrix[i * d + j] = (matrix[i * d + j] ?? 0) - value * (axis[i] ?? 0) * (axis[j] ?? 0)
      }
    }
  }
  return axes
}
