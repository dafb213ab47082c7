import { EMPTY_VECTOR, type SparseVector, unitVector } from './vector.js'

/** Days that an account names near its beginning. */
export interface EventDays {
  /** Days since 1970 as terms; what stands earlier weighs more. */
  readonly days: SparseVector
  /** The day named first; null where none is. */
  readonly first: number | null
}

/** For an account whose own day is not known: "Tuesday" could be any. */
export const NO_DAYS: EventDays = { days: EMPTY_VECTOR, first: null }

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const NAMED = new RegExp(
  `\\b(next |coming )?(${WEEKDAYS.join('|')})s?\\b|\\b(${MONTHS.flat().join('|')})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`,
  'g',
)
// 1,500 characters: two or three paragraphs, where news says when it happened; further down stand the days of earlier events.
const LOOKED_AT = 1500
// 40 days: a date further off is that of an anniversary or of an earlier affair.
const FARTHEST = 40
const DAY = 86_400_000

/**
 * The days that an account names: "on Tuesday", "June 18", seen from the day it came.
 *
 * A weekday is the last one of its name, or the next after "next" and "coming"; a date belongs to the nearest year. Two accounts of one
 * affair that name other days most likely tell other turns of it.
 */
export function findEventDays(text: string, day: number): EventDays {
  const today = Math.floor(day)
  const weights = new Map<number, number>()
  let first: number | null = null
  let found = 0
  for (const [, later, weekday, month, date] of text.slice(0, LOOKED_AT).toLowerCase().matchAll(NAMED)) {
    const named = weekday === undefined ? nearestDate(month!, Number(date), today) : lastWeekday(weekday, today)
    const shifted = later === undefined ? named : named + 7
    if (Math.abs(shifted - today) > FARTHEST || shifted < 0) continue
    first ??= shifted
    weights.set(shifted, (weights.get(shifted) ?? 0) + 1 / (1 + found / 2))
    found++
  }
  return { days: weights.size === 0 ? EMPTY_VECTOR : unitVector(weights), first }
}

function lastWeekday(name: string, today: number): number {
  // Day 0, 1 January 1970, was a Thursday.
  return today - ((((today + 4) % 7) - WEEKDAYS.indexOf(name) + 7) % 7)
}

function nearestDate(name: string, date: number, today: number): number {
  const month = MONTHS.findIndex((names) => names.includes(name))
  const year = new Date(today * DAY).getUTCFullYear()
  const dates = [year - 1, year, year + 1].map((each) => Date.UTC(each, month, date) / DAY)
  return dates.reduce((best, each) => (Math.abs(each - today) < Math.abs(best - today) ? each : best))
}
