/** Weights of a logistic model, by the names of its features. */
export type LogisticWeights = Readonly<Record<string, number>>

/** Probability by a logistic model; features without a weight count nothing. */
export function scoreLogistic(weights: LogisticWeights, features: Readonly<Record<string, number>>): number {
  let sum = 0
  for (const name in features) sum += (weights[name] ?? 0) * features[name]!
  return 1 / (1 + Math.exp(-sum))
}
