import type { Time } from '../layers.js'
import {
  type DayNumber,
  formatDate,
  formatYear,
  fromDayNumber,
  getIsoWeek,
  getMonthLength,
  getWeekday,
  pad,
  toDayNumber,
} from './calendar.js'
import type { Modifier, Unit } from './lexicon.js'

/** A resolved place in the calendar: what it is called in TIMEX3 and which days it covers. */
export interface Moment {
  readonly value: string
  readonly start: DayNumber
  readonly end: DayNumber
  readonly precision: Time['precision']
}

/** One day, with the TIMEX3 code of its part where told (`TNI`). */
export function makeDay(day: DayNumber, part: string | null = null): Moment {
  const precision = part === null ? 'day' : part.includes(':') ? 'minute' : 'part-of-day'
  return { value: formatDate(day) + (part ?? ''), start: day, end: day, precision }
}

/** The ISO week of a day. */
export function makeWeek(day: DayNumber): Moment {
  const start = day - getWeekday(day) + 1
  const { year, week } = getIsoWeek(day)
  return { value: `${formatYear(year)}-W${pad(week, 2)}`, start, end: start + 6, precision: 'week' }
}

/** Saturday and Sunday of the ISO week of a day. */
export function makeWeekend(day: DayNumber): Moment {
  const week = makeWeek(day)
  return { value: `${week.value}-WE`, start: week.start + 5, end: week.end, precision: 'day' }
}

/** A month; months run over into other years. */
export function makeMonth(year: number, month: number): Moment {
  const start = toDayNumber(year, month, 1)
  const date = fromDayNumber(start)
  return {
    value: `${formatYear(date.year)}-${pad(date.month, 2)}`,
    start,
    end: start + getMonthLength(date.year, date.month) - 1,
    precision: 'month',
  }
}

export function makeQuarter(year: number, quarter: number): Moment {
  const carried = year + Math.floor((quarter - 1) / 4)
  const number = ((((quarter - 1) % 4) + 4) % 4) + 1
  return {
    value: `${formatYear(carried)}-Q${number}`,
    start: toDayNumber(carried, number * 3 - 2, 1),
    end: toDayNumber(carried, number * 3 + 1, 1) - 1,
    precision: 'quarter',
  }
}

export function makeHalf(year: number, half: number): Moment {
  return {
    value: `${formatYear(year)}-H${half}`,
    start: toDayNumber(year, half * 6 - 5, 1),
    end: toDayNumber(year, half * 6 + 1, 1) - 1,
    precision: 'quarter',
  }
}

// First day of the meteorological season and last of the astronomical one: writers mean either, so both are covered.
const SEASON_DAYS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  SP: [3, 1, 6, 21],
  SU: [6, 1, 9, 22],
  FA: [9, 1, 12, 21],
  WI: [12, 1, 15, 20],
}

/** A season of the northern half of the world; the winter of a year begins in its December. */
export function makeSeason(year: number, season: string): Moment {
  const [fromMonth, fromDay, toMonth, toDay] = SEASON_DAYS[season]!
  return {
    value: `${formatYear(year)}-${season}`,
    start: toDayNumber(year, fromMonth, fromDay),
    end: toDayNumber(year, toMonth, toDay),
    precision: 'season',
  }
}

export function makeYear(year: number): Moment {
  return { value: formatYear(year), start: toDayNumber(year, 1, 1), end: toDayNumber(year, 12, 31), precision: 'year' }
}

/** The ten years from `year`, a multiple of ten. */
export function makeDecade(year: number): Moment {
  const value = year > 0 ? pad(Math.floor(year / 10), 3) : formatYear(year).slice(0, -1)
  return { value, start: toDayNumber(year, 1, 1), end: toDayNumber(year + 9, 12, 31), precision: 'decade' }
}

/** The `number`th century; negative before 1 AD. Covers 1801–1900 as 1800–1900, which is how people count. */
export function makeCentury(number: number): Moment {
  if (number < 0) {
    return {
      value: `BC${pad(-number - 1, 2)}`,
      start: toDayNumber(number * 100 + 1, 1, 1),
      end: toDayNumber((number + 1) * 100, 12, 31),
      precision: 'century',
    }
  }
  const first = (number - 1) * 100
  return {
    value: pad(number - 1, 2),
    start: toDayNumber(first, 1, 1),
    end: toDayNumber(first + 100, 12, 31),
    precision: 'century',
  }
}

/** The stretch of one unit that holds the day. */
export function makeUnit(day: DayNumber, unit: Unit): Moment {
  const { year, month } = fromDayNumber(day)
  switch (unit) {
    case 'week':
      return makeWeek(day)
    case 'weekend':
      return makeWeekend(day)
    case 'month':
      return makeMonth(year, month)
    case 'quarter':
      return makeQuarter(year, Math.ceil(month / 3))
    case 'year':
      return makeYear(year)
    case 'decade':
      return makeDecade(Math.floor(year / 10) * 10)
    case 'century':
      return makeCentury(Math.floor(year / 100) + 1)
    default:
      return makeDay(day)
  }
}

/** The stretch `steps` units after the one that holds the day; before it for negative steps. */
export function shiftUnit(day: DayNumber, unit: Unit, steps: number): Moment {
  return makeUnit(addUnits(day, unit, steps), unit)
}

/** The day a number of units later; months keep the day where the month has it. Hours and less stay on the day. */
export function addUnits(day: DayNumber, unit: Unit, amount: number): DayNumber {
  const { year, month, day: dayOfMonth } = fromDayNumber(day)
  const addMonths = (count: number): DayNumber => {
    const target = fromDayNumber(toDayNumber(year, month + Math.round(count), 1))
    return toDayNumber(target.year, target.month, Math.min(dayOfMonth, getMonthLength(target.year, target.month)))
  }
  switch (unit) {
    case 'day':
      return day + Math.round(amount)
    case 'week':
    case 'weekend':
      return day + Math.round(amount * 7)
    case 'month':
      return addMonths(amount)
    case 'quarter':
      return addMonths(amount * 3)
    case 'year':
      return addMonths(amount * 12)
    case 'decade':
      return addMonths(amount * 120)
    case 'century':
      return addMonths(amount * 1200)
    case 'hour':
      return day + Math.trunc(amount / 24)
    default:
      return day
  }
}

/**
 * Narrows a stretch to its early, middle or late part. The parts are halves and a broad middle that overlap, since
 * writers draw no line: two accounts must not seem to conflict over where "late" begins. The value stays.
 */
export function narrow(moment: Moment, modifier: Modifier | null): Moment {
  if (modifier === null || moment.end - moment.start < 4) return moment
  const days = moment.end - moment.start + 1
  const half = Math.ceil(days / 2)
  const quarter = Math.floor(days / 4)
  if (modifier === 'start') return { ...moment, end: moment.start + half - 1 }
  if (modifier === 'end') return { ...moment, start: moment.end - half + 1 }
  return { ...moment, start: moment.start + quarter, end: moment.end - quarter }
}
