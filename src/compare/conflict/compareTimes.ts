import type { Time } from '../../annotate/index.js'

/**
 * How two times stand to each other.
 *
 * `same`: the same days at the same precision. `contains`: one names a longer stretch that holds the other ("August" and
 * "15 August"). `overlap`: they share days. `disjoint`: no day fits both. `duration-…`: the same for lengths of time.
 * `clock`: the same day, another hour. `incomparable`: unanchored, or a length against a date.
 */
export type TimeRelation =
  | 'same'
  | 'contains'
  | 'overlap'
  | 'disjoint'
  | 'clock'
  | 'duration-same'
  | 'duration-near'
  | 'duration-differ'
  | 'incomparable'

export interface TimeComparison {
  readonly relation: TimeRelation
  /** Days between the nearest ends of disjoint dates; 0 otherwise. */
  readonly gapDays: number
  /** Shorter over longer, for durations; 1 for dates. */
  readonly ratio: number
}

export type Moment = Pick<Time, 'type' | 'value' | 'range' | 'precision' | 'approximation'>

const NOTHING: TimeComparison = { relation: 'incomparable', gapDays: 0, ratio: 1 }
const DAY = 86_400_000

/** Compares two times by the days they cover, or by length where both are durations. Clock times count to the minute. */
export function compareTimes(a: Moment, b: Moment): TimeComparison {
  if (a.type === 'set' || b.type === 'set') return NOTHING
  if (a.type === 'duration' || b.type === 'duration') {
    return a.type === b.type ? compareDurations(a.value, b.value) : NOTHING
  }
  if (a.range === null || b.range === null) return compareOpen(a, b)
  const clock = compareClocks(a, b)
  if (clock !== null) return clock
  const result = (relation: TimeRelation, gapDays = 0): TimeComparison => ({ relation, gapDays, ratio: 1 })
  if (a.range.start === b.range.start && a.range.end === b.range.end) return result('same')
  if (a.range.end < b.range.start) return result('disjoint', getDays(a.range.end, b.range.start))
  if (b.range.end < a.range.start) return result('disjoint', getDays(b.range.end, a.range.start))
  const holds = (x: { start: string; end: string }, y: { start: string; end: string }): boolean =>
    x.start <= y.start && y.end <= x.end
  return result(holds(a.range, b.range) || holds(b.range, a.range) ? 'contains' : 'overlap')
}

/** Two clock times of the same day that differ; null where that does not apply. */
function compareClocks(a: Moment, b: Moment): TimeComparison | null {
  const x = CLOCK.exec(a.value ?? '')
  const y = CLOCK.exec(b.value ?? '')
  if (x === null || y === null || a.range!.start !== b.range!.start) return null
  // "3 p.m." here and "15:00 GMT" there may be hours apart: one zone told and one not leaves the day alone.
  if ((x[3] === undefined) !== (y[3] === undefined)) return null
  const minutes = Math.abs(getMinutes(x) - getMinutes(y))
  return { relation: minutes === 0 ? 'same' : 'clock', gapDays: minutes / 1440, ratio: 1 }
}

const CLOCK = /T(\d\d):(\d\d)(Z|[+-]\d\d(?::\d\d)?)?/

/** Minutes since midnight, in UTC where the zone is told. */
function getMinutes([, hours, minutes, zone]: RegExpExecArray): number {
  const local = Number(hours) * 60 + Number(minutes)
  if (zone === undefined || zone === 'Z') return local
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? local + offset : local - offset
}

/**
 * Days without a year or week ("Friday", "15 August"), as accounts without a date leave them.
 *
 * Two of one kind can differ, and so can one and a day of the calendar, which has a weekday and a place in its year.
 */
function compareOpen(a: Moment, b: Moment): TimeComparison {
  const x = readOpenDay(a)
  const y = readOpenDay(b)
  if (x === null || y === null) return NOTHING
  const result = (span: number, gap: number): TimeComparison =>
    gap === 0
      ? { relation: 'same', gapDays: 0, ratio: 1 }
      : { relation: 'disjoint', gapDays: Math.min(Math.abs(gap), span - Math.abs(gap)), ratio: 1 }
  if (x.weekday !== null && y.weekday !== null) return result(7, x.weekday - y.weekday)
  return x.ofYear !== null && y.ofYear !== null ? result(365, x.ofYear - y.ofYear) : NOTHING
}

/** Weekday (1 is Monday) and rough day of the year, as far as a time of one day tells them; null for other times. */
function readOpenDay({
  value,
  range,
}: Moment): { readonly weekday: number | null; readonly ofYear: number | null } | null {
  const open = OPEN.exec(value ?? '')
  if (open !== null) {
    const [, weekday, month, day] = open
    return weekday !== undefined
      ? { weekday: Number(weekday), ofYear: null }
      : { weekday: null, ofYear: getDayOfYear(Number(month), Number(day)) }
  }
  if (range === null || range.start !== range.end) return null
  const [, month, day] = range.start.split('-').map(Number)
  const weekday = new Date(`${range.start}T00:00:00Z`).getUTCDay()
  return { weekday: weekday === 0 ? 7 : weekday, ofYear: getDayOfYear(month ?? 1, day ?? 1) }
}

const getDayOfYear = (month: number, day: number): number => (month - 1) * 30.4 + day

const OPEN = /^XXXX-(?:WXX-(\d)|(\d\d)-(\d\d))/

/** True for a value that {@link compareTimes} can compare though it names no day of the calendar. */
export function isOpenDay(value: string | null): boolean {
  return OPEN.test(value ?? '')
}

const UNIT_DAYS: Readonly<Record<string, number>> = {
  CE: 36_525,
  DE: 3652.5,
  Y: 365.25,
  Q: 91.3,
  M: 30.44,
  W: 7,
  D: 1,
  H: 1 / 24,
  m: 1 / 1440,
  S: 1 / 86_400,
}

/** Length in days of an ISO 8601 / TIMEX3 duration such as `P5Y` or `PT45M`; null where it holds no number. */
export function getDurationDays(value: string | null): number | null {
  if (value === null || !value.startsWith('P')) return null
  let days = 0
  let found = false
  let inTime = false
  for (const [, amount, unit] of value.matchAll(/(\d+(?:\.\d+)?)?(DE|CE|[TYMWDHSQ])/g)) {
    if (unit === 'T') inTime = true
    if (amount === undefined || unit === 'T') continue
    days += Number(amount) * (UNIT_DAYS[inTime && unit === 'M' ? 'm' : unit!] ?? 0)
    found = true
  }
  return found ? days : null
}

function compareDurations(a: string | null, b: string | null): TimeComparison {
  const x = getDurationDays(a)
  const y = getDurationDays(b)
  if (x === null || y === null || x === 0 || y === 0) return NOTHING
  const ratio = Math.min(x, y) / Math.max(x, y)
  // 35 days, five weeks and "a month" are one length told at three precisions; a quarter covers that.
  const relation = ratio >= 0.995 ? 'duration-same' : ratio >= 0.8 ? 'duration-near' : 'duration-differ'
  return { relation, gapDays: 0, ratio }
}

function getDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
