import { parseOrdinal } from '../numbers/parseNumber.js'
import { type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { RELATIONS } from './lexicon.js'
import { parseEra } from './parseYear.js'
import { readYearAfter } from './readYearAfter.js'

/** `first quarter of 2025`, `second half of 1916`, `18th century`, `21st-century`, `1990s` by ordinal. */
export function readOrdinalUnit(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const ordinal = parseOrdinal(pieces, at)
  const last = wordAt(pieces, at) === 'final' || wordAt(pieces, at) === 'last' || wordAt(pieces, at) === 'latter'
  if (ordinal === null && !last) return -1
  let next = ordinal === null ? at + 1 : ordinal.end
  if (wordAt(pieces, next) === '-' && isJoined(pieces, next)) next++
  if (wordAt(pieces, next) === 'fiscal') next++
  const word = wordAt(pieces, next)
  const value = ordinal?.value ?? 0
  if (word === 'century' || word === 'centuries') {
    if (ordinal === null || value < 1 || value > 30) return -1
    const era = parseEra(pieces, next + 1)
    draft.century = era?.before === true ? -value : value
    return era === null ? next + 1 : era.end
  }
  if (word === 'quarter' && (value <= 4 || last)) {
    draft.quarter = ordinal === null ? 4 : value
    return withYear(pieces, next + 1, draft, wordBefore(pieces, at) === 'the' || ordinal !== null)
  }
  if ((word === 'half' || word === 'part') && (value <= 2 || last)) {
    if (wordAt(pieces, next + 1) !== 'of') return -1
    // A half of a year has a name; a half of anything else is left to the modifier.
    const end = readYearAfter(pieces, next + 1, draft)
    if (end === next + 1 || word === 'part') {
      draft.year = null
      return -1
    }
    draft.half = ordinal === null ? 2 : value
    return end
  }
  return -1
}

function withYear(pieces: Pieces, at: number, draft: CalendarDraft, alone: boolean): number {
  const end = readYearAfter(pieces, at, draft)
  if (end > at) return end
  const next = wordAt(pieces, at)
  // "a third quarter" of a match or of the money is no date without a year or clear end.
  if (alone && !(next === 'of' && !RELATIONS.has(wordAt(pieces, at + 1)) && wordAt(pieces, at + 1) !== 'the')) return at
  draft.quarter = null
  return -1
}

/** `Q1 2025`, `2025 Q1` is read as its year only. */
export function readQuarterCode(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  if ((word !== 'q' && word !== 'h' && word !== 'fy') || !isJoined(pieces, at + 1) || !isCapital(pieces, at)) return -1
  if (word === 'fy') {
    const year = integerAt(pieces, at + 1, 1900, 2199, 4)
    const short = integerAt(pieces, at + 1, 0, 99, 2)
    if (year < 0 && short < 0) return -1
    draft.year = year < 0 ? short : year
    draft.shortYear = year < 0
    return at + 2
  }
  const value = integerAt(pieces, at + 1, 1, word === 'q' ? 4 : 2, 1)
  if (value < 0 || (isJoined(pieces, at + 2) && pieces.kind[at + 2] === WORD)) return -1
  if (word === 'q') draft.quarter = value
  else draft.half = value
  const end = readYearAfter(pieces, at + 2, draft)
  if (end > at + 2 || word === 'q') return end
  draft.half = null
  return -1
}
