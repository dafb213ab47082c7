import type { DraftMention } from './draft.js'
import type { Candidate, PronounClass } from './pronounFeatures.js'
import type { Ranker } from './ranker.js'

/** One pronoun's choice as the trainer sees it; `features.at(-1)` belongs to no antecedent. */
export interface Choice {
  readonly pronoun: DraftMention
  readonly kind: PronounClass
  readonly candidates: readonly Candidate[]
  readonly features: readonly (readonly string[])[]
}

/** Picks a candidate by its place in `candidates`; -1 for none. */
export type Chooser = (choice: Choice) => { readonly index: number; readonly probability: number }

/** A person's antecedent less probable than this is left open; 0.3 left more open, and no more of them rightly. */
const LEAST = 0.2

/**
 * Chooses by the trained ranker; the probability is the softmax over the candidates. "He" and "she" always mean somebody, "it" and
 * "they" may mean nothing named, so that only for these "none" takes part.
 */
export function chooseByRanker(ranker: Ranker): Chooser {
  return ({ kind, features }) => {
    const options = kind === 'person' ? features.slice(0, -1) : features
    if (options.length === 0) return { index: -1, probability: 0 }
    const scores = options.map((list) => ranker.score(kind, list))
    const top = Math.max(...scores)
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
    const best = scores.indexOf(top)
    const isNone = kind === 'person' ? 1 / total < LEAST : best === scores.length - 1
    return { index: isNone ? -1 : best, probability: 1 / total }
  }
}
