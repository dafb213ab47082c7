import { ORDINALS, SMALL } from '../numbers/numberWords.js'
import { FRACTION_MARKS } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { CURRENCY_SIGNS, LETTER_SIGNS, SIGN_PREFIXES } from './currencies.js'
import type { QuantityDraft } from './draft.js'
import { HEDGE_STARTS, HEDGES, NONE_OF, VAGUE_AMOUNTS } from './lexicon.js'
import { matchAge } from './matchAge.js'
import {
  matchFraction,
  matchMagnitude,
  matchMeasure,
  matchOdds,
  matchOrdinal,
  matchPercent,
  matchScore,
} from './matchFigure.js'
import { isBuried, matchIdentifier } from './matchIdentifier.js'
import { join, matchSignedMoney, matchWordedMoney } from './matchMoney.js'
import { readHedge, readNumber } from './readAmount.js'

/** Every word that may open a quantity. */
const OPENERS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...ORDINALS.keys(),
  ...HEDGES.keys(),
  ...HEDGE_STARTS,
  ...VAGUE_AMOUNTS.keys(),
  ...SIGN_PREFIXES.keys(),
  ...LETTER_SIGNS.keys(),
  ...['a', 'an', 'half', 'several', 'few', 'aged', 'age', 'ages', 'magnitude', 'no'],
])

/**
 * Finds the quantities of a text in reading order; none overlap, and none touch a piece that `isTaken` (a time).
 *
 * Each reading looks at a bounded number of pieces, so the whole is linear.
 */
export function findQuantities(pieces: Pieces, isTaken: (piece: number) => boolean): readonly QuantityDraft[] {
  const found: QuantityDraft[] = []
  let last = 0
  for (let at = 0; at < pieces.count; ) {
    const kind = pieces.kind[at]
    const norm = pieces.norm[at]!
    const opens =
      kind === NUMBER || (kind === WORD ? OPENERS.has(norm) : CURRENCY_SIGNS.has(norm) || FRACTION_MARKS.has(norm))
    if (!opens || isTaken(at)) {
      at++
      continue
    }
    const draft = match(pieces, at)
    if (draft === null || draft.first < last || overlapsTaken(draft, isTaken)) {
      at++
      continue
    }
    found.push(draft)
    last = draft.end
    at = draft.end
  }
  return found
}

function overlapsTaken(draft: QuantityDraft, isTaken: (piece: number) => boolean): boolean {
  for (let piece = draft.first; piece < draft.end; piece++) if (isTaken(piece)) return true
  return false
}

function match(pieces: Pieces, at: number): QuantityDraft | null {
  if (isBuried(pieces, at)) return null
  const special =
    matchAge(pieces, at) ?? matchMagnitude(pieces, at) ?? matchScore(pieces, at) ?? matchIdentifier(pieces, at)
  if (special !== null) return special
  const none = matchNone(pieces, at)
  if (none !== null) return none
  const hedge = readHedge(pieces, at)
  const money = matchSignedMoney(pieces, at, hedge.end, hedge)
  if (money !== null) return money
  const odds = matchOdds(pieces, at, hedge.end, hedge)
  if (odds !== null) return odds
  const fraction = matchFraction(pieces, at, hedge.end, hedge)
  if (fraction !== null) return fraction
  if (hedge.end === at) {
    const ordinal = matchOrdinal(pieces, at)
    if (ordinal !== null) return ordinal
  }
  const amount = readNumber(pieces, hedge.end)
  if (amount === null) return null
  const figure =
    matchPercent(pieces, at, amount, hedge) ??
    matchWordedMoney(pieces, at, amount, hedge) ??
    matchMeasure(pieces, at, amount, hedge) ??
    matchTimes(pieces, at, amount.end, amount.low, amount.high, join(hedge, amount))
  if (figure !== null) return figure
  // "presided over two meetings", "under three heads": before small numbers these are prepositions.
  if (hedge.end === at + 1 && amount.high < 10 && !amount.digits && PLACES.has(wordAt(pieces, at))) return null
  if (!isCount(pieces, at, hedge.end, amount.end)) return null
  return {
    first: at,
    end: amount.end,
    kind: 'count',
    low: amount.low,
    high: amount.high,
    unit: '',
    approximation: join(hedge, amount),
  }
}

/** `three times as many`, `10 times more`: a factor, not a count of occasions. */
function matchTimes(
  pieces: Pieces,
  first: number,
  end: number,
  low: number,
  high: number,
  approximation: QuantityDraft['approximation'],
): QuantityDraft | null {
  if (wordAt(pieces, end) !== 'times') return null
  const next = wordAt(pieces, end + 1)
  const factor =
    next === 'as' ||
    next === 'more' ||
    next === 'the' ||
    next === 'higher' ||
    next === 'larger' ||
    next === 'greater' ||
    next === 'its' ||
    next === 'bigger' ||
    next === 'faster'
  return factor ? { first, end: end + 1, kind: 'ratio', low, high, unit: 'times', approximation } : null
}

/** `no casualties`: a count of none, where its absence is news. */
function matchNone(pieces: Pieces, at: number): QuantityDraft | null {
  if (wordAt(pieces, at) !== 'no' || !NONE_OF.has(wordAt(pieces, at + 1))) return null
  return { first: at, end: at + 1, kind: 'count', low: 0, high: 0, unit: '', approximation: 'exact' }
}

const PLACES: ReadonlySet<string> = new Set(['over', 'under', 'above', 'below', 'about', 'around'])

const ONE_BEFORE: ReadonlySet<string> = new Set(
  'no any every this that the each some which another such only first last next big good bad right wrong new old other'.split(
    ' ',
  ),
)
const ONE_BEHIND: ReadonlySet<string> = new Set(
  'of another day time thing or that who is was has can could would should will may might way in by on to and with for as at more side'.split(
    ' ',
  ),
)

/** Leaves out "one" as a pronoun, "a few" as an aside, and bare single words that count nothing. */
function isCount(pieces: Pieces, first: number, at: number, end: number): boolean {
  const word = wordAt(pieces, at)
  const next = wordAt(pieces, end)
  if (word === 'one' && end === at + 1) {
    const behind = next === '' || pieces.kind[end] !== WORD || ONE_BEHIND.has(next)
    if (first < at) return wordAt(pieces, first) === 'at' || !behind
    return !behind && !ONE_BEFORE.has(wordBefore(pieces, at))
  }
  if (word === 'few') return wordBefore(pieces, at) !== 'the' && pieces.kind[end] === WORD
  // "1." and "(2)" open list items.
  if (pieces.kind[at] === NUMBER && wordBefore(pieces, at) === '' && end === at + 1 && (next === '.' || next === ')')) {
    return isJoined(pieces, end + 1)
  }
  return true
}
