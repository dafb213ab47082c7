import { createRandom } from '../../bench/seeded/seed.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import type { Example } from './boost.js'

export interface ForestOptions {
  readonly trees: number
  /** Least examples in a leaf: larger is smoother. */
  readonly leaf: number
  /** Share of features looked at for each split. */
  readonly columns: number
  readonly seed: number
}

/**
 * Extremely randomised trees (Geurts et al. 2006): each split is the best of a few features cut at a random value.
 *
 * Leaves hold the share of positive examples over the number of trees, so that the trees' sum is a probability. Weights are left
 * aside. With a hundred positive examples it tells more than boosting, which follows single ones. Deterministic; cost is the product of
 * trees, depth, examples and features looked at.
 */
export function trainExtraTrees(
  examples: readonly Example[],
  features: readonly string[],
  options: ForestOptions,
): TreeModel {
  const columns = features.map((_, feature) => Float64Array.from(examples, ({ values }) => values[feature]!))
  const labels = Uint8Array.from(examples, ({ label }) => label)
  const growing = { columns, labels, options, random: createRandom(options.seed) }
  const trees = Array.from({ length: options.trees }, () => {
    const nodes: number[][] = []
    grow(growing, Uint32Array.from(examples.keys()), nodes)
    return nodes
  })
  return { features, base: 0, trees, calibration: [1, 0] }
}

interface Growing {
  readonly columns: readonly Float64Array[]
  readonly labels: Uint8Array
  readonly options: ForestOptions
  random(): number
}

/** Grows one node over its examples and gives its index. */
function grow(growing: Growing, members: Uint32Array, nodes: number[][]): number {
  const { columns, labels, options } = growing
  const positive = count(labels, members)
  const at = nodes.length
  nodes.push([-1, positive / members.length / options.trees])
  if (positive === 0 || positive === members.length || members.length < 2 * options.leaf) return at
  const split = chooseSplit(growing, members, positive)
  if (split === null) return at
  const column = columns[split.feature]!
  const left = grow(
    growing,
    members.filter((index) => column[index]! < split.cut),
    nodes,
  )
  const right = grow(
    growing,
    members.filter((index) => column[index]! >= split.cut),
    nodes,
  )
  nodes[at] = [split.feature, split.cut, left, right]
  return at
}

function chooseSplit(
  { columns, labels, options, random }: Growing,
  members: Uint32Array,
  positive: number,
): { readonly feature: number; readonly cut: number } | null {
  const order = [...columns.keys()]
  let wanted = Math.max(1, Math.floor(options.columns * columns.length))
  let best = { feature: -1, cut: 0, purity: -1 }
  for (let drawn = 0; drawn < order.length && wanted > 0; drawn++) {
    const other = drawn + Math.floor(random() * (order.length - drawn))
    const feature = order[other]!
    order[other] = order[drawn]!
    const column = columns[feature]!
    let low = Infinity
    let high = -Infinity
    for (const index of members) {
      low = Math.min(low, column[index]!)
      high = Math.max(high, column[index]!)
    }
    // What is the same everywhere here is no choice.
    if (low === high) continue
    wanted--
    const cut = high - random() * (high - low)
    let left = 0
    let leftPositive = 0
    for (const index of members) {
      if (column[index]! >= cut) continue
      left++
      leftPositive += labels[index]!
    }
    const right = members.length - left
    if (left < options.leaf || right < options.leaf) continue
    // Gini: the larger the squared shares, the purer the two sides.
    const purity = gini(leftPositive, left) + gini(positive - leftPositive, right)
    if (purity > best.purity) best = { feature, cut, purity }
  }
  return best.feature < 0 ? null : best
}

const gini = (positive: number, all: number): number => (positive ** 2 + (all - positive) ** 2) / all

function count(labels: Uint8Array, members: Uint32Array): number {
  let sum = 0
  for (const index of members) sum += labels[index]!
  return sum
}
