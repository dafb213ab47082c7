/**
 * A sum of small regression trees over the figures of an account and a story.
 *
 * `nodes` are flat per tree: `[feature, threshold, left, right, expected]` for a split (left where value < threshold; `expected` is the
 * mean of the leaves below over the training examples), `[-1, value]` for a leaf.
 */
export interface StoryTrees {
  readonly features: readonly string[]
  readonly base: number
  readonly trees: readonly (readonly (readonly number[])[])[]
}

/** The probability that the trees give. */
export function scoreTrees(model: StoryTrees, values: ArrayLike<number>): number {
  let sum = model.base
  for (const nodes of model.trees) {
    let node = nodes[0]!
    while (node[0]! >= 0) node = nodes[values[node[0]!]! < node[1]! ? node[2]! : node[3]!]!
    sum += node[1]!
  }
  return 1 / (1 + Math.exp(-sum))
}

/**
 * How much each feature moved the sum, in log-odds, strongest first.
 *
 * Source: Saabas 2014: along the path, the change of the expected value belongs to the feature that was asked.
 */
export function explainTrees(
  model: StoryTrees,
  values: ArrayLike<number>,
): readonly { readonly feature: string; readonly value: number; readonly effect: number }[] {
  const effects = new Float64Array(model.features.length)
  for (const nodes of model.trees) {
    let node = nodes[0]!
    while (node[0]! >= 0) {
      const next = nodes[values[node[0]!]! < node[1]! ? node[2]! : node[3]!]!
      effects[node[0]!]! += expected(next) - expected(node)
      node = next
    }
  }
  return model.features
    .map((feature, i) => ({ feature, value: values[i]!, effect: effects[i]! }))
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
}

function expected(node: readonly number[]): number {
  return node[0]! < 0 ? node[1]! : node[4]!
}
