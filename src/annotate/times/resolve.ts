import type { Approximation, Time } from '../layers.js'
import { FENCE, type Pieces } from '../numbers/pieces.js'
import { type DayNumber, formatDay, pad } from './calendar.js'
import type { Context, Style } from './context.js'
import type { ClockExpression, DurationExpression, Expression, OffsetExpression } from './expression.js'
import type { Unit } from './lexicon.js'
import { toDuration } from './matchFixed.js'
import { addUnits, makeDay, makeUnit, type Moment } from './moment.js'
import { coarsen, type Resolved, resolveCalendar } from './resolveCalendar.js'
import { wordAt, wordBefore } from '../numbers/reading.js'
import type { Direction } from './tense.js'

/** What a document tells for resolving its expressions. */
export interface Setting {
  readonly pieces: Pieces
  readonly published: DayNumber | null
  readonly style: Style
  /** Direction in time of the clause that holds an expression. */
  readonly directionOf: (expression: Expression) => Direction
  /** Number of the paragraph that holds an expression. */
  readonly paragraphOf: (expression: Expression) => number
}

interface Entry {
  readonly expression: Expression
  readonly moment: Moment | null
  readonly time: Time
}

// In news "the next day" reaches back this many paragraphs for its day; a history keeps its thread throughout.
const THREAD = 2

/** Resolves the expressions of one document in reading order. One time for each expression. */
export function resolveExpressions(expressions: readonly Expression[], setting: Setting): readonly Time[] {
  const entries: Entry[] = []
  const lent = lendYears(expressions, setting.pieces)
  let story: Moment | null = null
  let storyParagraph = -1
  let storyFirm = false
  let thread: Moment | null = null
  lent.forEach((expression, index) => {
    const paragraph = setting.paragraphOf(expression)
    const near = setting.style === 'history' || paragraph - storyParagraph <= THREAD
    const running = near ? story : null
    const { published } = setting
    const distant =
      running !== null &&
      storyFirm &&
      paragraph === storyParagraph &&
      published !== null &&
      Math.abs(running.start - published) > 400
    const context: Context = {
      published,
      style: setting.style,
      story: running,
      thread: near ? thread : null,
      distant,
      direction: setting.directionOf(expression),
    }
    const next = lent[index + 1]
    const entry = resolveOne(expression, context, setting.pieces, next ?? null)
    entries.push(entry)
    if (entry.moment !== null && movesStory(expression)) {
      story = entry.moment
      storyParagraph = paragraph
      storyFirm = expression.kind === 'calendar' && expression.year !== null
      if (story.end - story.start <= 300) thread = story
    }
  })
  return joinRanges(setClocks(entries, setting), lent, setting.pieces)
}

/** "in April and June 1955", "from March to May 1968": a month or day without a year takes that of its list. */
function lendYears(expressions: readonly Expression[], pieces: Pieces): readonly Expression[] {
  const result = [...expressions]
  for (let index = result.length - 2; index >= 0; index--) {
    const one = result[index]!
    const two = result[index + 1]!
    if (one.kind !== 'calendar' || two.kind !== 'calendar' || one.year !== null || two.year === null) continue
    if (one.relation !== null || two.shortYear) continue
    const month = one.month !== null && two.month !== null
    const season = one.season !== null && two.season !== null
    if ((!month && !season) || !areListed(pieces, one.end, two.first)) continue
    const later = month && (one.month! > two.month! || (one.month === two.month && (one.day ?? 0) > (two.day ?? 99)))
    result[index] = { ...one, year: later ? two.year - 1 : two.year }
  }
  return result
}

const LIST: ReadonlySet<string> = new Set([
  '-',
  'to',
  'and',
  'or',
  'until',
  'till',
  'through',
  ',',
  '/',
  '&',
  'the',
  'into',
  '(',
  ')',
])

function areListed(pieces: Pieces, from: number, to: number): boolean {
  if (to - from > 3 || to <= from) return false
  for (let index = from; index < to; index++) {
    if (!LIST.has(wordAt(pieces, index))) return false
  }
  // A comma alone strings items of a list, not ends of a stretch; it lends too.
  return true
}

/** What moves the running date: not decades and centuries, nor a look back at "the previous year". */
function movesStory(expression: Expression): boolean {
  if (expression.kind === 'deictic' || expression.kind === 'offset') return true
  if (expression.kind !== 'calendar' || expression.decade !== null || expression.century !== null) return false
  return !(expression.relation === 'previous' && expression.unit === 'year')
}

function resolveOne(expression: Expression, context: Context, pieces: Pieces, next: Expression | null): Entry {
  const span = { start: pieces.start[expression.first]!, end: pieces.end[expression.end - 1]! }
  const unresolved = (fields: Partial<Time>): Entry => ({
    expression,
    moment: null,
    time: {
      ...span,
      type: 'date',
      value: null,
      range: null,
      precision: 'vague',
      anchored: true,
      approximation: 'exact',
      ...fields,
    },
  })
  const dated = (resolved: Resolved, fields: Partial<Time> = {}): Entry => {
    if (typeof resolved === 'string') return unresolved({ anchored: resolved !== 'needs-date', ...fields })
    const time: Time = {
      ...span,
      type: resolved.precision === 'part-of-day' || resolved.precision === 'minute' ? 'time' : 'date',
      value: resolved.value,
      range: { start: formatDay(resolved.start), end: formatDay(resolved.end) },
      precision: resolved.precision,
      anchored: true,
      approximation: 'exact',
      ...fields,
    }
    return { expression, moment: resolved, time }
  }
  switch (expression.kind) {
    case 'calendar': {
      if (
        expression.part !== null &&
        expression.unit === 'day' &&
        expression.relation === 'same' &&
        isBarePart(expression, pieces)
      ) {
        return resolveBarePart(expression.part, context, dated, unresolved)
      }
      const hedge = getHedge(pieces, expression)
      const approximation = hedge !== 'exact' ? hedge : expression.modifier === null ? 'exact' : 'about'
      return dated(resolveCalendar(expression, context), { approximation })
    }
    case 'deictic':
      if (context.style === 'history') return unresolved({ value: expression.days === 0 ? 'PRESENT_REF' : null })
      if (context.published === null) return unresolved({ anchored: false, precision: 'day' })
      return dated(makeDay(context.published + expression.days, expression.part))
    case 'offset':
      return resolveOffset(expression, context, next, dated, unresolved)
    case 'duration':
      return resolveDuration(expression, context, dated, unresolved)
    case 'clock':
      return unresolved({
        type: 'time',
        value: `XXXX-XX-XX${formatClock(expression)}`,
        precision: expression.minute === null ? 'hour' : 'minute',
      })
    case 'set':
      return unresolved({ type: 'set', value: expression.value, precision: getPrecision(expression.unit) })
    case 'reference':
      return unresolved({ value: expression.value })
  }
}

type Dated = (resolved: Resolved, fields?: Partial<Time>) => Entry
type Unresolved = (fields: Partial<Time>) => Entry

/** A part of a day with nothing that names the day: "at night", "in the afternoon". */
function isBarePart(expression: Expression, pieces: Pieces): boolean {
  const word = wordAt(pieces, expression.first)
  return expression.end - expression.first <= 2 && word !== 'that' && word !== 'same'
}

function resolveBarePart(part: string, context: Context, dated: Dated, unresolved: Unresolved): Entry {
  const { story } = context
  if (context.style === 'news' && story !== null && story.start === story.end) return dated(makeDay(story.start, part))
  return unresolved({ type: 'time', value: `XXXX-XX-XX${part}`, precision: 'part-of-day' })
}

/** Words before a date that make it approximate: "around 1900", "circa May", "before 2010" does not. */
function getHedge(pieces: Pieces, expression: Expression): Approximation {
  const before = wordBefore(pieces, expression.first)
  return before === 'around' ||
    before === 'about' ||
    before === 'circa' ||
    before === 'approximately' ||
    before === 'roughly'
    ? 'about'
    : 'exact'
}

const FINE: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour'])

function resolveOffset(
  expression: OffsetExpression,
  context: Context,
  next: Expression | null,
  dated: Dated,
  unresolved: Unresolved,
): Entry {
  const { amount, unit, direction, approximation } = expression
  if (amount === null) return unresolved({ value: direction < 0 ? 'PAST_REF' : 'FUTURE_REF', approximation })
  let base: Moment | null
  if (expression.from === 'event') {
    // "two days after 8 October": the date that follows is the point counted from.
    const point =
      next !== null && next.kind === 'calendar' && next.first - expression.end <= 1
        ? resolveCalendar(next, context)
        : null
    base = point === null || typeof point === 'string' ? null : point
    if (base === null) return unresolved({ precision: getPrecision(unit), approximation })
  } else if (expression.from === 'now' && context.style === 'news') {
    if (context.published === null) return unresolved({ anchored: false, precision: getPrecision(unit), approximation })
    base = makeDay(context.published)
  } else {
    base = context.story
    if (base === null) return unresolved({ precision: getPrecision(unit), approximation })
  }
  const length = base.end - base.start
  const from = direction > 0 && expression.from !== 'now' ? base.end : base.start
  if (FINE.has(unit)) {
    if (length > 0 || amount >= 48) return unresolved({ precision: getPrecision(unit), approximation })
    return unresolved({ type: 'time', precision: getPrecision(unit), approximation })
  }
  // Finer than what is known of the point counted from: the days are bounds, and no single one is named.
  const coarse =
    unit === 'day' || unit === 'week' ? length > 6 : (unit === 'month' || unit === 'quarter') && length > 31
  if (coarse) {
    const start = addUnits(base.start, unit, direction * amount)
    const end = addUnits(base.end, unit, direction * amount)
    const entry = dated({ value: '', start, end, precision: 'vague' }, { value: null, approximation: 'about' })
    return { ...entry, moment: null }
  }
  const day = addUnits(from, unit, direction * amount)
  if (unit === 'day') return dated(makeDay(day), { approximation })
  const moment = coarsen(day, unit)
  if (unit === 'week') {
    // A week from a known day is that weekday, give or take; the week it falls in is what is told.
    return length === 0 && expression.from !== 'now'
      ? dated(makeDay(day), { approximation })
      : dated(moment, { approximation: about(approximation) })
  }
  // "two years ago" is within half a unit of the day, not the calendar year as such.
  const half = Math.round((makeUnit(day, unit).end - makeUnit(day, unit).start + 1) / 2)
  const entry = dated({ ...moment, start: day - half, end: day + half }, { approximation: about(approximation) })
  return { ...entry, moment }
}

function about(approximation: Approximation): Approximation {
  return approximation === 'exact' ? 'about' : approximation
}

function resolveDuration(
  expression: DurationExpression,
  context: Context,
  dated: Dated,
  unresolved: Unresolved,
): Entry {
  const { amount, unit, approximation, ahead } = expression
  if (ahead && amount !== null && context.direction === 'future' && context.style === 'news' && !FINE.has(unit)) {
    if (context.published === null) return unresolved({ anchored: false, precision: getPrecision(unit), approximation })
    const day = addUnits(context.published, unit, amount)
    if (unit === 'day') return dated(makeDay(day), { approximation })
    const half = Math.round((makeUnit(day, unit).end - makeUnit(day, unit).start + 1) / 2)
    return dated({ ...coarsen(day, unit), start: day - half, end: day + half }, { approximation: about(approximation) })
  }
  return unresolved({ type: 'duration', value: toDuration(amount, unit), precision: getPrecision(unit), approximation })
}

function getPrecision(unit: Unit | null): Time['precision'] {
  switch (unit) {
    case null:
      return 'vague'
    case 'second':
      return 'minute'
    case 'weekend':
      return 'day'
    default:
      return unit
  }
}

/** TIMEX3 time of day: `T17:00`, with `Z` or an offset where the zone is told. */
function formatClock(clock: ClockExpression): string {
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
function setClocks(entries: readonly Entry[], setting: Setting): Time[] {
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

/** Both ends of a stretch ("from March to May", "12–13 May") cover the whole of it; their values stay their own. */
function joinRanges(times: readonly Time[], expressions: readonly Expression[], pieces: Pieces): readonly Time[] {
  const result = [...times]
  for (let index = 0; index + 1 < result.length; index++) {
    const one = times[index]!
    const two = times[index + 1]!
    if (one.range === null || two.range === null || one.type === 'time' || two.type === 'time') continue
    if (!isStretch(pieces, expressions[index]!, expressions[index + 1]!)) continue
    if (one.range.start >= two.range.end) continue
    const range = { start: one.range.start, end: two.range.end }
    result[index] = { ...one, range }
    result[index + 1] = { ...two, range }
  }
  return result
}

function isStretch(pieces: Pieces, one: Expression, two: Expression): boolean {
  const gap = two.first - one.end
  if (gap < 1 || gap > 2) return false
  const joint = wordAt(pieces, one.end)
  if (gap === 2 && wordAt(pieces, one.end + 1) !== 'the') return false
  if (joint === '-') return true
  const before = wordBefore(pieces, one.first)
  if (joint === 'and') return before === 'between'
  return before === 'from' && (joint === 'to' || joint === 'until' || joint === 'till' || joint === 'through')
}
