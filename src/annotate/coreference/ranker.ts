import type { PronounClass } from './pronounFeatures.js'

/** The file `models/coreference/ranker.json`: for every class of pronouns a weight for every feature. */
export interface RankerFile {
  readonly format: 1
  readonly weights: Readonly<Record<PronounClass, Readonly<Record<string, number>>>>
}

/** Scores candidates by the sum of their features' weights; unknown features count nothing. */
export interface Ranker {
  score(kind: PronounClass, features: readonly string[]): number
}

export function createRanker(file: RankerFile): Ranker {
  const tables = new Map(
    Object.entries(file.weights).map(([kind, weights]) => [kind, new Map(Object.entries(weights))] as const),
  )
  return {
    score(kind, features) {
      const table = tables.get(kind)
      if (table === undefined) return 0
      let sum = 0
      for (const feature of features) sum += table.get(feature) ?? 0
      return sum
    },
  }
}
