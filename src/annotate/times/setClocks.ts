import type { Time } from '../layers.js'
import { FENCE, type Pieces } from '../numbers/pieces.js'
import { formatDay, pad } from './calendar.js'
import type { ClockExpression, Expression } from './expression.js'
import type { Moment } from './moment.js'
import type { Setting } from './resolve.js'

/** An expression with what it came to. */
export interface Entry {
  readonly expression: Expression
  readonly moment: Moment | null
  readonly time: Time
}

/** TIMEX3 time of day: `T17:00`, with `Z` or an offset where the zone is told. */
export function formatClock(clock: ClockExpression): string {
  const time = `T${pad(clock.hour, 2)}:${pad(clock.minute ?? 0, 2)}`
  if (clock.zone === null) return time
  if (clock.zone === 0) return `${time}Z`
  const whole = Math.trunc(Math.abs(clock.zone))
  const rest = Math.round((Math.abs(clock.zone) - whole) * 60)
  return `${time}${clock.zone < 0 ? '-' : '+'}${pad(whole, 2)}${rest === 0 ? '' : `:${pad(rest, 2)}`}`
}

// "5 p.m. on Friday", "Friday, at about 5 p.m.": at most four pieces between a clock and its day.
const CLOCK_GAP = 4

/** Gives clock times the day told beside them, or the day told last in their paragraph. */
export function setClocks(entries: readonly Entry[], setting: Setting): Time[] {
  let running: Moment | null = null
  let paragraph = -1
  return entries.map((entry, index) => {
    const { expression } = entry
    const here = setting.paragraphOf(expression)
    if (entry.moment !== null && entry.moment.start === entry.moment.end) {
      running = entry.moment
      paragraph = here
    }
    if (expression.kind !== 'clock') return entry.time
    const next = findDay(entries, index, 1, setting.pieces)
    const before = findDay(entries, index, -1, setting.pieces)
    const near = setting.style === 'history' || here === paragraph
    const day = before ?? next ?? (near ? running : null)
    if (day === null) return entry.time
    const date = formatDay(day.start)
    return { ...entry.time, value: `${date}${formatClock(expression)}`, range: { start: date, end: date } }
  })
}

/** The single day that stands right before or behind a clock, other clocks of the same stretch passed over. */
function findDay(entries: readonly Entry[], index: number, step: 1 | -1, pieces: Pieces): Moment | null {
  let from = entries[index]!.expression
  for (let other = index + step; other >= 0 && other < entries.length && Math.abs(other - index) <= 2; other += step) {
    const entry = entries[other]!
    const [left, right] = step > 0 ? [from.end, entry.expression.first] : [entry.expression.end, from.first]
    if (right - left > CLOCK_GAP) return null
    for (let piece = left; piece <= right && piece < pieces.count; piece++) {
      if (pieces.norm[piece] === FENCE || (piece < right && pieces.norm[piece] === '.' && pieces.gap[piece + 1] !== 0))
        return null
    }
    if (entry.moment !== null && entry.moment.start === entry.moment.end) return entry.moment
    if (entry.expression.kind !== 'clock') return null
    from = entry.expression
  }
  return null
}
