import { type DayNumber, toDayNumber } from './calendar.js'
import type { Expression } from './expression.js'
import type { Moment } from './moment.js'
import type { Direction } from './tense.js'

/**
 * How a text dates its events: `news` counts from its day of publication, `history` from the date told before.
 *
 * A history names full dates and years that lie far from its publication, and hardly any "today" or "on Friday".
 */
export type Style = 'news' | 'history'

/** What resolving one expression may look at. */
export interface Context {
  /** Day of publication; null when unknown. */
  readonly published: DayNumber | null
  readonly style: Style
  /** The date told last, which "that month" and "the next day" speak of; null where none is near. */
  readonly story: Moment | null
  /** The month or day told last, whatever whole years were named since; null where none is near. */
  readonly thread: Moment | null
  /** True where the running date lies more than a year from publication, so that it, not today, rules what follows. */
  readonly distant: boolean
  readonly direction: Direction
}

// A year and some weeks: yearly reviews and look-backs in news stay within it.
const FAR = 400
// Five far years or dates: a news story's background seldom holds as many without a word of the present.
const ENOUGH = 5

/** Tells the style from the explicit years of a text and its words for the present. */
export function findStyle(expressions: readonly Expression[], published: DayNumber | null): Style {
  let far = 0
  let near = 0
  for (const expression of expressions) {
    if (expression.kind === 'deictic') near++
    else if (expression.kind === 'calendar') {
      const { year, shortYear } = expression
      if (year !== null && !shortYear) {
        const middle = toDayNumber(year, expression.month ?? 7, expression.day ?? 1)
        if (published !== null && Math.abs(middle - published) <= FAR) near++
        else far++
      } else if (expression.weekday !== null && expression.day === null) near++
    }
  }
  return far >= ENOUGH && far >= near * 3 ? 'history' : 'news'
}

/** Day number of an ISO date or date-time as a document carries it; null where it is none. */
export function parsePublished(value: string | null): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(value ?? '')
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? toDayNumber(year, month, day) : null
}
