/**
 * A sum of small regression trees over a feature vector, squashed to a probability.
 *
 * `nodes` are flat per tree: `[feature, threshold, left, right]` for a split (go left where value < threshold), `[-1, value]`
 * for a leaf. `calibration` maps the raw sum by `a·sum + b` before the logistic function.
 */
export interface TreeModel {
  readonly features: readonly string[]
  readonly base: number
  readonly trees: readonly (readonly (readonly number[])[])[]
  readonly calibration: readonly [slope: number, offset: number]
}

/** The probability the trees give; linear in the number of trees times their depth. */
export function scoreTrees(model: TreeModel, values: readonly number[]): number {
  const raw = sumTrees(model, values)
  const [slope, offset] = model.calibration
  return 1 / (1 + Math.exp(-(slope * raw + offset)))
}

/** The raw sum before calibration, in log-odds. */
export function sumTrees(model: TreeModel, values: readonly number[]): number {
  let sum = model.base
  for (const nodes of model.trees) {
    let node = nodes[0]!
    while (node[0]! >= 0) node = nodes[values[node[0]!]! < node[1]! ? node[2]! : node[3]!]!
    sum += node[1]!
  }
  return sum
}
