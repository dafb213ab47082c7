import type { VectorTable } from './glove.js'

/**
 * Spherical k-means over the first `sample` rows, then every row assigned to its nearest centre.
 *
 * Starts from rows spread evenly over the sample, so the result is the same on every run. O(rounds · sample · k · d).
 */
export function clusterVectors(
  table: VectorTable,
  options: { readonly k: number; readonly rounds: number; readonly sample: number },
): { readonly assignment: Uint16Array; readonly centres: VectorTable } {
  const { k } = options
  const d = table.dimensions
  const n = table.words.length
  const sample = Math.min(options.sample, n)
  const unit = new Float32Array(table.values)
  for (let row = 0; row < n; row++) normalise(unit, row * d, d)
  const centres = new Float32Array(k * d)
  for (let c = 0; c < k; c++) {
    const row = Math.floor((c * sample) / k)
    centres.set(unit.subarray(row * d, (row + 1) * d), c * d)
  }
  const assignment = new Uint16Array(n)
  for (let round = 0; round < options.rounds; round++) {
    for (let row = 0; row < sample; row++) assignment[row] = nearest(unit, row * d, centres, k, d)
    const sums = new Float32Array(k * d)
    for (let row = 0; row < sample; row++) {
      const c = assignment[row] as number
      for (let i = 0; i < d; i++) sums[c * d + i] = (sums[c * d + i] as number) + (unit[row * d + i] as number)
    }
    for (let c = 0; c < k; c++) {
      // An empty cluster keeps its centre.
      if (normalise(sums, c * d, d)) centres.set(sums.subarray(c * d, (c + 1) * d), c * d)
    }
  }
  for (let row = 0; row < n; row++) assignment[row] = nearest(unit, row * d, centres, k, d)
  return {
    assignment,
    centres: { words: Array.from({ length: k }, (_, c) => String(c)), dimensions: d, values: centres },
  }
}

function nearest(unit: Float32Array, at: number, centres: Float32Array, k: number, d: number): number {
  let best = -2
  let found = 0
  for (let c = 0; c < k; c++) {
    let product = 0
    const base = c * d
    for (let i = 0; i < d; i++) product += (unit[at + i] as number) * (centres[base + i] as number)
    if (product > best) {
      best = product
      found = c
    }
  }
  return found
}

function normalise(values: Float32Array, at: number, d: number): boolean {
  let sum = 0
  for (let i = 0; i < d; i++) sum += (values[at + i] as number) ** 2
  if (sum === 0) return false
  const scale = 1 / Math.sqrt(sum)
  for (let i = 0; i < d; i++) values[at + i] = (values[at + i] as number) * scale
  return true
}
