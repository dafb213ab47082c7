import type { Pieces } from '../numbers/pieces.js'
import { wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { RELATIONS, SEASONS } from './lexicon.js'
import { readYearAfter } from './readYearAfter.js'

// What an army, a school or a court does in spring: the season then stands without a preposition.
const CAMPAIGNS: ReadonlySet<string> = new Set(
  'offensive offensives campaign campaigns semester term session sessions elections planting harvest fighting break training'.split(
    ' ',
  ),
)

const BEFORE_FALL: ReadonlySet<string> = new Set(
  `in by since until during before after from between early late mid through throughout last next this that past previous
  following every each same and to for`.split(/\s+/),
)

/** `summer`, `spring of 1940`, `winter 1941`; "fall" and "spring" only where they cannot be verbs or waters. */
export function readSeason(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  const season = SEASONS.get(word)
  if (season === undefined) return -1
  draft.season = season
  const end = readYearAfter(pieces, at + 1, draft)
  // "the winter of 1941–42"
  if (end > at + 1) return end
  // "the summer before the vote" is told by the vote.
  if (wordAt(pieces, end) === 'before' || wordAt(pieces, end) === 'after') {
    draft.season = null
    return -1
  }
  if (wordAt(pieces, end) === 'of' && RELATIONS.has(wordAt(pieces, end + 1))) return end
  if (word === 'fall' || word === 'spring') {
    const the = wordBefore(pieces, at) === 'the'
    const before = the ? wordBefore(pieces, at - 1) : wordBefore(pieces, at)
    const next = wordAt(pieces, at + 1)
    const offensive = CAMPAIGNS.has(next) || (the && (next === 'and' || next === 'or' || next === ',' || next === '.'))
    if (offensive && !(word === 'fall' && the)) return end
    if (
      !BEFORE_FALL.has(before) ||
      next === 'of' ||
      next === 'in' ||
      next === 'water' ||
      next === 'to' ||
      next === 'from'
    ) {
      draft.season = null
      return -1
    }
    if (!the && word === 'fall' && (before === 'to' || before === 'and' || before === 'for')) {
      draft.season = null
      return -1
    }
  }
  return end
}
