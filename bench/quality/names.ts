import { findNames, loadNames } from '../../src/annotate/names/index.js'
import { type NameSpan, spansOf } from '../../src/annotate/names/labels.js'
import { labelTagged, readSpanned, splitWords } from '../../training/names/texts.js'
import { createTallies, renderTallies, type Tally, tallySpans } from '../../training/names/score.js'

/**
 * Exact spans with class on the dev side of the names corpus, over the corpus's own tokens; sentences are guessed.
 */
export function scoreOnTokens(): ReadonlyMap<string, Tally> {
  const model = loadNames()
  const tallies = createTallies()
  for (const text of labelTagged('dev')) tallySpans(tallies, findNames(text, model), spansOf(text.labels))
  return tallies
}

/** The same from raw text, over the product's tokens and sentences; spans count code units. */
export function scoreOnText(): ReadonlyMap<string, Tally> {
  const model = loadNames()
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

function main(): void {
  console.log('corpus tokens')
  console.log(renderTallies(scoreOnTokens()))
  console.log('raw text')
  console.log(renderTallies(scoreOnText()))
}

if (process.argv[1]?.endsWith('names.ts')) main()
