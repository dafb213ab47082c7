import type { Approximation, Time } from '../layers.js'
import type { Pieces } from '../numbers/pieces.js'
import { wordAt, wordBefore } from '../numbers/reading.js'
import { type DayNumber, formatDay, pad, toDayNumber } from './calendar.js'
import { type Context, isNow, type Style } from './context.js'
import type { DurationExpression, Expression, OffsetExpression } from './expression.js'
import type { Unit } from './lexicon.js'
import { joinRanges, lendYears } from './linkExpressions.js'
import { toDuration } from './matchFixed.js'
import { addUnits, type Moment, makeDay, makeUnit } from './moment.js'
import { coarsen, type Resolved, resolveCalendar } from './resolveCalendar.js'
import { type Entry, formatClock, setClocks } from './setClocks.js'
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
  /** Number of the sentence that holds an expression. */
  readonly sentenceOf: (expression: Expression) => number
}

// In news "the next day" reaches back this many paragraphs for its day; a history keeps its thread throughout.
const THREAD = 2

/** Resolves the expressions of one document in reading order. One time for each expression. */
export function resolveExpressions(expressions: readonly Expression[], setting: Setting): readonly Time[] {
  const entries: Entry[] = []
  const lent = lendYears(expressions, setting.pieces)
  let story: Moment | null = null
  let storyParagraph = -1
  // In news a far year alone rules its own sentence only: "whose father built it in 1921. … “Until May.”" is this May.
  let storySentence = -1
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
      (setting.style === 'history' || !isYear(running) || setting.sentenceOf(expression) === storySentence) &&
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
    if (entry.moment !== null && movesStory(expression, setting.style)) {
      story = entry.moment
      storyParagraph = paragraph
      storySentence = setting.sentenceOf(expression)
      storyFirm = expression.kind === 'calendar' && expression.year !== null
      if (!isYear(story)) thread = story
    }
  })
  return joinRanges(setClocks(entries, setting), lent, setting.pieces)
}

function isYear(moment: Moment): boolean {
  return moment.end - moment.start > 300
}

/** What moves the running date: not decades and centuries, nor a look back at "the previous year". */
function movesStory(expression: Expression, style: Style): boolean {
  if (expression.kind === 'deictic' || expression.kind === 'offset') return true
  if (expression.kind !== 'calendar' || expression.decade !== null || expression.century !== null) return false
  // In a history "this year" and "last week" step out of the story for a moment.
  if (style === 'history' && expression.year === null && isNow(expression)) return false
  return !(expression.relation === 'previous' && expression.unit === 'year')
}

const LAST_DAY = toDayNumber(9999, 12, 31)

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
    if (resolved === 'needs-date') {
      const value = getOpenValue(expression)
      return unresolved({ value, precision: getOpenPrecision(value), anchored: false, ...fields })
    }
    // Days of the year 10000 have no date that sorts with the others, and no account means them.
    if (resolved === 'unknown' || resolved.end > LAST_DAY) return unresolved(fields)
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

/** What a date without its year says all the same, in TIMEX3: `XXXX-WXX-5` for a Friday, `XXXX-08-15`; null for the rest. */
function getOpenValue(expression: Expression): string | null {
  if (expression.kind !== 'calendar' || expression.relation !== null || expression.nth !== null) return null
  const { month, day, weekday, season, quarter, part } = expression
  if (month !== null) return `XXXX-${pad(month, 2)}${day === null ? '' : `-${pad(day, 2)}`}${part ?? ''}`
  if (weekday !== null && day === null) return `XXXX-WXX-${weekday}${part ?? ''}`
  if (season !== null) return `XXXX-${season}`
  return quarter === null ? null : `XXXX-Q${quarter}`
}

function getOpenPrecision(value: string | null): Time['precision'] {
  if (value === null) return 'vague'
  if (value.includes('T')) return 'part-of-day'
  if (/\d$/.test(value))
    return /^XXXX-(?:WXX-\d|\d\d-\d\d)$/.test(value) ? 'day' : /-Q\d$/.test(value) ? 'quarter' : 'month'
  return 'season'
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
    // The length is all that can be told of "45 minutes after the shots".
    if (base === null) {
      return unresolved({
        type: 'duration',
        value: toDuration(amount, unit),
        precision: getPrecision(unit),
        approximation,
      })
    }
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
