import { parseCardinal, parseOrdinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { pad } from './calendar.js'
import type { CalendarExpression, DeicticExpression, FixedExpression } from './expression.js'
import { createDraft } from './expression.js'
import { FREQUENCIES, MONTHS, PARTS, REFERENCES, SEASONS, UNITS, type Unit, WAYS, WEEKDAYS } from './lexicon.js'

const RATE: Readonly<Record<Unit, string>> = {
  second: 'PT1S',
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  week: 'P1W',
  weekend: 'P1WE',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  decade: 'P1DE',
  century: 'P1CE',
}

const EVERY: Readonly<Partial<Record<Unit, string>>> = {
  minute: 'XXXX-XX-XXTXX:XX',
  hour: 'XXXX-XX-XXTXX',
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
}

/** Reads a frequency at piece `at`: `every Monday`, `twice a week`, `daily`, `per year`, `on Mondays`; null where none starts. */
export function matchSet(pieces: Pieces, at: number): FixedExpression | null {
  const word = wordAt(pieces, at)
  const frequency = FREQUENCIES.get(word)
  if (frequency !== undefined) {
    // "the Daily Mail", "Monthly Review"
    if (isCapital(pieces, at) && wordBefore(pieces, at) !== '' && wordBefore(pieces, at) !== '.') return null
    return makeSet(at, at + 1, frequency, null)
  }
  if (word === 'every' || word === 'each') return readEvery(pieces, at)
  if (word === 'per') {
    if (WAYS.has(wordBefore(pieces, at))) return null
    const unit = UNITS.get(wordAt(pieces, at + 1))
    return unit === undefined || unit.plural ? null : makeSet(at, at + 2, RATE[unit.unit], unit.unit)
  }
  const times = readTimes(pieces, at)
  if (times !== null) return times
  const plural = word.endsWith('s') ? WEEKDAYS.get(word.slice(0, -1)) : undefined
  if (plural !== undefined && isCapital(pieces, at)) return makeSet(at, at + 1, `XXXX-WXX-${plural}`, 'day')
  return null
}

function makeSet(first: number, end: number, value: string, unit: Unit | null): FixedExpression {
  return { kind: 'set', first, end, value, unit }
}

/** `every day`, `each Monday morning`, `every two weeks`, `every other year`, `every summer`. */
function readEvery(pieces: Pieces, at: number): FixedExpression | null {
  let index = at + 1
  if (wordAt(pieces, index) === 'single') index++
  const word = wordAt(pieces, index)
  if (word === 'other' || word === 'few') index++
  const number = word === 'other' ? null : (parseOrdinal(pieces, index) ?? parseCardinal(pieces, index))
  if (number !== null && number.value < 1000) {
    const unit = UNITS.get(wordAt(pieces, number.end))
    if (unit === undefined || wordAt(pieces, at) === 'each') return null
    return makeSet(at, number.end + 1, toDuration(number.value * unit.count, unit.unit), unit.unit)
  }
  const unit = UNITS.get(wordAt(pieces, index))
  if (unit !== undefined) {
    const value =
      word === 'other' ? toDuration(2, unit.unit) : word === 'few' ? toDuration(null, unit.unit) : EVERY[unit.unit]
    return value === undefined ? null : makeSet(at, index + 1, value, unit.unit)
  }
  const weekday = WEEKDAYS.get(wordAt(pieces, index))
  if (weekday !== undefined) {
    const part = PARTS.get(wordAt(pieces, index + 1))
    return makeSet(at, part === undefined ? index + 1 : index + 2, `XXXX-WXX-${weekday}${part ?? ''}`, 'day')
  }
  const month = MONTHS.get(wordAt(pieces, index))
  if (month !== undefined && isCapital(pieces, index)) return makeSet(at, index + 1, `XXXX-${pad(month, 2)}`, 'month')
  const season = SEASONS.get(wordAt(pieces, index))
  if (season !== undefined) return makeSet(at, index + 1, `XXXX-${season}`, null)
  const part = PARTS.get(wordAt(pieces, index))
  return part === undefined ? null : makeSet(at, index + 1, `XXXX-XX-XX${part}`, null)
}

/** `twice a week`, `three times per day`, `once every two years`. */
function readTimes(pieces: Pieces, at: number): FixedExpression | null {
  const word = wordAt(pieces, at)
  let index = at + 1
  if (word !== 'once' && word !== 'twice') {
    const number = pieces.kind[at] === NUMBER || word.length < 10 ? parseCardinal(pieces, at) : null
    if (number === null || wordAt(pieces, number.end) !== 'times') return null
    index = number.end + 1
  }
  const joint = wordAt(pieces, index)
  if (joint === 'every' || joint === 'each') {
    const every = readEvery(pieces, index)
    return every === null ? null : { ...every, first: at }
  }
  if (joint !== 'a' && joint !== 'an' && joint !== 'per') return null
  const unit = UNITS.get(wordAt(pieces, index + 1))
  return unit === undefined || unit.plural ? null : makeSet(at, index + 2, RATE[unit.unit], unit.unit)
}

const CODES: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
}

/** TIMEX3 duration: `P5Y`, `PT45M`, `PXD` for an unknown number. */
export function toDuration(amount: number | null, unit: Unit): string {
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour'
  return `P${clock ? 'T' : ''}${amount === null ? 'X' : Number(amount.toFixed(2))}${CODES[unit]}`
}

// "$70 million in today's money" tells a worth, no day.
const WORTH: ReadonlySet<string> = new Set('money dollars pounds euros yen prices terms value currency'.split(' '))

/** Reads `today`, `yesterday morning`, `tomorrow`, `tonight`, `the day before yesterday`; null where none starts. */
export function matchDeictic(pieces: Pieces, at: number): DeicticExpression | null {
  let index = at
  let shift = 0
  if (wordAt(pieces, at) === 'the' || wordAt(pieces, at) === 'day') {
    if (wordAt(pieces, index) === 'the') index++
    if (wordAt(pieces, index) !== 'day') return null
    const side = wordAt(pieces, index + 1)
    const target = wordAt(pieces, index + 2)
    if (side === 'before' && target === 'yesterday') shift = -1
    else if (side === 'after' && target === 'tomorrow') shift = 1
    else return null
    index += 2
  }
  const word = wordAt(pieces, index)
  const days = word === 'today' || word === 'tonight' ? 0 : word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : null
  if (days === null) return null
  // "USA Today"
  if (
    isCapital(pieces, index) &&
    isCapital(pieces, index - 1) &&
    wordBefore(pieces, index) !== '' &&
    wordBefore(pieces, index) !== '.'
  )
    return null
  if (pieces.norm[index + 1] === "'" && pieces.norm[index + 2] === 's' && WORTH.has(pieces.norm[index + 3] ?? ''))
    return null
  const part = word === 'tonight' ? 'TNI' : (PARTS.get(wordAt(pieces, index + 1)) ?? null)
  const end = part !== null && word !== 'tonight' ? index + 2 : index + 1
  return { kind: 'deictic', first: at, end, days: days + shift, part }
}

/** Reads a reference that names no date: `now`, `former`, `these days`, `at the time`; null where none starts. */
export function matchReference(pieces: Pieces, at: number): FixedExpression | CalendarExpression | null {
  const word = wordAt(pieces, at)
  const make = (end: number, value: string): FixedExpression => ({
    kind: 'reference',
    first: at,
    end,
    value,
    unit: null,
  })
  if (word === '9') return readNineEleven(pieces, at)
  if (word === 'these' || word === 'those') {
    return wordAt(pieces, at + 1) === 'days' ? make(at + 2, word === 'these' ? 'PRESENT_REF' : 'PAST_REF') : null
  }
  if (word === 'right' || word === 'just') {
    return word === 'right' && wordAt(pieces, at + 1) === 'now' ? make(at + 2, 'PRESENT_REF') : null
  }
  if (word === 'at' || word === 'during' || word === 'by' || word === 'in') return readMoment(pieces, at)
  if (word === 'present' || word === 'modern') {
    const hyphen = wordAt(pieces, at + 1) === '-' ? at + 2 : at + 1
    return wordAt(pieces, hyphen) === 'day' ? make(hyphen + 1, 'PRESENT_REF') : null
  }
  if (word === 'the') {
    const next = wordAt(pieces, at + 1)
    if (next === 'present' && wordAt(pieces, at + 2) === 'day') return make(at + 3, 'PRESENT_REF')
    return (next === 'future' || next === 'past') &&
      isBehindIn(pieces, at) &&
      wordAt(pieces, at + 2) !== 'of' &&
      UNITS.get(wordAt(pieces, at + 2)) === undefined
      ? make(at + 2, next === 'future' ? 'FUTURE_REF' : 'PAST_REF')
      : null
  }
  const value = REFERENCES.get(word)
  if (value === undefined) return null
  if (isCapital(pieces, at) && word !== 'now' && word !== 'former' && word !== 'currently' && word !== 'recently')
    return null
  const before = wordBefore(pieces, at)
  if (word === 'current' || word === 'recent') {
    // "electric current", "the current of": an adjective stands before its noun.
    const next = wordAt(pieces, at + 1)
    if (next === '' || next === 'of' || next === 'in' || next === 'and' || '.,;:)'.includes(next) || UNITS.has(next))
      return null
  }
  if (word === 'future' && (before === 'the' || before === 'a' || before === "'" || before === 's')) {
    const next = wordAt(pieces, at + 1)
    if (next === 'of' || next === '' || '.,;:)'.includes(next)) return null
  }
  // "the former … the latter"
  if (word === 'former' && before === 'the' && '.,;)'.includes(wordAt(pieces, at + 1))) return null
  return make(at + 1, value)
}

function isBehindIn(pieces: Pieces, at: number): boolean {
  const before = wordBefore(pieces, at)
  return before === 'in' || before === 'for' || before === 'into'
}

/** `at the time`, `at that time`, `during this period`, `at this time`; called at the preposition, which stays outside. */
function readMoment(pieces: Pieces, at: number): FixedExpression | null {
  const which = wordAt(pieces, at + 1)
  if (which !== 'the' && which !== 'that' && which !== 'this' && which !== 'those' && which !== 'these') return null
  const same = wordAt(pieces, at + 2) === 'same' ? at + 3 : at + 2
  const noun = wordAt(pieces, same)
  if (noun !== 'time' && noun !== 'period' && noun !== 'moment' && noun !== 'times') return null
  const before = wordAt(pieces, at)
  if (which === 'the' && same === at + 2 && !(before === 'at' && noun === 'time')) return null
  if (wordAt(pieces, same + 1) === 'of') return null
  const value = which === 'this' && before === 'at' ? 'PRESENT_REF' : null
  return { kind: 'reference', first: at + 1, end: same + 1, value, unit: null }
}

/** `9/11` names one day wherever it stands. */
function readNineEleven(pieces: Pieces, at: number): CalendarExpression | null {
  if (wordAt(pieces, at + 1) !== '/' || !isJoined(pieces, at + 1) || integerAt(pieces, at + 2, 11, 11) < 0) return null
  if (!isJoined(pieces, at + 2) || wordAt(pieces, at + 3) === '/') return null
  return { ...createDraft(at), end: at + 3, year: 2001, month: 9, day: 11 }
}
