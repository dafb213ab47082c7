import type { TreeModel } from '../../src/compare/conflict/trees.js'

/** One training example: values in feature order, 1 or 0, and how much it counts. */
export interface Example {
  readonly values: readonly number[]
  readonly label: number
  readonly weight: number
  /** Examples of one group never stand on both sides of a split into folds. */
  readonly group: string
}

export interface BoostOptions {
  readonly rounds: number
  readonly depth: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf: larger is smoother. */
  readonly leaf: number
  readonly ridge: number
  /** Share of features looked at for each tree, drawn by a fixed seed. */
  readonly columns: number
  readonly seed: number
  /** Names of the features that may be used; all where absent. */
  readonly allow?: readonly string[]
}

export const DEFAULTS: BoostOptions = { rounds: 80, depth: 3, rate: 0.1, leaf: 4, ridge: 2, columns: 0.6, seed: 12_345 }

// Split points looked at for a feature: its distinct values, or this many quantiles of them.
const BINS = 32

/** Gradient boosting for logistic loss over binned features (Friedman 2001; bins after Ke et al. 2017). Deterministic. */
export function trainBoosted(
  examples: readonly Example[],
  features: readonly string[],
  options: BoostOptions = DEFAULTS,
): TreeModel {
  const total = examples.reduce((sum, example) => sum + example.weight, 0)
  const positive = examples.reduce((sum, example) => sum + example.weight * example.label, 0)
  const base = Math.log((positive + 1) / (total - positive + 1))
  const sums = new Float64Array(examples.length).fill(base)
  const table = binFeatures(examples, features.length)
  const gradient = new Float64Array(examples.length)
  const hessian = new Float64Array(examples.length)
  const trees: number[][][] = []
  let state = options.seed
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  for (let round = 0; round < options.rounds; round++) {
    examples.forEach((example, index) => {
      const p = 1 / (1 + Math.exp(-sums[index]!))
      gradient[index] = example.weight * (example.label - p)
      hessian[index] = example.weight * Math.max(p * (1 - p), 1e-6)
    })
    const columns = features.flatMap((name, feature) =>
      (options.allow?.includes(name) ?? true) && random() < options.columns ? [feature] : [],
    )
    const nodes: number[][] = []
    grow({ table, columns, gradient, hessian, options, nodes, sums }, Uint32Array.from(examples.keys()), 0)
    trees.push(nodes)
  }
  const round = (value: number): number => Number(value.toPrecision(6))
  return {
    features,
    base: round(base),
    trees: trees.map((nodes) => nodes.map((node) => node.map(round))),
    calibration: [1, 0],
  }
}

interface Binned {
  /** Bin of each example for each feature. */
  readonly bins: readonly Uint8Array[]
  /** `edges[feature][bin]`: values below it are in this bin or a lower one. */
  readonly edges: readonly (readonly number[])[]
}

function binFeatures(examples: readonly Example[], features: number): Binned {
  const edges: (readonly number[])[] = []
  const bins: Uint8Array[] = []
  for (let feature = 0; feature < features; feature++) {
    const sorted = Float64Array.from(examples, (example) => example.values[feature]!).sort()
    const cuts: number[] = []
    let last = -Infinity
    for (let cut = 1; cut < BINS; cut++) {
      // Quantiles of the values, then midway to the next smaller value, so that a threshold never equals a value.
      const value = sorted[Math.min(sorted.length - 1, Math.floor((cut * sorted.length) / BINS))]!
      if (value > last && value > sorted[0]!) cuts.push((value + below(sorted, value)) / 2)
      last = Math.max(last, value)
    }
    // A rare positive value lies beyond all quantiles.
    const top = sorted[sorted.length - 1]!
    if (top > last && top > sorted[0]!) cuts.push((top + below(sorted, top)) / 2)
    const own = new Uint8Array(examples.length)
    examples.forEach((example, index) => {
      const value = example.values[feature]!
      let bin = 0
      while (bin < cuts.length && value >= cuts[bin]!) bin++
      own[index] = bin
    })
    edges.push(cuts)
    bins.push(own)
  }
  return { bins, edges }
}

/** The largest value smaller than `value`; it must not be the smallest. */
function below(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]!
}

interface Growing {
  readonly table: Binned
  readonly columns: readonly number[]
  readonly gradient: Float64Array
  readonly hessian: Float64Array
  readonly options: BoostOptions
  readonly nodes: number[][]
  readonly sums: Float64Array
}

/** Grows one node over its examples, adds leaf values to the sums, and gives the node's index. */
function grow(growing: Growing, members: Uint32Array, depth: number): number {
  const { table, columns, gradient, hessian, options, nodes, sums } = growing
  let g = 0
  let h = 0
  for (const index of members) {
    g += gradient[index]!
    h += hessian[index]!
  }
  const at = nodes.length
  const value = (options.rate * g) / (h + options.ridge)
  nodes.push([-1, value])
  let best = { gain: 1e-3, feature: -1, bin: 0 }
  if (depth < options.depth) {
    const gs = new Float64Array(BINS + 1)
    const hs = new Float64Array(BINS + 1)
    for (const feature of columns) {
      gs.fill(0)
      hs.fill(0)
      const own = table.bins[feature]!
      for (const index of members) {
        const bin = own[index]!
        gs[bin]! += gradient[index]!
        hs[bin]! += hessian[index]!
      }
      let leftG = 0
      let leftH = 0
      for (let bin = 0; bin < table.edges[feature]!.length; bin++) {
        leftG += gs[bin]!
        leftH += hs[bin]!
        if (leftH < options.leaf || h - leftH < options.leaf) continue
        const rightG = g - leftG
        const gain =
          (leftG * leftG) / (leftH + options.ridge) +
          (rightG * rightG) / (h - leftH + options.ridge) -
          (g * g) / (h + options.ridge)
        if (gain > best.gain) best = { gain, feature, bin }
      }
    }
  }
  if (best.feature < 0) {
    for (const index of members) sums[index]! += value
    return at
  }
  const own = table.bins[best.feature]!
  const left = members.filter((index) => own[index]! <= best.bin)
  const right = members.filter((index) => own[index]! > best.bin)
  const leftAt = grow(growing, left, depth + 1)
  const rightAt = grow(growing, right, depth + 1)
  nodes[at] = [best.feature, table.edges[best.feature]![best.bin]!, leftAt, rightAt]
  return at
}

// How strongly the slope is held at 1: with a few dozen marked examples the data alone would flatten it.
const PULL = 8

/** Fits `a·sum + b` to labels by Newton steps on the logistic loss (Platt 1999), ridged towards the identity. */
export function calibrate(
  sums: readonly number[],
  labels: readonly number[],
  weights: readonly number[],
): readonly [number, number] {
  let a = 1
  let b = 0
  for (let step = 0; step < 100; step++) {
    let ga = -(a - 1) * PULL
    let gb = -b * 0.1
    let haa = PULL
    let hab = 0
    let hbb = 0.1
    sums.forEach((sum, index) => {
      const p = 1 / (1 + Math.exp(-(a * sum + b)))
      const error = weights[index]! * (labels[index]! - p)
      const curve = weights[index]! * Math.max(p * (1 - p), 1e-9)
      ga += error * sum
      gb += error
      haa += curve * sum * sum
      hab += curve * sum
      hbb += curve
    })
    const det = haa * hbb - hab * hab
    // Far from the best point the curve is flat and a full step leaps over it.
    const bound = (value: number): number => Math.max(-0.5, Math.min(0.5, value))
    a += bound((hbb * ga - hab * gb) / det)
    b += bound((haa * gb - hab * ga) / det)
  }
  return [Number(a.toFixed(5)), Number(b.toFixed(5))]
}

/** Fold number in `[0, folds)` of a group by a hash of its name, so that it never depends on order. */
export function getFold(group: string, folds: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < group.length; index++) hash = Math.imul(hash ^ group.charCodeAt(index), 0x01000193)
  // Mix: the low bits of FNV over short numeric names are far from even.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) % folds
}
