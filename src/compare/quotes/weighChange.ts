import type { WordingChange } from './compareWording.js'
import type { StoryQuote } from './storyQuotes.js'
import { isSameStem } from './wordForms.js'

/** What a change in wording amounts to, and how sure that is. */
export interface Verdict {
  readonly strength: 'contradiction' | 'tension'
  readonly probability: number
}

/** Words a reporter fits to the sentence around a fragment: person, number and tense of small words. */
const FITTED: ReadonlySet<string> = new Set(
  (
    'i me my mine we us our you your he him his she her they them their it its is am are was were be been being has have had ' +
    "do does did will would can could may might shall should 's 'd this that these those the"
  ).split(' '),
)

// 4 words: with fewer, the two may be different utterances, and a difference in print tells nothing.
const LEAST_MATCHED = 4

/**
 * Judges one change; null where a reader need not see it: capitals, and words that an account leaves off at either end.
 *
 * Probabilities are the share of such changes that annotators marked, over the hand-annotated stories (docs/quotes.md).
 */
export function weighChange(change: WordingChange, a: StoryQuote, b: StoryQuote, matched: number): Verdict | null {
  switch (change.kind) {
    case 'case':
    case 'cut':
      return null
    case 'masking':
      return matched >= LEAST_MATCHED ? { strength: 'tension', probability: 0.8 } : null
    case 'bracket':
    case 'contraction':
      return matched >= LEAST_MATCHED ? { strength: 'tension', probability: 0.6 } : null
    case 'silent-cut':
      return matched >= LEAST_MATCHED ? { strength: 'tension', probability: 0.5 } : null
    case 'wording':
      return weighWording(change, a, b, matched)
  }
}

// 0.6: where less of the shorter quotation is shared, the accounts tell of one thing in two utterances.
const MOST_OF = 0.6

function weighWording(change: WordingChange, a: StoryQuote, b: StoryQuote, matched: number): Verdict | null {
  if (matched < 2) return null
  const fragment = a.attribution.kind === 'mixed' || b.attribution.kind === 'mixed'
  // Five shared words, two of them on each side of the change: less could be another utterance, or a fragment fitted in.
  const firm = matched >= 5 && change.hold >= 2 && matched >= MOST_OF * Math.min(a.words.length, b.words.length)
  if (!firm || isFitted(change)) return { strength: 'tension', probability: firm ? 0.6 : 0.5 }
  return { strength: 'contradiction', probability: fragment ? 0.7 : 0.8 }
}

function isFitted(change: WordingChange): boolean {
  const aWords = change.aWords.split(' ').filter((word) => word !== '')
  const bWords = change.bWords.split(' ').filter((word) => word !== '')
  if ([...aWords, ...bWords].every((word) => FITTED.has(word))) return true
  return aWords.length === 1 && bWords.length === 1 && isSameStem(aWords[0]!, bWords[0]!)
}
