import { NUMBER, type Pieces } from '../numbers/pieces.js'
import { wordAt } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { parseBareYear } from './parseYear.js'
import { readHoliday } from './readHoliday.js'
import { readDayFirst, readMonthFirst } from './readMonth.js'
import { readNumericDate } from './readNumericDate.js'
import { readSeason } from './readSeason.js'
import { readWeekday } from './readWeekday.js'
import { readOrdinalUnit, readQuarterCode } from './readYearPart.js'
import { readDecade, readYearPhrase } from './readYears.js'

/**
 * Reads the heart of a date at piece `at` (a month, weekday, year, season …) into the draft.
 *
 * Returns the piece behind it, or -1 where none starts; the draft is then as it was.
 */
export function readCore(pieces: Pieces, at: number, draft: CalendarDraft): number {
  if (pieces.kind[at] === NUMBER) {
    const end = readNumericDate(pieces, at, draft)
    if (end > 0) return end
    const day = readDayFirst(pieces, at, draft)
    if (day > 0) return day
    const decade = readDecade(pieces, at, draft)
    if (decade > 0) return decade
    const ordinal = readOrdinalUnit(pieces, at, draft)
    if (ordinal > 0) return ordinal
    const year = parseBareYear(pieces, at)
    if (year === null) return -1
    draft.year = year.year
    return year.end
  }
  const word = wordAt(pieces, at)
  if (word === "'") return readDecade(pieces, at, draft)
  return firstOf(
    readHoliday(pieces, at, draft),
    () => readMonthFirst(pieces, at, draft),
    () => readWeekday(pieces, at, draft),
    () => readSeason(pieces, at, draft),
    () => readOrdinalUnit(pieces, at, draft),
    () => readQuarterCode(pieces, at, draft),
    () => readDayFirst(pieces, at, draft),
    () => readDecade(pieces, at, draft),
    () => readYearPhrase(pieces, at, draft),
  )
}

function firstOf(first: number, ...rest: readonly (() => number)[]): number {
  if (first > 0) return first
  for (const read of rest) {
    const end = read()
    if (end > 0) return end
  }
  return -1
}
