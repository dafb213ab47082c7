import { SMALL } from '../numbers/numberWords.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { ClockExpression } from './expression.js'
import { ZONES } from './lexicon.js'

/** Reads a time of day at piece `at`: `5 p.m.`, `15:00 GMT`, `0530 hrs`, `half past two`, `noon`; null where none starts. */
export function matchClock(pieces: Pieces, at: number): ClockExpression | null {
  if (pieces.kind[at] === NUMBER) return readDigits(pieces, at)
  const word = wordAt(pieces, at)
  if (word === 'noon' || word === 'midday') return close(pieces, at, at + 1, 12, 0)
  if (word === 'midnight') return close(pieces, at, at + 1, 24, 0)
  const past = readPast(pieces, at)
  if (past !== null) return past
  const hour = SMALL.get(word)
  if (hour === undefined || hour < 1 || hour > 12) return null
  if (wordAt(pieces, at + 1) === 'o' && wordAt(pieces, at + 2) === "'" && wordAt(pieces, at + 3) === 'clock') {
    return closeHalf(pieces, at, at + 4, hour, null)
  }
  const half = readHalf(pieces, at + 1)
  return half === null ? null : close(pieces, at, half.end, toHour(hour, half.afternoon), null)
}

function readDigits(pieces: Pieces, at: number): ClockExpression | null {
  const text = pieces.norm[at]!
  let hour = integerAt(pieces, at, 0, 24)
  let minute: number | null = null
  let end = at + 1
  if (hour >= 0 && text.length <= 2 && wordAt(pieces, end) === ':' && isJoined(pieces, end)) {
    minute = isJoined(pieces, end + 1) ? integerAt(pieces, end + 1, 0, 59, 2) : -1
    if (minute < 0) return null
    end += 2
    // Seconds are passed over; a second colon without them is something else.
    if (wordAt(pieces, end) === ':' && isJoined(pieces, end)) {
      if (integerAt(pieces, end + 1, 0, 59, 2) < 0) return null
      end += 2
    }
  } else if (hour < 0 && /^\d{1,2}\.\d\d$/.test(text)) {
    // "3.30 p.m.": needs the half of the day, or it is a decimal.
    hour = Math.floor(pieces.value[at]!)
    minute = Number(text.slice(-2))
    if (hour > 24 || minute > 59 || readHalf(pieces, end) === null) return null
  } else if (hour < 0 || text.length > 2) {
    return readMilitary(pieces, at)
  }
  const half = readHalf(pieces, end)
  if (half !== null) {
    if (hour < 1 || hour > 12) return hour <= 24 && minute !== null ? close(pieces, at, half.end, hour, minute) : null
    return close(pieces, at, half.end, toHour(hour, half.afternoon), minute)
  }
  if (wordAt(pieces, end) === 'o' && wordAt(pieces, end + 1) === "'" && wordAt(pieces, end + 2) === 'clock') {
    return closeHalf(pieces, at, end + 3, hour, minute)
  }
  if (minute === null) return readShift(pieces, at, hour)
  const suffix = wordAt(pieces, end)
  const marked = suffix === 'hrs' || suffix === 'h' || suffix === 'hours'
  if (marked) end++
  if (marked || isClockContext(pieces, at, end)) return close(pieces, at, end, hour, minute)
  return null
}

// Words before `15:00` that make it a time of day; without one of them or a zone it may be a score or a verse.
const BEFORE_CLOCK: ReadonlySet<string> = new Set(
  'at by until till from to since around about before after between and - ( , on past nearly almost'.split(' '),
)

function isClockContext(pieces: Pieces, at: number, end: number): boolean {
  return readZone(pieces, end) !== null || wordBefore(pieces, at) === '' || BEFORE_CLOCK.has(wordBefore(pieces, at))
}

/** `1500 GMT`, `0530 hrs`, `1500 hours`. */
function readMilitary(pieces: Pieces, at: number): ClockExpression | null {
  const value = integerAt(pieces, at, 0, 2400, 4)
  if (value < 0 || value % 100 > 59) return null
  const next = wordAt(pieces, at + 1)
  const marked =
    next === 'hrs' ||
    next === 'h' ||
    (next === 'hours' && (wordBefore(pieces, at) === 'at' || pieces.norm[at]!.startsWith('0')))
  const end = marked ? at + 2 : at + 1
  if (!marked && readZone(pieces, end) === null) return null
  return close(pieces, at, end, Math.floor(value / 100), value % 100)
}

/** `9 to 5` of a working day: only behind words of opening or working. */
function readShift(pieces: Pieces, at: number, hour: number): ClockExpression | null {
  if (hour < 1 || hour > 12) return null
  const joint = wordAt(pieces, at + 1)
  const second = integerAt(pieces, at + 2, 1, 12)
  if ((joint === 'to' || joint === 'until') && second > 0) {
    const from = wordBefore(pieces, at) === 'from' ? at - 1 : at
    if (wordBefore(pieces, from) !== '' && OPENING.has(wordBefore(pieces, from)) && isClosed(pieces, at + 3)) {
      return { kind: 'clock', first: at, end: at + 1, hour: toHour(hour, false), minute: null, zone: null }
    }
    // "5 to 7 p.m." shares the half of the day.
    const half = readHalf(pieces, at + 3)
    if (half !== null) return share(at, hour, second, half.afternoon)
  }
  if (joint === 'to' || joint === '-' || joint === 'and') {
    const after = joint === 'and' && wordBefore(pieces, at) !== 'between' ? null : readHalf(pieces, at + 3)
    if (after !== null && second > 0) return share(at, hour, second, after.afternoon)
  }
  if ((wordBefore(pieces, at) === 'to' || wordBefore(pieces, at) === 'until') && integerAt(pieces, at - 2, 1, 12) > 0) {
    const from = wordBefore(pieces, at - 2) === 'from' ? at - 3 : at - 2
    if (OPENING.has(wordBefore(pieces, from)) && wordBefore(pieces, from) !== '' && isClosed(pieces, at + 1)) {
      return { kind: 'clock', first: at, end: at + 1, hour: toHour(hour, hour < 8), minute: null, zone: null }
    }
  }
  return null
}

function share(at: number, hour: number, second: number, afternoon: boolean): ClockExpression {
  // "11 to 1 p.m." starts in the other half.
  const same = hour % 12 <= second % 12 || hour === 12
  return {
    kind: 'clock',
    first: at,
    end: at + 1,
    hour: toHour(hour, same ? afternoon : !afternoon),
    minute: null,
    zone: null,
  }
}

const OPENING: ReadonlySet<string> = new Set(
  'open opens opened work works worked working run runs ran hours shift closed close daily weekdays'.split(' '),
)

function isClosed(pieces: Pieces, at: number): boolean {
  const next = wordAt(pieces, at)
  return (
    next === '' ||
    '.,;)'.includes(next) ||
    next === 'on' ||
    next === 'every' ||
    next === 'daily' ||
    isCapital(pieces, at)
  )
}

/** `p.m.`, `pm`, `a.m`, `in the morning`: the end and the half of the day. */
function readHalf(pieces: Pieces, at: number): { readonly end: number; readonly afternoon: boolean } | null {
  const word = wordAt(pieces, at)
  if (word === 'pm' || word === 'am') {
    // "I am" and the like never follow a number; "5 am" does.
    return { end: at + 1, afternoon: word === 'pm' }
  }
  if (
    (word === 'p' || word === 'a') &&
    wordAt(pieces, at + 1) === '.' &&
    wordAt(pieces, at + 2) === 'm' &&
    isJoined(pieces, at + 2)
  ) {
    const dot = wordAt(pieces, at + 3) === '.' && isJoined(pieces, at + 3)
    return { end: dot ? at + 4 : at + 3, afternoon: word === 'p' }
  }
  return null
}

function toHour(hour: number, afternoon: boolean): number {
  return afternoon ? (hour === 12 ? 12 : hour + 12) : hour === 12 ? 0 : hour
}

/** Half of the day told in words behind the hour: "six o'clock in the evening". Without it the hour stands as told. */
function closeHalf(pieces: Pieces, at: number, end: number, hour: number, minute: number | null): ClockExpression {
  if (wordAt(pieces, end) === 'in' && wordAt(pieces, end + 1) === 'the') {
    const part = wordAt(pieces, end + 2)
    if (part === 'morning' || part === 'afternoon' || part === 'evening') {
      return close(pieces, at, end + 3, toHour(hour, part !== 'morning'), minute)
    }
  }
  if (wordAt(pieces, end) === 'at' && wordAt(pieces, end + 1) === 'night')
    return close(pieces, at, end + 2, toHour(hour, hour > 5), minute)
  return close(pieces, at, end, hour, minute)
}

/** `half past two`, `quarter to nine`, `ten past six`. */
function readPast(pieces: Pieces, at: number): ClockExpression | null {
  const word = wordAt(pieces, at)
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : (SMALL.get(word) ?? -1)
  if (minutes < 0 || minutes > 30) return null
  const joint = wordAt(pieces, at + 1)
  if (joint !== 'past' && !(joint === 'to' && word === 'quarter')) return null
  const hour = SMALL.get(wordAt(pieces, at + 2)) ?? integerAt(pieces, at + 2, 1, 12)
  if (hour < 1 || hour > 12) return null
  const total = joint === 'past' ? hour * 60 + minutes : hour * 60 - minutes
  return closeHalf(pieces, at, at + 3, Math.floor(total / 60), total % 60)
}

/** Adds the zone behind a clock, if one is told. */
function close(pieces: Pieces, first: number, end: number, hour: number, minute: number | null): ClockExpression {
  const zone = readZone(pieces, end)
  return { kind: 'clock', first, end: zone?.end ?? end, hour, minute, zone: zone?.offset ?? null }
}

const SEASONAL: ReadonlySet<string> = new Set(['et', 'ct', 'mt', 'pt'])

// Plain "Eastern time" changes with the season too; with "standard" or "daylight" it is told.
const ZONE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({ eastern: -5, central: -6, mountain: -7, pacific: -8, alaska: -9, greenwich: 0 }),
)

/** `GMT`, `(EST)`, `local time`, `Eastern time`, `Lisbon time`; the offset is null where the place's is not known. */
function readZone(pieces: Pieces, at: number): { readonly end: number; readonly offset: number | null } | null {
  const open = wordAt(pieces, at) === '(' ? at + 1 : at
  const word = wordAt(pieces, open)
  const offset = ZONES.get(word)
  if (offset !== undefined && isCapital(pieces, open) && pieces.kind[open] === WORD) {
    // The bracket stays outside: "(1500 GMT)" is closed elsewhere.
    return open === at ? { end: open + 1, offset } : null
  }
  // "ET" is one offset in summer and another in winter.
  if (SEASONAL.has(word) && isCapital(pieces, at)) return { end: at + 1, offset: null }
  const next = wordAt(pieces, at + 1)
  if (word === 'local' && next === 'time') return { end: at + 2, offset: null }
  if (!isCapital(pieces, at) || pieces.kind[at] !== WORD) return null
  if (next === 'time') return { end: at + 2, offset: null }
  if (
    (next === 'standard' || next === 'daylight' || next === 'mean' || next === 'summer') &&
    wordAt(pieces, at + 2) === 'time'
  ) {
    const base = ZONE_WORDS.get(word)
    return {
      end: at + 3,
      offset: base === undefined ? null : next === 'daylight' || next === 'summer' ? base + 1 : base,
    }
  }
  return null
}
