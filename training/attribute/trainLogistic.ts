import { type LogisticWeights, scoreLogistic } from '../../src/attribute/model/logistic.js'

/** One decision to learn from. */
export interface Decision {
  readonly features: Readonly<Record<string, number>>
  readonly right: boolean
  readonly weight: number
}

/** Learns a logistic model by full-batch Newton-like steps (diagonal), with a small quadratic penalty. Deterministic. */
export function trainLogistic(decisions: readonly Decision[], penalty = 1): LogisticWeights {
  const names = [...new Set(decisions.flatMap(({ features }) => Object.keys(features)))].sort()
  const rows = decisions.map(({ features }) => Float64Array.from(names.map((name) => features[name] ?? 0)))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-8)
  for (let round = 0; round < 600; round++) {
    const gradient = new Float64Array(names.length)
    decisions.forEach(({ right, weight }, i) => {
      const row = rows[i]!
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += weights[k]! * row[k]!
      const slope = weight * ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum)))
      for (let k = 0; k < row.length; k++) gradient[k]! += slope * row[k]!
    })
    for (let k = 0; k < names.length; k++) {
      const slope = gradient[k]! - (names[k] === 'bias' ? 0 : penalty * weights[k]!)
      squares[k] = 0.9 * squares[k]! + 0.1 * slope * slope
      weights[k]! += (0.05 * (1 - round / 700) * slope) / Math.sqrt(squares[k]! + 1e-8)
    }
  }
  return Object.fromEntries(names.map((name, k) => [name, Number(weights[k]!.toFixed(3))]))
}

/** The lowest threshold whose F1 is the best or `leeway` below it; `missed` counts right decisions that were never put. */
export function findThreshold(
  weights: LogisticWeights,
  decisions: readonly Decision[],
  missed: number,
  leeway = 0,
): { readonly threshold: number; readonly f1: number } {
  const scored = decisions
    .map((decision) => ({ ...decision, probability: scoreLogistic(weights, decision.features) }))
    .sort((a, b) => b.probability - a.probability)
  const all = scored.filter(({ right }) => right).length + missed
  let right = 0
  const tried = scored.map((decision, i) => {
    if (decision.right) right++
    return { threshold: Number(decision.probability.toFixed(3)), f1: (2 * right) / (i + 1 + all) }
  })
  const top = tried.reduce((high, { f1 }) => Math.max(high, f1), 0)
  return tried.findLast(({ f1 }) => f1 >= top - leeway) ?? { threshold: 0.5, f1: 0 }
}
