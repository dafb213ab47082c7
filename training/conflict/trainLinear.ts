import { type LinearModel, standardize } from './linear.js'
import type { Example } from './boost.js'

/** Ridged logistic regression by Newton steps over standard scores; `ridge` is per unit of total weight. */
export function trainLinear(examples: readonly Example[], ridge: number): LinearModel {
  const width = examples[0]!.values.length
  const means = Array.from({ length: width }, (_, at) => mean(examples.map((example) => example.values[at]!)))
  const scales = means.map(
    (centre, at) => Math.sqrt(mean(examples.map((example) => (example.values[at]! - centre) ** 2))) || 1,
  )
  const rows = examples.map((example) => [...standardize({ means, scales }, example.values), 1])
  const total = examples.reduce((sum, example) => sum + example.weight, 0)
  let beta = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < 12; step++) {
    const gradient = beta.map((value, at) => (at < width ? -ridge * total * value : 0))
    const hessian = beta.map((_, i) => beta.map((_, j) => (i === j ? (i < width ? ridge * total : 1e-6) : 0)))
    rows.forEach((row, index) => {
      const { label, weight } = examples[index]!
      const sum = row.reduce((acc, value, at) => acc + value * beta[at]!, 0)
      const p = 1 / (1 + Math.exp(-sum))
      const curve = weight * Math.max(p * (1 - p), 1e-5)
      const error = weight * (label - p)
      for (let i = 0; i <= width; i++) {
        const x = row[i]!
        if (x === 0) continue
        gradient[i]! += error * x
        const line = hessian[i]!
        for (let j = 0; j <= i; j++) line[j]! += curve * x * row[j]!
      }
    })
    const move = solve(hessian, gradient)
    const longest = Math.max(...move.map(Math.abs))
    // Newton leaps where the curve is flat; two units of log-odds a step is plenty.
    const shrink = longest > 2 ? 2 / longest : 1
    beta = beta.map((value, at) => value + shrink * move[at]!)
    if (longest < 1e-5) break
  }
  const round = (value: number): number => Number(value.toPrecision(6))
  return {
    means: means.map(round),
    scales: scales.map(round),
    weights: beta.slice(0, width).map(round),
    bias: round(beta[width]!),
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Solves a symmetric positive system given by its lower triangle (Cholesky). */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const n = right.length
  const lower = matrix.map((row) => [...row])
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j]![j]!
    }
  }
  const y: number[] = []
  for (let i = 0; i < n; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * y[k]!
    y.push(sum / lower[i]![i]!)
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i]!
    for (let k = i + 1; k < n; k++) sum -= lower[k]![i]! * x[k]!
    x[i] = sum / lower[i]![i]!
  }
  return x
}
