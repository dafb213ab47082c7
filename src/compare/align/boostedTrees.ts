/**
 * A sum of regression trees in log-odds, kept as flat arrays.
 *
 * Tree t starts at node `roots[t]`. A node with `feature[n] < 0` is a leaf with `value[n]`; else go to `left[n]` where the example's
 * feature is below `value[n]`, to `left[n] + 1` otherwise.
 */
export interface BoostedTrees {
  readonly features: readonly string[]
  readonly base: number
  readonly roots: readonly number[]
  readonly feature: readonly number[]
  readonly value: readonly number[]
  readonly left: readonly number[]
}

/** The probability the trees give an example; linear in trees times depth. */
export function scoreExample(model: BoostedTrees, values: ArrayLike<number>): number {
  let sum = model.base
  for (let t = 0; t < model.roots.length; t++) {
    let node = model.roots[t]!
    while (model.feature[node]! >= 0) {
      node = values[model.feature[node]!]! < model.value[node]! ? model.left[node]! : model.left[node]! + 1
    }
    sum += model.value[node]!
  }
  return 1 / (1 + Math.exp(-sum))
}
