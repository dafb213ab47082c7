import type { Pieces } from '../numbers/pieces.js'
import { integerAt, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { parseAnnouncedYear, parseEra } from './parseYear.js'

const DECADES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenties: 20,
    thirties: 30,
    forties: 40,
    fifties: 50,
    sixties: 60,
    seventies: 70,
    eighties: 80,
    nineties: 90,
  }),
)

/** `1990s`, `1990's`, `'90s`, `the nineties`. */
export function readDecade(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const named = DECADES.get(wordAt(pieces, at))
  if (named !== undefined) {
    // "in her nineties" is an age.
    if (wordBefore(pieces, at) !== 'the' && !(wordBefore(pieces, at) === '-' && MODS.has(wordAt(pieces, at - 2))))
      return -1
    draft.decade = 1900 + named
    return at + 1
  }
  let index = at
  const quoted = wordAt(pieces, at) === "'"
  if (quoted) index++
  const full = quoted ? -1 : integerAt(pieces, index, 1000, 2190, 4)
  const short = quoted && isJoined(pieces, index) ? integerAt(pieces, index, 10, 90, 2) : -1
  if (full % 10 === 0 || short % 10 === 0) {
    let end = index + 1
    if (wordAt(pieces, end) === "'" && isJoined(pieces, end)) end++
    if (wordAt(pieces, end) === 's' && isJoined(pieces, end)) {
      draft.decade = full > 0 ? full : 1900 + short
      return end + 1
    }
  }
  if (!quoted) return -1
  const year = parseAnnouncedYear(pieces, at)
  if (year === null || !year.short) return -1
  const before = wordBefore(pieces, at)
  // "'68" needs company: a quotation may open with a number.
  if (
    before !== 'in' &&
    before !== 'of' &&
    before !== 'since' &&
    before !== 'by' &&
    before !== 'until' &&
    before !== 'from' &&
    before !== 'the' &&
    before !== 'late' &&
    before !== 'early'
  )
    return -1
  draft.year = year.year
  draft.shortYear = true
  return year.end
}

const MODS: ReadonlySet<string> = new Set(['mid', 'early', 'late'])

/** `the year 2025`, `the years 1955`, `fiscal year 2025`, `fiscal 2025`. Called at "year" or "fiscal". */
export function readYearPhrase(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let index = at
  const word = wordAt(pieces, index)
  if (word === 'ad' || word === 'a') return readEraFirst(pieces, at, draft)
  if (word !== 'year' && word !== 'years' && word !== 'fiscal' && word !== 'calendar' && word !== 'financial') return -1
  if (word === 'fiscal' || word === 'calendar' || word === 'financial') index++
  if (wordAt(pieces, index) === 'year' || wordAt(pieces, index) === 'years') index++
  const year = parseAnnouncedYear(pieces, index)
  if (year === null || index === at) return -1
  draft.year = year.year
  draft.shortYear = year.short
  return year.end
}

/** `AD 70`, `A.D. 70` */
function readEraFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const era = parseEra(pieces, at)
  if (era === null || era.before) return -1
  const year = integerAt(pieces, era.end, 1, 2199)
  if (year < 0) return -1
  draft.year = year
  return era.end + 1
}
