import type { PronounClass } from './pronounFeatures.js'

/** Boosted trees over features: node `n` asks for feature `names[features[n]]` and goes to `yes[n]` or `no[n]`; -1 is a leaf. */
export interface Trees {
  readonly names: readonly string[]
  readonly features: readonly number[]
  readonly yes: readonly number[]
  readonly no: readonly number[]
  readonly values: readonly number[]
  /** First node of every tree. */
  readonly roots: readonly number[]
}

/** The file `models/coreference/ranker.json`: for every class of pronouns a weight for every feature, and trees for some. */
export interface RankerFile {
  readonly format: 1 | 2
  readonly weights: Readonly<Record<PronounClass, Readonly<Record<string, number>>>>
  readonly trees?: Readonly<Partial<Record<PronounClass, readonly Trees[]>>>
}

/** Scores candidates by the sum of their features' weights and the mean answer of the trees; unknown features count nothing. */
export interface Ranker {
  score(kind: PronounClass, features: readonly string[]): number
}

type Scorer = (features: readonly string[]) => number

export function createRanker(file: RankerFile): Ranker {
  const scorers = new Map<string, Scorer>()
  for (const [kind, weights] of Object.entries(file.weights)) {
    scorers.set(kind, createScorer(weights, file.trees?.[kind as PronounClass] ?? []))
  }
  return { score: (kind, features) => scorers.get(kind)?.(features) ?? 0 }
}

/** One look-up per feature for weights and trees together: most of the time goes into finding strings. */
function createScorer(weights: Readonly<Record<string, number>>, forests: readonly Trees[]): Scorer {
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  }
  const packed = forests.map((forest) => packTrees(forest, forest.names.map(numberOf)))
  for (const name of Object.keys(weights)) numberOf(name)
  const own = new Float64Array(numbers.size)
  for (const [name, weight] of Object.entries(weights)) own[numberOf(name)] = weight
  const has = new Uint8Array(numbers.size)
  return (features) => {
    let sum = 0
    for (const feature of features) {
      const number = numbers.get(feature)
      if (number === undefined) continue
      sum += own[number] as number
      has[number] = 1
    }
    if (packed.length === 0) return sum
    let answers = 0
    for (const forest of packed) answers += ask(forest, has)
    has.fill(0)
    return sum + answers / packed.length
  }
}

interface PackedTrees {
  /** For every node its feature, -1 at leaves, and the node for those who lack it; those who have it go to the next node. */
  readonly nodes: Int32Array
  readonly values: Float64Array
  readonly roots: Int32Array
}

/** The trees with the nodes of every "yes" right behind their question, so that half the steps read on. */
function packTrees({ features, yes, no, values, roots }: Trees, numbers: readonly number[]): PackedTrees {
  const nodes = new Int32Array(2 * features.length)
  const packed = new Float64Array(features.length)
  let size = 0
  const place = (node: number): number => {
    const at = size++
    packed[at] = values[node] as number
    const feature = features[node] as number
    nodes[2 * at] = feature < 0 ? -1 : (numbers[feature] as number)
    if (feature >= 0) {
      place(yes[node] as number)
      nodes[2 * at + 1] = place(no[node] as number)
    }
    return at
  }
  const starts = Int32Array.from(roots, (root) => place(root))
  return { nodes, values: packed, roots: starts }
}

function ask({ nodes, values, roots }: PackedTrees, has: Uint8Array): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    for (let feature = nodes[2 * node] as number; feature >= 0; feature = nodes[2 * node] as number) {
      node = has[feature] === 1 ? node + 1 : (nodes[2 * node + 1] as number)
    }
    sum += values[node] as number
  }
  return sum
}
