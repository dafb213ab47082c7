import type { Pieces } from '../numbers/pieces.js'
import { isJoined, wordAt } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { parseAnnouncedYear } from './parseYear.js'

/** A year behind a month, day or season: `2025`, `, 2025`, `of 2025`, `'25`. Returns the end, moved or not. */
export function readYearAfter(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let next = at
  const word = wordAt(pieces, next)
  if (word === ',' || word === 'of' || word === '-' || word === '/') next++
  else if (word === 'in' && draft.day === null) next++
  const year = parseAnnouncedYear(pieces, next)
  if (year === null || (next === at && isJoined(pieces, at) && !year.short)) return at
  // ", 2025 people"
  draft.year = year.year
  draft.shortYear = year.short
  return year.end
}
