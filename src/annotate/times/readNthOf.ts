import { parseOrdinal } from '../numbers/parseNumber.js'
import type { Pieces } from '../numbers/pieces.js'
import { isCapital, wordAt } from '../numbers/reading.js'
import { type CalendarDraft, createDraft } from './expression.js'
import { UNITS, type Unit, WEEKDAYS } from './lexicon.js'
import { readCore } from './matchCore.js'
import { readRelated } from './readRelated.js'

const COUNTABLE: ReadonlySet<Unit> = new Set(['day', 'week', 'weekend'])

/**
 * `first week of March`, `last Friday of the month`, `third day of 2025`: called behind the article. Returns the piece behind
 * it, or -1 where what is counted or what holds it is not a stretch of the calendar.
 */
export function readNthOf(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  const ordinal = parseOrdinal(pieces, at)
  const last = word === 'last' || word === 'final' || word === 'closing'
  const nth = last ? -1 : word === 'opening' ? 1 : (ordinal?.value ?? 0)
  if (nth === 0 || nth > 5) return -1
  const counted = last || ordinal === null ? at + 1 : ordinal.end
  const unit = UNITS.get(wordAt(pieces, counted))
  const weekday = isCapital(pieces, counted) ? WEEKDAYS.get(wordAt(pieces, counted)) : undefined
  if (weekday === undefined && (unit === undefined || unit.plural || !COUNTABLE.has(unit.unit))) return -1
  const joint = wordAt(pieces, counted + 1)
  if (joint !== 'of' && joint !== 'in') return -1
  const holder = createDraft(draft.first)
  const related = readRelated(pieces, counted + 2, holder)
  const the = wordAt(pieces, counted + 2) === 'the' ? counted + 3 : counted + 2
  const end = related > 0 ? related : readHolder(pieces, the, holder)
  if (end < 0) return -1
  Object.assign(draft, holder)
  draft.nth = nth
  draft.nthUnit = weekday === undefined ? unit!.unit : null
  draft.weekday = weekday ?? null
  return end
}

/** A month, a year, or "the month", "the year". */
function readHolder(pieces: Pieces, at: number, holder: CalendarDraft): number {
  const unit = UNITS.get(wordAt(pieces, at))
  if (unit !== undefined && !unit.plural && (unit.unit === 'month' || unit.unit === 'year')) {
    if (wordAt(pieces, at + 1) === 'of') return -1
    holder.relation = 'same'
    holder.unit = unit.unit
    holder.modifier = null
    return at + 1
  }
  const end = readCore(pieces, at, holder)
  if (end < 0) return -1
  const whole = holder.day === null && holder.weekday === null && holder.holiday === null && holder.part === null
  return whole && (holder.month !== null || holder.year !== null) ? end : -1
}
