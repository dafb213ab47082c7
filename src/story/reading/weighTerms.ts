import type { ArticleTerms } from './readArticle.js'
import { type SparseVector, unitVector } from './vector.js'

/** The views of an account: unit vectors of weighed terms. */
export interface Views {
  readonly body: SparseVector
  readonly lead: SparseVector
  readonly title: SparseVector
  readonly names: SparseVector
  readonly leadNames: SparseVector
  readonly numbers: SparseVector
  readonly pairs: SparseVector
}

export const VIEWS = ['body', 'lead', 'title', 'names', 'leadNames', 'numbers', 'pairs'] as const

/** Weighs each count by its logarithm and by how rare the term is (TF-IDF); a pair of words is as rare as its words together. */
export function weighTerms(terms: ArticleTerms, rarity: (term: number) => number): Views {
  const known = new Map<number, number>()
  const weigh = (term: number): number => {
    let weight = known.get(term)
    if (weight === undefined) {
      const parts = terms.parts.get(term)
      weight = parts === undefined ? rarity(term) : (rarity(parts[0]) + rarity(parts[1])) / 2
      known.set(term, weight)
    }
    return weight
  }
  const view = (counts: ReadonlyMap<number, number>): SparseVector => {
    const weights = new Map<number, number>()
    for (const [term, count] of counts) weights.set(term, (1 + Math.log(count)) * weigh(term))
    return unitVector(weights)
  }
  return {
    body: view(terms.body),
    lead: view(terms.lead),
    title: view(terms.title),
    names: view(terms.names),
    leadNames: view(terms.leadNames),
    numbers: view(terms.numbers),
    pairs: view(terms.pairs),
  }
}
