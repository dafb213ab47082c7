import { type DayNumber, fromDayNumber, getMonthLength, getWeekday, toDayNumber } from './calendar.js'
import type { Context } from './context.js'
import type { CalendarExpression } from './expression.js'
import { HOLIDAYS } from './holidays.js'
import type { Relation, Unit } from './lexicon.js'
import {
  type Moment,
  makeCentury,
  makeDay,
  makeDecade,
  makeHalf,
  makeMonth,
  makeQuarter,
  makeSeason,
  makeUnit,
  makeYear,
  narrow,
  shiftUnit,
} from './moment.js'

/** `needs-date` where only the day of publication could tell, and it is unknown; `unknown` where nothing could. */
export type Resolved = Moment | 'needs-date' | 'unknown'

/** The days that a calendar expression means in its context. Explicit dates need none. */
export function resolveCalendar(expression: CalendarExpression, context: Context): Resolved {
  if (expression.nth !== null) return resolveNth(expression, expression.nth, context)
  const moment = resolvePlace(expression, context)
  return typeof moment === 'string' ? moment : narrow(moment, expression.modifier)
}

/** The nth day, week, weekend or weekday inside the stretch that the rest of the expression means. */
function resolveNth(expression: CalendarExpression, nth: number, context: Context): Resolved {
  const { weekday, nthUnit } = expression
  const holder = resolvePlace({ ...expression, weekday: null, nth: null, nthUnit: null }, context)
  if (typeof holder === 'string') return holder
  const { start, end } = holder
  if (nthUnit === 'day') return makeDay(nth < 0 ? end : start + nth - 1)
  if (nthUnit === 'week') {
    const first = nth < 0 ? end - 6 : start + (nth - 1) * 7
    return { ...makeUnit(first + 3, 'week'), start: first, end: first + 6 }
  }
  const wanted = weekday ?? 6
  const ahead = (wanted - getWeekday(start) + 7) % 7
  const day = nth < 0 ? end - ((getWeekday(end) - wanted + 7) % 7) : start + ahead + (nth - 1) * 7
  return nthUnit === 'weekend' ? makeUnit(day, 'weekend') : makeDay(day)
}

function resolvePlace(expression: CalendarExpression, context: Context): Resolved {
  const { decade, century, relation, unit } = expression
  if (century !== null) return makeCentury(century)
  if (decade !== null) return makeDecade(decade)
  if (relation !== null && unit !== null) return resolveRelated(expression, relation, unit, context)
  const year = expression.year === null ? null : getFullYear(expression, context)
  if (year !== null) return fillYear(expression, year)
  if (relation !== null) return resolveCyclic(expression, relation, context)
  return resolveOpen(expression, context)
}

/** `'99` is the last such year before the story or the day of publication. */
function getFullYear(expression: CalendarExpression, context: Context): number {
  const year = expression.year!
  if (!expression.shortYear) return year
  const near = context.story ?? null
  const base = near !== null && context.distant ? near.start : (context.published ?? near?.start ?? null)
  const now = base === null ? 2000 : fromDayNumber(base).year
  const century = Math.floor(now / 100) * 100
  // Short years may look ahead a little ("winter games of '28"), else back.
  return century + year > now + 20 ? century - 100 + year : century + year
}

/** The finest field of an expression within a year that is known. */
function fillYear(expression: CalendarExpression, year: number): Resolved {
  const { month, day, part, season, quarter, half, holiday, weekday } = expression
  if (month !== null) {
    if (day === null) return makeMonth(year, month)
    return day <= getMonthLength(year, month) ? makeDay(toDayNumber(year, month, day), part) : 'unknown'
  }
  if (holiday !== null) {
    const find = HOLIDAYS.get(holiday)
    return find === null || find === undefined ? 'unknown' : makeDay(find(year), part)
  }
  if (season !== null) return makeSeason(year, season)
  if (quarter !== null) return makeQuarter(year, quarter)
  if (half !== null) return makeHalf(year, half)
  if (weekday !== null) return 'unknown'
  return makeYear(year)
}

/** The unit a relation stands on ("last week", "that year"), and what is named inside it ("August of that year"). */
function resolveRelated(expression: CalendarExpression, relation: Relation, unit: Unit, context: Context): Resolved {
  const base = findBase(relation, context, expression.modifier !== null || expression.part !== null)
  if (typeof base === 'string') return base
  // A day before or after a whole month is no day.
  if (unit === 'day' || unit === 'week' || unit === 'weekend') {
    if (base.end - base.start > 7 || (unit === 'day' && base.end - base.start > 2)) return 'unknown'
  }
  const steps =
    relation === 'last' || relation === 'previous' ? -1 : relation === 'next' || relation === 'following' ? 1 : 0
  if (relation === 'this' && unit === 'weekend' && context.direction === 'past') return resolveWeekend(context)
  const from = relation === 'following' ? base.end : base.start
  const whole = shiftUnit(from, unit, steps)
  const { month, season, quarter, half, holiday, weekday, part, day } = expression
  if (unit === 'year') {
    const { year } = fromDayNumber(whole.start)
    if (month !== null || season !== null || quarter !== null || half !== null || holiday !== null) {
      return fillYear(expression, year)
    }
  }
  if (unit === 'month' && day !== null) {
    const date = fromDayNumber(whole.start)
    return makeDay(toDayNumber(date.year, date.month, day), part)
  }
  if (unit === 'week' && weekday !== null) return makeDay(whole.start + weekday - 1, part)
  if (unit === 'day') return makeDay(whole.start, part)
  return whole
}

/** What a relation counts from: the day of publication, or the date told last. */
function findBase(relation: Relation, context: Context, bounded: boolean): Resolved {
  const { story, published, style, distant } = context
  const today: Resolved = published === null ? 'needs-date' : makeDay(published)
  if (relation === 'last' || relation === 'next' || relation === 'this') {
    return today
  }
  if (story !== null) {
    // "the end of the year" in news is this year's, unless the story is told far from now.
    if (relation === 'same' && bounded && style === 'news' && !distant && published !== null) {
      return Math.abs(story.start - published) <= 31 ? story : today
    }
    return story
  }
  return relation === 'same' && bounded && style === 'news' ? today : 'unknown'
}

/** "last Friday", "next March", "the following spring", "that same April". */
function resolveCyclic(expression: CalendarExpression, relation: Relation, context: Context): Resolved {
  const base = findBase(relation, context, false)
  if (typeof base === 'string') return base
  const { weekday, part } = expression
  if (weekday !== null && expression.month === null) {
    const today = base.start
    const ahead = (weekday - getWeekday(today) + 7) % 7
    if (relation === 'last' || relation === 'previous') return makeDay(today + (ahead === 0 ? -7 : ahead - 7), part)
    if (relation === 'next' || relation === 'following')
      return makeDay(base.end + ((weekday - getWeekday(base.end) + 6) % 7) + 1, part)
    if (relation === 'this') {
      const day = today - getWeekday(today) + weekday
      return makeDay(day < today && context.direction !== 'past' ? day + 7 : day, part)
    }
    return makeDay(today - ((7 - ahead) % 7), part)
  }
  const { year } = fromDayNumber(base.start)
  const candidates = [year - 2, year - 1, year, year + 1, year + 2]
    .map((candidate) => fillYear(expression, candidate))
    .filter((moment): moment is Moment => typeof moment !== 'string')
  if (candidates.length === 0) return 'unknown'
  if (relation === 'last' || relation === 'previous') {
    return [...candidates].reverse().find((moment) => moment.end < base.start) ?? 'unknown'
  }
  if (relation === 'next' || relation === 'following') {
    return candidates.find((moment) => moment.start > base.end) ?? 'unknown'
  }
  return candidates[2] ?? 'unknown'
}

/** A date that leaves its year (or week, or month) open. */
function resolveOpen(expression: CalendarExpression, context: Context): Resolved {
  const { weekday, month, day, part } = expression
  if (expression.unit === 'weekend') return resolveWeekend(context)
  if (weekday !== null && month === null) {
    return day === null ? resolveWeekday(weekday, part, context) : resolveDayOfMonth(day, part, context)
  }
  if (month === null && day !== null) return resolveDayOfMonth(day, part, context)
  const { story, style, published, distant } = context
  if (style === 'history' || (distant && story !== null && context.direction !== 'future')) {
    if (story === null) return 'unknown'
    return pickByStory(expression, story, context.thread)
  }
  if (published === null) return 'needs-date'
  return pickByTense(expression, published, context)
}

/** "the weekend": the one at hand on its days, else the last one or the next by tense. */
function resolveWeekend({ published, style, story, direction }: Context): Resolved {
  const base = style === 'history' ? (story?.start ?? null) : published
  if (base === null) return style === 'history' ? 'unknown' : 'needs-date'
  const past = direction !== 'future' && getWeekday(base) < 6
  return shiftUnit(base, 'weekend', past ? -1 : 0)
}

function resolveWeekday(weekday: number, part: string | null, context: Context): Resolved {
  const { story, style, published, distant, direction } = context
  if (style === 'history' || (distant && story !== null && direction !== 'future')) {
    if (story !== null && story.end - story.start <= 7) {
      return makeDay(story.start + ((weekday - getWeekday(story.start) + 7) % 7), part)
    }
    // A month or year behind says nothing of a weekday; in news the day of publication still does.
    if (style === 'history') return 'unknown'
  }
  if (published === null) {
    // The same weekday told with its full date close by is that day; any other would be a guess.
    const same = story !== null && story.start === story.end && getWeekday(story.start) === weekday
    return same ? makeDay(story.start, part) : 'needs-date'
  }
  const ahead = (weekday - getWeekday(published) + 7) % 7
  // A report of the day itself names it too, whichever way its verb looks.
  if (ahead === 0) return makeDay(published, part)
  return makeDay(direction === 'future' ? published + ahead : published + ahead - 7, part)
}

/** "the 20th", "Friday the 13th": the running month. */
function resolveDayOfMonth(day: number, part: string | null, context: Context): Resolved {
  const { story, style, published, direction } = context
  const base = story !== null ? story.start : style === 'news' ? published : null
  if (base === null) return published === null && style === 'news' ? 'needs-date' : 'unknown'
  if (story !== null && story.end - story.start > 62) return 'unknown'
  const date = fromDayNumber(base)
  const same = toDayNumber(date.year, date.month, day)
  if (story === null && direction === 'future' && same < base)
    return makeDay(toDayNumber(date.year, date.month + 1, day), part)
  if (story === null && direction === 'past' && same > base)
    return makeDay(toDayNumber(date.year, date.month - 1, day), part)
  return makeDay(same, part)
}

function getCandidates(expression: CalendarExpression, day: DayNumber): readonly Moment[] {
  const { year } = fromDayNumber(day)
  const all = [year - 1, year, year + 1]
    .map((candidate) => fillYear(expression, candidate))
    .filter((moment): moment is Moment => typeof moment !== 'string')
  const { weekday } = expression
  if (weekday === null || expression.day === null) return all
  // "Friday, August 15" tells its year by the weekday.
  const matching = all.filter((moment) => getWeekday(moment.start) === weekday)
  return matching.length > 0 ? matching : all
}

// Within the running date's year a history goes forward, but steps back up to half a year to pick up a thread.
const BACK = 184
// What a whole year named since the last month is worth, in days: enough to move on, not to leave a thread that runs on.
const YEAR_TOLD = 330

/**
 * The telling of a history: the occurrence nearest to the month or day told last, forward rather than back; a whole
 * year named since ("in 1955 … in May") draws it into that year.
 */
function pickByStory(expression: CalendarExpression, story: Moment, thread: Moment | null): Resolved {
  const whole = story.end - story.start > 300
  const told = whole ? fromDayNumber(story.start).year : null
  if (thread === null) return told === null ? pickNearest(expression, story, null) : fillYear(expression, told)
  return pickNearest(expression, thread, told)
}

function pickNearest(expression: CalendarExpression, thread: Moment, told: number | null): Resolved {
  let best: Resolved = 'unknown'
  let bestCost = Number.POSITIVE_INFINITY
  const candidates = [...getCandidates(expression, thread.start)]
  if (told !== null) candidates.push(...[fillYear(expression, told)].filter((moment) => typeof moment !== 'string'))
  for (const moment of candidates) {
    const ahead = moment.start - thread.start
    const far = ahead >= 0 ? ahead : -ahead <= BACK ? -ahead * ((365 - BACK) / BACK) : 366 - ahead
    const cost = fromDayNumber(moment.start).year === told ? Math.min(far, 366) - YEAR_TOLD : far
    if (cost < bestCost) {
      best = moment
      bestCost = cost
    }
  }
  return best
}

// A tense may be read wrongly; a date six weeks off on the other side then beats one most of a year away.
const NEAR = 45
const REMOTE = 240

/** The telling of news: the tense picks the last or the next occurrence, no tense the nearest. */
function pickByTense(expression: CalendarExpression, published: DayNumber, context: Context): Resolved {
  let past: Moment | null = null
  let future: Moment | null = null
  for (const moment of getCandidates(expression, published)) {
    if (moment.start <= published) past = moment
    if (moment.end >= published && future === null) future = moment
  }
  if (past === null || future === null) return past ?? future ?? 'unknown'
  const back = Math.max(0, published - past.end)
  const ahead = Math.max(0, future.start - published)
  // A month alone reaches back a year without more: "were inspected in March", told in February.
  const bare = expression.month !== null && expression.day === null
  if (context.direction === 'past') return !bare && back > REMOTE && ahead < NEAR ? future : past
  if (context.direction === 'future') return ahead > REMOTE && back < NEAR ? past : future
  return back <= ahead ? past : future
}

/** The unit around a day, for distances told in whole units ("two years ago" is a year). */
export function coarsen(day: DayNumber, unit: Unit): Moment {
  return makeUnit(day, unit)
}
