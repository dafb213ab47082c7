import { findNames, type NameModel } from '../../src/annotate/names/index.js'
import { type NameSpan, spansOf } from '../../src/annotate/names/labels.js'
import { createTallies, measure, type Tally, tallySpans } from './score.js'
import { labelTagged, readSpanned, splitWords } from './texts.js'

/** Exact spans with class on the dev side of the names corpus, over the corpus's own tokens; sentences are guessed. */
export function scoreOnTokens(model: NameModel): ReadonlyMap<string, Tally> {
  const tallies = createTallies()
  for (const text of labelTagged('dev')) tallySpans(tallies, findNames(text, model), spansOf(text.labels))
  return tallies
}

/** The same from raw text, over the product's tokens and sentences; spans count code units. */
export function scoreOnText(model: NameModel): ReadonlyMap<string, Tally> {
  const tallies = createTallies()
  for (const { text, entities } of readSpanned('dev')) {
    const words = splitWords(text)
    const found = findNames(words, model).map(
      ({ from, to, label }): NameSpan => ({ from: words.starts[from] ?? 0, to: words.ends[to - 1] ?? 0, label }),
    )
    const gold = entities.map(({ start, end, type }): NameSpan => ({ from: start, to: end, label: type }))
    tallySpans(tallies, found, gold)
  }
  return tallies
}

/** F1 in [0, 1] by class, for a manifest; classes without anything to score are left out. */
export function f1ByClass(tallies: ReadonlyMap<string, Tally>): Readonly<Record<string, number>> {
  const scores: Record<string, number> = {}
  for (const [name, tally] of tallies) {
    const { f1 } = measure(tally)
    if (f1 !== null) scores[name] = Math.round(f1 * 100) / 10_000
  }
  return scores
}
