import type { ArticleReading } from '../reading/readStoryArticle.js'
import { sharedTerms } from '../reading/vector.js'
import type { Views } from '../reading/weighTerms.js'
import { explainTrees, type StoryTrees } from '../score/trees.js'
import type { Reason, SharedTerm } from '../story.js'

const MOST_TERMS = 12
const MOST_REASONS = 5

/** The terms that an account and a story share, heaviest first: whole names in place of their parts, then numbers and words. */
export function explainShared(reading: ArticleReading, views: Views): readonly SharedTerm[] {
  const { terms } = reading
  const found: SharedTerm[] = []
  const told = new Set<number>()
  const take = (kind: SharedTerm['kind'], mine: Views['body'], theirs: Views['body']): void => {
    for (const { term, weight } of sharedTerms(mine, theirs)) {
      if (told.has(term)) continue
      told.add(term)
      found.push({ term: terms.written.get(term)!, kind, weight: Number(weight.toFixed(4)) })
    }
  }
  take('name', reading.views.names, views.names)
  take('number', reading.views.numbers, views.numbers)
  take('word', reading.views.body, views.body)
  const heaviest = found.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  // "Lind" beside "Ada Lind" tells nothing more.
  const whole = heaviest.filter(
    ({ term }) => !heaviest.some((other) => other.term !== term && other.term.split(' ').includes(term)),
  )
  return whole.slice(0, MOST_TERMS)
}

/** The figures that moved a score most. */
export function explainScore(trees: StoryTrees, values: ArrayLike<number>): readonly Reason[] {
  return explainTrees(trees, values)
    .slice(0, MOST_REASONS)
    .map(({ feature, value, effect }) => ({
      figure: feature,
      value: Number(value.toFixed(3)),
      effect: Number(effect.toFixed(3)),
    }))
}
