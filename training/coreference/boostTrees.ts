import type { Trees } from '../../src/annotate/coreference/ranker.js'
import { createRandom } from '../shared/random.js'
import type { Example } from './logLinear.js'

export interface BoostOptions {
  readonly rounds: number
  /** Questions asked in a row. */
  readonly depth: number
  /** Share of every tree's answer that is taken. */
  readonly rate: number
  /** Added to the curvature of a leaf: the larger, the smaller the answers of small leaves. */
  readonly damping: number
  /** Candidates that a leaf must hold, and a feature must have. */
  readonly least: number
  /** Shares of the features and of the examples that a tree sees. */
  readonly features: number
  readonly examples: number
  readonly seed: number
}

/** Chosen on GAP development by folds; half and twice of each move F1 by less than half a point, which is noise. */
export const BOOST: BoostOptions = {
  rounds: 150,
  depth: 5,
  rate: 0.1,
  damping: 5,
  least: 20,
  features: 0.2,
  examples: 0.7,
  seed: 11,
}

/** Candidates of all examples one after the other: `firsts[g]` is where those of example `g` start. */
interface Table {
  readonly names: readonly string[]
  /** Numbers of the features of every candidate. */
  readonly rows: readonly Int32Array[]
  readonly firsts: Int32Array
  readonly right: Uint8Array
  readonly weights: Float64Array
  readonly slopes: Float64Array
  readonly curvatures: Float64Array
  /** 1 where a candidate has a feature: row × features + feature. */
  readonly has: Uint8Array
}

/**
 * Boosted trees over the features of candidates, on the marginal likelihood of the right ones among those of the same pronoun (Friedman
 * 2001, with the softmax of a ranker). Examples without a right or a wrong option teach nothing. Cost: rounds × depth × features set.
 */
export function boostTrees(examples: readonly Example[], options: BoostOptions = BOOST): Trees {
  const table = createTable(examples, options.least)
  const size = table.rows.length
  const random = createRandom(options.seed)
  const scores = new Float64Array(size)
  const trees: Grown = { features: [], yes: [], no: [], values: [], roots: [] }
  for (let round = 0; round < options.rounds; round++) {
    const live = findSlopes(table, scores, () => random() < options.examples)
    const allowed = table.names.map(() => random() < options.features)
    const root = growNode(table, live, options.depth, allowed, options, trees)
    trees.roots.push(root)
    for (let row = 0; row < size; row++)
      scores[row]! += answer(trees, root, (feature) => hasFeature(table, row, feature))
  }
  return { names: table.names, ...trees }
}

interface Grown {
  readonly features: number[]
  readonly yes: number[]
  readonly no: number[]
  readonly values: number[]
  readonly roots: number[]
}

function createTable(all: readonly Example[], least: number): Table {
  const examples = all.filter(({ options, right }) => right.length > 0 && right.length < options.length)
  const counts = new Map<string, number>()
  for (const { options } of examples) {
    for (const list of options) for (const feature of list) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const names = [...counts].flatMap(([feature, count]) => (count >= least ? [feature] : [])).sort()
  const numbers = new Map(names.map((feature, index) => [feature, index]))
  const rows = examples.flatMap(({ options }) =>
    options.map((list) => Int32Array.from(new Set(list.flatMap((feature) => numbers.get(feature) ?? [])))),
  )
  const firsts = new Int32Array(examples.length + 1)
  const right = new Uint8Array(rows.length)
  examples.forEach((example, group) => {
    const first = firsts[group] as number
    firsts[group + 1] = first + example.options.length
    for (const place of example.right) right[first + place] = 1
  })
  const has = new Uint8Array(rows.length * names.length)
  rows.forEach((row, index) => {
    for (const feature of row) has[index * names.length + feature] = 1
  })
  const weights = Float64Array.from(examples, ({ weight }) => weight)
  const slopes = new Float64Array(rows.length)
  return { names, rows, firsts, right, weights, slopes, curvatures: new Float64Array(rows.length), has }
}

function hasFeature({ has, names }: Table, row: number, feature: number): boolean {
  return has[row * names.length + feature] === 1
}

/** Writes slope and curvature of every candidate of the examples drawn; gives their rows. */
function findSlopes(table: Table, scores: Float64Array, isDrawn: () => boolean): readonly number[] {
  const { firsts, right, weights, slopes, curvatures } = table
  const live: number[] = []
  for (let group = 0; group < weights.length; group++) {
    if (!isDrawn()) continue
    const first = firsts[group] as number
    const end = firsts[group + 1] as number
    const exps = scores.slice(first, end)
    const top = Math.max(...exps)
    let total = 0
    let rightTotal = 0
    exps.forEach((score, place) => {
      exps[place] = Math.exp(score - top)
      total += exps[place] as number
      if (right[first + place] === 1) rightTotal += exps[place] as number
    })
    for (let row = first; row < end; row++) {
      const value = exps[row - first] as number
      const share = value / total
      const weight = weights[group] as number
      slopes[row] = weight * ((right[row] === 1 ? value / rightTotal : 0) - share)
      // 1e-4: where a candidate is all but certain, the curvature vanishes and steps would explode.
      curvatures[row] = weight * Math.max(share * (1 - share), 1e-4)
      live.push(row)
    }
  }
  return live
}

function growNode(
  table: Table,
  rows: readonly number[],
  depth: number,
  allowed: readonly boolean[],
  options: BoostOptions,
  trees: Grown,
): number {
  const node = trees.features.length
  let slope = 0
  let curvature = 0
  for (const row of rows) {
    slope += table.slopes[row] as number
    curvature += table.curvatures[row] as number
  }
  trees.features.push(-1)
  trees.yes.push(-1)
  trees.no.push(-1)
  trees.values.push(Math.round((10000 * options.rate * slope) / (curvature + options.damping)) / 10000)
  const feature = depth === 0 ? -1 : bestQuestion(table, rows, slope, curvature, allowed, options)
  if (feature < 0) return node
  const yes = rows.filter((row) => hasFeature(table, row, feature))
  const no = rows.filter((row) => !hasFeature(table, row, feature))
  trees.features[node] = feature
  trees.yes[node] = growNode(table, yes, depth - 1, allowed, options, trees)
  trees.no[node] = growNode(table, no, depth - 1, allowed, options, trees)
  return node
}

/** The feature that parts the rows best; -1 where none gains anything. */
function bestQuestion(
  table: Table,
  rows: readonly number[],
  slope: number,
  curvature: number,
  allowed: readonly boolean[],
  { damping, least }: BoostOptions,
): number {
  const count = table.names.length
  const slopes = new Float64Array(count)
  const curvatures = new Float64Array(count)
  const counts = new Int32Array(count)
  for (const row of rows) {
    for (const feature of table.rows[row] as Int32Array) {
      slopes[feature]! += table.slopes[row] as number
      curvatures[feature]! += table.curvatures[row] as number
      counts[feature]! += 1
    }
  }
  let best = -1
  let bestGain = (slope * slope) / (curvature + damping) + 1e-6
  for (let feature = 0; feature < count; feature++) {
    const held = counts[feature] as number
    if (allowed[feature] !== true || held < least || rows.length - held < least) continue
    const own = slopes[feature] as number
    const ownCurvature = curvatures[feature] as number
    const gain = own ** 2 / (ownCurvature + damping) + (slope - own) ** 2 / (curvature - ownCurvature + damping)
    if (gain > bestGain) {
      best = feature
      bestGain = gain
    }
  }
  return best
}

function answer(trees: Grown, root: number, has: (feature: number) => boolean): number {
  let node = root
  for (let feature = trees.features[node] as number; feature >= 0; feature = trees.features[node] as number) {
    node = (has(feature) ? trees.yes : trees.no)[node] as number
  }
  return trees.values[node] as number
}
