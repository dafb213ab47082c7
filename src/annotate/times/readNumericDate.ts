import { NUMBER, type Pieces } from '../numbers/pieces.js'
import { integerAt, isJoined } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'

/** `2025-08-15`, `15/8/2025`, `8/15/2025`, `15.8.2025`. Both orders possible: day first only where the month would not fit. */
export function readNumericDate(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const mark = pieces.norm[at + 1]
  if (mark === undefined || !(mark === '/' || mark === '-' || mark === '.') || pieces.norm[at + 3] !== mark) return -1
  if (!isJoined(pieces, at + 1) || !isJoined(pieces, at + 2) || !isJoined(pieces, at + 3) || !isJoined(pieces, at + 4))
    return -1
  if (isJoined(pieces, at + 5) && ((pieces.norm[at + 5] === mark && mark !== '.') || pieces.kind[at + 5] === NUMBER))
    return -1
  const iso = integerAt(pieces, at, 1000, 2199, 4)
  if (iso > 0) {
    const month = integerAt(pieces, at + 2, 1, 12)
    const day = integerAt(pieces, at + 4, 1, 31)
    if (month < 0 || day < 0) return -1
    return setDay(draft, iso, month, day, at + 5)
  }
  const year = integerAt(pieces, at + 4, 1000, 2199, 4)
  const short = year < 0 ? integerAt(pieces, at + 4, 0, 99, 2) : -1
  if (year < 0 && (short < 0 || mark !== '/')) return -1
  const first = integerAt(pieces, at, 1, 31)
  const second = integerAt(pieces, at + 2, 1, 31)
  if (first < 0 || second < 0 || (first > 12 && second > 12)) return -1
  draft.shortYear = year < 0
  const full = year < 0 ? short : year
  // 3/4/2025 is March in one country and April in another: the day stays open, so that no false day is claimed.
  if (first <= 12 && second <= 12 && first !== second && mark !== '.') {
    draft.year = full
    return at + 5
  }
  const dayFirst = first > 12 || mark === '.'
  return setDay(draft, full, dayFirst ? second : first, dayFirst ? first : second, at + 5)
}

function setDay(draft: CalendarDraft, year: number | null, month: number, day: number | null, end: number): number {
  draft.year = year
  draft.month = month
  draft.day = day
  return end
}
