import type { Approximation } from '../layers.js'
import { parseCardinal } from '../numbers/parseNumber.js'
import type { Pieces } from '../numbers/pieces.js'
import { isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { SHORT_UNITS, UNITS, type Unit, WAYS } from './lexicon.js'

/** Hedges before an amount, longest first by their words. */
const HEDGES: ReadonlyMap<string, Approximation> = new Map<string, Approximation>([
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['nearly', 'less-than'],
  ['almost', 'less-than'],
  ['under', 'less-than'],
  ['over', 'more-than'],
  ['just', 'exact'],
  ['only', 'exact'],
  ['exactly', 'exact'],
  ['another', 'exact'],
  ['barely', 'exact'],
])

const PAIRS: ReadonlyMap<string, Approximation> = new Map<string, Approximation>([
  ['more than', 'more-than'],
  ['less than', 'less-than'],
  ['fewer than', 'less-than'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['well over', 'more-than'],
  ['just over', 'more-than'],
  ['just under', 'less-than'],
  ['a little', 'more-than'],
  ['close to', 'about'],
])

const VAGUE: ReadonlySet<string> = new Set(['few', 'several', 'many', 'couple', 'number', 'some'])

/** Words that may stand between an amount and its unit and leave the length as it is. */
const FILLERS: ReadonlySet<string> = new Set(
  'bloody long brutal full whole more short consecutive straight successive further additional other tense whole solid hectic calendar working business'.split(
    ' ',
  ),
)

const DAY_AFTER: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year'])

const UNSAID: ReadonlySet<string> = new Set(['second', 'quarter', 'weekend'])

/** A length of time as read, before what follows says whether it is a distance. */
export interface Length {
  readonly end: number
  readonly amount: number | null
  readonly unit: Unit
  readonly approximation: Approximation
  /** Joined by hyphens: `two-year`, describes a noun. */
  readonly adjective: boolean
}

/** Reads hedge, number and unit at a piece; null where no length starts. */
export function readLength(pieces: Pieces, at: number): Length | null {
  let index = at
  let approximation: Approximation = 'exact'
  for (let turn = 0; turn < 2; turn++) {
    const pair = PAIRS.get(`${wordAt(pieces, index)} ${wordAt(pieces, index + 1)}`)
    if (pair !== undefined) {
      approximation = pair
      index += 2
      if (wordAt(pieces, index) === 'more' && wordAt(pieces, index + 1) === 'than') index += 2
      continue
    }
    const hedge = HEDGES.get(wordAt(pieces, index))
    if (hedge === undefined) break
    if (hedge !== 'exact') approximation = hedge
    index++
  }
  const word = wordAt(pieces, index)
  if (word === 'a' || word === 'an' || word === 'the') return readArticle(pieces, at, index, approximation)
  if (word === 'half') {
    const next = wordAt(pieces, index + 1)
    const article = next === 'a' || next === 'an' || next === '-' ? index + 2 : index + 1
    return withUnit(pieces, article, 0.5, approximation, true)
  }
  if (VAGUE.has(word) && word !== 'couple' && word !== 'number' && word !== 'some') {
    return withUnit(pieces, index + 1, null, 'vague', false)
  }
  if (word === 'dozens' || word === 'hundreds' || word === 'thousands' || word === 'tens') {
    return wordAt(pieces, index + 1) === 'of' ? withUnit(pieces, index + 2, null, 'vague', false) : null
  }
  const number = parseCardinal(pieces, index)
  if (number !== null) {
    const range = readRange(pieces, number.end)
    if (range !== null) return withUnit(pieces, range, null, 'vague', true)
    const half = readAndHalf(pieces, number.end)
    return withUnit(pieces, half > 0 ? half : number.end, number.value + (half > 0 ? 0.5 : 0), approximation, true)
  }
  if (index > at && wordAt(pieces, at) === 'some') {
    const some = withUnit(pieces, index, null, 'vague', false)
    return some
  }
  return index === at ? readBarePlural(pieces, at) : null
}

/** "ten to fifteen", "two or three": the length is then open. Returns the piece behind the second number. */
function readRange(pieces: Pieces, at: number): number | null {
  const joint = wordAt(pieces, at)
  if (joint !== 'to' && joint !== 'or' && joint !== '-') return null
  const second = parseCardinal(pieces, at + 1)
  return second === null ? null : second.end
}

function readAndHalf(pieces: Pieces, at: number): number {
  if (wordAt(pieces, at) !== 'and') return -1
  if (wordAt(pieces, at + 1) === 'half') return at + 2
  return (wordAt(pieces, at + 1) === 'a' || wordAt(pieces, at + 1) === 'one') && wordAt(pieces, at + 2) === 'half'
    ? at + 3
    : -1
}

/** `a decade`, `a few days`, `a couple of weeks`, `a half hour`; "the" only before "few". */
function readArticle(pieces: Pieces, at: number, index: number, approximation: Approximation): Length | null {
  const word = wordAt(pieces, index + 1)
  if (word === 'few' || (word === 'couple' && wordAt(pieces, index) !== 'the') || word === 'number') {
    const of = wordAt(pieces, index + 2) === 'of' ? index + 3 : index + 2
    return withUnit(pieces, of, word === 'couple' ? 2 : null, word === 'couple' ? 'about' : 'vague', false)
  }
  if (wordAt(pieces, index) === 'the') {
    // "the day after the vote", "the year before he left".
    const unit = UNITS.get(word)
    const next = wordAt(pieces, index + 2)
    if (index !== at || unit === undefined || unit.plural || (next !== 'after' && next !== 'before')) return null
    return DAY_AFTER.has(unit.unit)
      ? { end: index + 2, amount: 1, unit: unit.unit, approximation, adjective: false }
      : null
  }
  if (word === 'half') {
    const next = wordAt(pieces, index + 2) === '-' ? index + 3 : index + 2
    return withUnit(pieces, next, 0.5, approximation, true)
  }
  if (word === 'quarter' && wordAt(pieces, index + 2) === 'of' && wordAt(pieces, index + 4) === 'century') {
    return { end: index + 5, amount: 25, unit: 'year', approximation, adjective: false }
  }
  if (word === 'dozen') return withUnit(pieces, index + 2, 12, approximation, true)
  if (word === 'hundred' || word === 'thousand' || word === 'million') {
    return withUnit(pieces, index + 2, word === 'hundred' ? 100 : word === 'thousand' ? 1000 : 1e6, approximation, true)
  }
  // "two-year", "a three-day" are read at the number; here "a year", "a long decade".
  if (WAYS.has(wordBefore(pieces, index))) return null
  const plural = UNITS.get(word)?.plural === true
  const read = withUnit(pieces, index + 1, plural ? null : 1, plural ? 'vague' : approximation, false)
  if (plural && (read === null || wordAt(pieces, read.end - 1) !== 'long')) return null
  if (read === null) return null
  if (read.unit === 'day' || read.unit === 'week' || read.unit === 'month' || read.unit === 'year') {
    // "twice a year", "$5 a day" are rates; the frequency matcher reads the first.
    const before = wordBefore(pieces, at)
    if (index === at && (before === 'once' || before === 'twice' || before === 'times')) return null
  }
  return read
}

/** `hourlong`, `weeklong`: one word in American papers. */
const LONG_WORDS: ReadonlyMap<string, Unit> = new Map([
  ['hourlong', 'hour'],
  ['daylong', 'day'],
  ['weeklong', 'week'],
  ['monthlong', 'month'],
  ['yearlong', 'year'],
  ['decadelong', 'decade'],
])

/** `monthslong`, `hourslong` */
const MANY_LONG: ReadonlyMap<string, Unit> = new Map([
  ['hourslong', 'hour'],
  ['dayslong', 'day'],
  ['weekslong', 'week'],
  ['monthslong', 'month'],
  ['yearslong', 'year'],
  ['decadeslong', 'decade'],
])

/** `days`, `weeks`, `years` with no number, where the words around make it a length. */
function readBarePlural(pieces: Pieces, at: number): Length | null {
  const long = LONG_WORDS.get(wordAt(pieces, at))
  if (long !== undefined) return { end: at + 1, amount: 1, unit: long, approximation: 'exact', adjective: true }
  const many = MANY_LONG.get(wordAt(pieces, at))
  if (many !== undefined) return { end: at + 1, amount: null, unit: many, approximation: 'vague', adjective: true }
  const unit = UNITS.get(wordAt(pieces, at))
  if (unit === undefined || unit.unit === 'second' || unit.unit === 'quarter') return null
  const next = wordAt(pieces, at + 1)
  if (
    next === '-' &&
    (wordAt(pieces, at + 2) === 'long' || wordAt(pieces, at + 2) === 'old') &&
    isJoined(pieces, at + 1)
  ) {
    if (wordAt(pieces, at + 2) === 'old') return null
    return {
      end: at + 3,
      amount: unit.plural ? null : unit.count,
      unit: unit.unit,
      approximation: unit.plural ? 'vague' : 'exact',
      adjective: true,
    }
  }
  if (!unit.plural) return null
  const before = wordBefore(pieces, at)
  const later = next === 'later' || next === 'ago' || next === 'earlier' || next === 'before' || next === 'after'
  if (!later && !BEFORE_PLURAL.has(before)) return null
  if (unit.unit === 'minute' && !later && before !== 'within' && before !== 'for') return null
  return { end: at + 1, amount: null, unit: unit.unit, approximation: 'vague', adjective: false }
}

const BEFORE_PLURAL: ReadonlySet<string> = new Set([
  'for',
  'within',
  'after',
  'over',
  'lasted',
  'took',
  'recent',
  'take',
  'spent',
])

function withUnit(
  pieces: Pieces,
  at: number,
  amount: number | null,
  approximation: Approximation,
  numeric: boolean,
): Length | null {
  let index = at
  let adjective = false
  if (wordAt(pieces, index) === '-' && isJoined(pieces, index)) {
    index++
    adjective = true
  } else if (FILLERS.has(wordAt(pieces, index))) index++
  const word = wordAt(pieces, index)
  const known = UNITS.get(word)
  const short = known === undefined && numeric ? SHORT_UNITS.get(word) : undefined
  const unit = known?.unit ?? short
  if (unit === undefined) return null
  const single = amount === 1 || adjective || amount === 0.5 || (amount !== null && amount < 1)
  if (known !== undefined && !known.plural && !single) return null
  // "a second", "a quarter", "one weekend" name other things more often than a length.
  if (known !== undefined && !known.plural && UNSAID.has(unit) && !adjective) return null
  if (unit === 'quarter') return null
  let end = index + 1
  // "three hours and 20 minutes" is one length, told in two units; the larger is kept with its part.
  if (isOld(pieces, end)) return null
  let value = amount === null ? null : amount * (known?.count ?? 1)
  const half = amount === 1 || (amount !== null && Number.isInteger(amount)) ? readAndHalf(pieces, end) : -1
  if (half > 0 && value !== null) {
    value += 0.5
    end = half
  }
  if (wordAt(pieces, end) === "'" && (wordAt(pieces, end + 1) === 'time' || wordAt(pieces, end + 1) === 'notice'))
    end += wordAt(pieces, end + 1) === 'time' ? 2 : 1
  else if (wordAt(pieces, end) === '-' && wordAt(pieces, end + 1) === 'long' && isJoined(pieces, end)) end += 2
  return { end, amount: value, unit, approximation, adjective }
}

/** "years old", "-year-old", "years of age", "-year-olds": ages are quantities. */
function isOld(pieces: Pieces, at: number): boolean {
  let index = at
  if (wordAt(pieces, index) === '-' && isJoined(pieces, index)) index++
  const word = wordAt(pieces, index)
  return (
    word === 'old' ||
    word === 'olds' ||
    word === 'older' ||
    word === 'younger' ||
    (word === 'of' && wordAt(pieces, index + 1) === 'age')
  )
}
