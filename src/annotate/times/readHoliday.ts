import type { Pieces } from '../numbers/pieces.js'
import { isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { HOLIDAY_STARTS, HOLIDAYS } from './holidays.js'
import { PARTS } from './lexicon.js'
import { BEFORE_MONTH } from './readMonth.js'
import { readYearAfter } from './readYearAfter.js'

/** A holiday with its year if one follows. Longest name wins. */
export function readHoliday(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const first = wordAt(pieces, at)
  if (first === '' || !HOLIDAY_STARTS.has(first) || !isCapital(pieces, at)) return -1
  // "White Christmas", "Operation Easter": part of another name.
  if (isCapital(pieces, at - 1) && !BEFORE_MONTH.has(wordBefore(pieces, at))) return -1
  let name = ''
  let best = -1
  let bestName = ''
  for (let index = at; index < at + 8 && index < pieces.count; index++) {
    const word = wordAt(pieces, index)
    if (word === '') break
    // "New Year's Eve" and "Presidents' Day" both lose the apostrophe.
    if (word === "'") continue
    if (word === '.' && isJoined(pieces, index)) continue
    name = name === '' ? word : word === 's' && isJoined(pieces, index) ? `${name}s` : `${name} ${word}`
    if (HOLIDAYS.has(name)) {
      best = index + 1
      bestName = name
    }
  }
  if (best < 0) return -1
  draft.holiday = bestName
  const part = PARTS.get(wordAt(pieces, best))
  if (part !== undefined) {
    draft.part = part
    best++
  }
  return readYearAfter(pieces, best, draft)
}
