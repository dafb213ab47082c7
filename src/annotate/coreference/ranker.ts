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
    const linear = scoreByWeights(new Map(Object.entries(weights)))
    const forests = (file.trees?.[kind as PronounClass] ?? []).map(scoreByTrees)
    scorers.set(kind, (features) => {
      let sum = 0
      for (const forest of forests) sum += forest(features)
      return linear(features) + (forests.length === 0 ? 0 : sum / forests.length)
    })
  }
  return { score: (kind, features) => scorers.get(kind)?.(features) ?? 0 }
}

function scoreByWeights(weights: ReadonlyMap<string, number>): Scorer {
  if (weights.size === 0) return () => 0
  return (features) => {
    let sum = 0
    for (const feature of features) sum += weights.get(feature) ?? 0
    return sum
  }
}

function scoreByTrees({ names, features, yes, no, values, roots }: Trees): Scorer {
  const numbers = new Map(names.map((name, number) => [name, number]))
  const has = new Uint8Array(names.length)
  // Typed arrays, since every candidate of every pronoun asks some hundreds of questions.
  const asked = Int16Array.from(features)
  const left = Int32Array.from(yes)
  const right = Int32Array.from(no)
  return (list) => {
    has.fill(0)
    for (const name of list) {
      const number = numbers.get(name)
      if (number !== undefined) has[number] = 1
    }
    let sum = 0
    for (const root of roots) {
      let node = root
      for (let feature = asked[node] as number; feature >= 0; feature = asked[node] as number) {
        node = (has[feature] === 1 ? left[node] : right[node]) as number
      }
      sum += values[node] as number
    }
    return sum
  }
}
