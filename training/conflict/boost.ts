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
}

export const DEFAULTS: BoostOptions = { rounds: 80, depth: 3, rate: 0.1, leaf: 4, ridge: 2, columns: 0.6, seed: 12_345 }

/** Gradient boosting for logistic loss with exact splits on sorted columns (Friedman 2001). Deterministic. */
export function trainBoosted(
  examples: readonly Example[],
  features: readonly string[],
  options: BoostOptions = DEFAULTS,
): TreeModel {
  const total = examples.reduce((sum, example) => sum + example.weight, 0)
  const positive = examples.reduce((sum, example) => sum + example.weight * example.label, 0)
  const base = Math.log((positive + 1) / (total - positive + 1))
  const sums = new Float64Array(examples.length).fill(base)
  const orders = features.map((_, feature) =>
    Uint32Array.from(examples.keys()).sort((x, y) => examples[x]!.values[feature]! - examples[y]!.values[feature]!),
  )
  const trees: number[][][] = []
  let state = options.seed
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  for (let round = 0; round < options.rounds; round++) {
    const gradient = new Float64Array(examples.length)
    const hessian = new Float64Array(examples.length)
    examples.forEach((example, index) => {
      const p = 1 / (1 + Math.exp(-sums[index]!))
      gradient[index] = example.weight * (example.label - p)
      hessian[index] = example.weight * Math.max(p * (1 - p), 1e-6)
    })
    const columns = features.flatMap((_, feature) => (random() < options.columns ? [feature] : []))
    const nodes: number[][] = []
    grow(examples, orders, columns, gradient, hessian, new Uint8Array(examples.length).fill(1), 0, options, nodes)
    trees.push(nodes)
    examples.forEach((example, index) => {
      let node = nodes[0]!
      while (node[0]! >= 0) node = nodes[example.values[node[0]!]! < node[1]! ? node[2]! : node[3]!]!
      sums[index] = sums[index]! + node[1]!
    })
  }
  const round = (value: number): number => Number(value.toPrecision(6))
  return {
    features,
    base: round(base),
    trees: trees.map((nodes) => nodes.map((node) => node.map(round))),
    calibration: [1, 0],
  }
}

function grow(
  examples: readonly Example[],
  orders: readonly Uint32Array[],
  columns: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  inside: Uint8Array,
  depth: number,
  options: BoostOptions,
  nodes: number[][],
): number {
  let g = 0
  let h = 0
  for (let index = 0; index < inside.length; index++) {
    if (inside[index] === 1) {
      g += gradient[index]!
      h += hessian[index]!
    }
  }
  const at = nodes.length
  nodes.push([-1, (options.rate * g) / (h + options.ridge)])
  if (depth === options.depth) return at
  let best = { gain: 1e-3, feature: -1, threshold: 0 }
  for (const feature of columns) {
    let leftG = 0
    let leftH = 0
    let before: number | null = null
    for (const index of orders[feature]!) {
      if (inside[index] !== 1) continue
      const value = examples[index]!.values[feature]!
      if (before !== null && value > before && leftH >= options.leaf && h - leftH >= options.leaf) {
        const rightG = g - leftG
        const rightH = h - leftH
        const gain =
          (leftG * leftG) / (leftH + options.ridge) +
          (rightG * rightG) / (rightH + options.ridge) -
          (g * g) / (h + options.ridge)
        if (gain > best.gain) best = { gain, feature, threshold: (before + value) / 2 }
      }
      leftG += gradient[index]!
      leftH += hessian[index]!
      before = value
    }
  }
  if (best.feature < 0) return at
  const left = inside.map((flag, index) =>
    flag === 1 && examples[index]!.values[best.feature]! < best.threshold ? 1 : 0,
  )
  const right = inside.map((flag, index) => (flag === 1 && left[index] !== 1 ? 1 : 0))
  const leftAt = grow(examples, orders, columns, gradient, hessian, left, depth + 1, options, nodes)
  const rightAt = grow(examples, orders, columns, gradient, hessian, right, depth + 1, options, nodes)
  nodes[at] = [best.feature, best.threshold, leftAt, rightAt]
  return at
}

/** Fits `a·sum + b` to labels by Newton steps on the logistic loss (Platt 1999), ridged towards the identity. */
export function calibrate(
  sums: readonly number[],
  labels: readonly number[],
  weights: readonly number[],
): readonly [number, number] {
  let a = 1
  let b = 0
  for (let step = 0; step < 100; step++) {
    let ga = -(a - 1)
    let gb = -b * 0.1
    let haa = 1
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
