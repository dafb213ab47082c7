import { parseOrdinal } from '../numbers/parseNumber.js'
import type { Pieces } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { PARTS, SHORT_WEEKDAYS, WEEKDAYS } from './lexicon.js'
import { monthAt, readDayFirst, readMonthFirst } from './readMonth.js'

/** `Friday`, `Friday, August 15`, `Fri.`, `Friday the 13th`. */
export function readWeekday(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  let weekday = isCapital(pieces, at) ? WEEKDAYS.get(word) : undefined
  let end = at + 1
  if (weekday === undefined) {
    weekday = isCapital(pieces, at) ? SHORT_WEEKDAYS.get(word) : undefined
    if (weekday === undefined) return -1
    if (wordAt(pieces, end) === '.' && isJoined(pieces, end)) end++
    const date = wordAt(pieces, end) === ',' ? end + 1 : end
    const dated = monthAt(pieces, date) !== null || integerAt(pieces, date, 1, 31) > 0
    // "Sun" and "Sat" are words: only beside a date, or the clear ones behind "on".
    if (!dated && !(wordBefore(pieces, at) === 'on' && word !== 'sun' && word !== 'sat')) return -1
  }
  draft.weekday = weekday
  const part = PARTS.get(wordAt(pieces, end))
  if (part !== undefined) {
    draft.part = part
    end++
  }
  let next = end
  if (wordAt(pieces, next) === ',' || wordAt(pieces, next) === '(') next++
  if (wordAt(pieces, next) === 'on' || wordAt(pieces, next) === 'of') next++
  if (wordAt(pieces, next) === 'the') next++
  const month = readMonthFirst(pieces, next, draft)
  if (month > 0 && draft.day !== null) return month
  draft.month = null
  draft.year = null
  const day = readDayFirst(pieces, next, draft)
  if (day > 0) return day
  const ordinal = parseOrdinal(pieces, next)
  if (ordinal?.digits === true && ordinal.value <= 31 && wordAt(pieces, next - 1) === 'the') {
    draft.day = ordinal.value
    return ordinal.end
  }
  return end
}
