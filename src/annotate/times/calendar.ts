/** A day of the proleptic Gregorian calendar as a count of days since 1970-01-01. */
export type DayNumber = number

/** Day number of a date; the year may be 0 or negative (astronomical: 0 is 1 BC). Months and days may run over. */
export function toDayNumber(year: number, month: number, day: number): DayNumber {
  // Civil-from-days arithmetic after Hinnant, "chrono-compatible low-level date algorithms"; Date cannot be asked for year 50.
  const carry = Math.floor((month - 1) / 12)
  const m = month - carry * 12
  const y = year + carry - (m <= 2 ? 1 : 0)
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** A calendar date; `year` is astronomical (0 is 1 BC). */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The date of a day number; inverse of {@link toDayNumber}. */
export function fromDayNumber(number: DayNumber): CalendarDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Monday 1 … Sunday 7. */
export function getWeekday(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** Number of days of a month. */
export function getMonthLength(year: number, month: number): number {
  return toDayNumber(year, month + 1, 1) - toDayNumber(year, month, 1)
}

/** ISO 8601 week and the year it belongs to. */
export function getIsoWeek(number: DayNumber): { readonly year: number; readonly week: number } {
  const thursday = number - getWeekday(number) + 4
  const { year } = fromDayNumber(thursday)
  return { year, week: Math.floor((thursday - toDayNumber(year, 1, 1)) / 7) + 1 }
}

/** `2025-08-15`; years before 1 AD as ISO 8601 expanded years (`-000489-01-01` is 490 BC). */
export function formatDay(number: DayNumber): string {
  const { year, month, day } = fromDayNumber(number)
  const text = year >= 0 && year <= 9999 ? pad(year, 4) : `${year < 0 ? '-' : '+'}${pad(Math.abs(year), 6)}`
  return `${text}-${pad(month, 2)}-${pad(day, 2)}`
}

/** TIMEX3 year: `1941`, `BC0490`. Takes an astronomical year. */
export function formatYear(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`
}

/** TIMEX3 date: as {@link formatDay}, but BC years as {@link formatYear}. */
export function formatDate(number: DayNumber): string {
  const { year, month, day } = fromDayNumber(number)
  return `${formatYear(year)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Decimal digits with leading zeros. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Easter Sunday in the Gregorian calendar; Meeus, Jones and Butcher's computus. */
export function getEaster(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return toDayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

/** The `nth` given weekday of a month; from the end for negative `nth` (-1 is the last). */
export function getNthWeekday(year: number, month: number, weekday: number, nth: number): DayNumber {
  if (nth > 0) {
    const first = toDayNumber(year, month, 1)
    return first + ((weekday - getWeekday(first) + 7) % 7) + (nth - 1) * 7
  }
  const last = toDayNumber(year, month + 1, 1) - 1
  return last - ((getWeekday(last) - weekday + 7) % 7) + (nth + 1) * 7
}
