import { type Pieces, WORD } from '../numbers/pieces.js'
import { wordAt, wordBefore } from '../numbers/reading.js'
import type { DurationExpression, OffsetExpression } from './expression.js'
import { UNITS } from './lexicon.js'
import { type Length, readLength } from './readLength.js'

type SpanExpression = DurationExpression | OffsetExpression

/**
 * Reads a length of time at piece `at` and what it is measured from: `nearly three hours`, `two-year`, `the next six
 * months` are durations; `two days later`, `five years ago`, `in ten minutes` are offsets. Null where none starts.
 */
export function matchSpan(pieces: Pieces, at: number): SpanExpression | null {
  const window = readWindow(pieces, at)
  if (window !== null) return window
  const amount = readLength(pieces, at)
  if (amount === null) return null
  return finish(pieces, at, amount)
}

/** What follows the length decides whether it is a distance. */
function finish(pieces: Pieces, at: number, amount: Length): SpanExpression {
  const { end } = amount
  const next = wordAt(pieces, end)
  const { unit, approximation } = amount
  const offset = (stop: number, direction: 1 | -1, from: 'now' | 'story' | 'event'): OffsetExpression => ({
    kind: 'offset',
    first: at,
    end: stop,
    amount: amount.amount,
    unit,
    direction,
    from,
    approximation,
  })
  if (!amount.adjective) {
    if (next === 'ago') return offset(end + 1, -1, 'now')
    if (next === 'from' && wordAt(pieces, end + 1) === 'now') return offset(end + 2, 1, 'now')
    if (next === 'hence') return offset(end + 1, 1, 'now')
    if (next === 'later' || next === 'afterward' || next === 'afterwards' || next === 'thereafter')
      return offset(end + 1, 1, 'story')
    if (next === 'earlier' || next === 'previously' || next === 'beforehand') return offset(end + 1, -1, 'story')
    if (next === 'before' || next === 'prior' || next === 'after' || next === 'following' || next === 'since') {
      const direction = next === 'before' || next === 'prior' ? -1 : 1
      if (next === 'since') return duration(pieces, at, amount)
      const behind = wordAt(pieces, end + 1)
      // "for a week before moving on": a length, then another clause.
      if (wordBefore(pieces, at) === 'for') return duration(pieces, at, amount)
      // "two days before." counts from the story; "two days before the vote" from the vote.
      if (behind === '' || '.,;:)'.includes(behind)) return offset(end + 1, direction, 'story')
      return offset(end + 1, direction, 'event')
    }
  }
  return duration(pieces, at, amount)
}

function duration(pieces: Pieces, at: number, amount: Omit<Length, 'adjective'>): DurationExpression {
  const { end, unit, approximation } = amount
  // "in five years" may be a point ahead; the tense of its sentence decides when it is resolved.
  const ahead = wordBefore(pieces, at) === 'in' && approximation !== 'less-than' && !isLookBack(pieces, at - 1)
  return { kind: 'duration', first: at, end, amount: amount.amount, unit, approximation, ahead }
}

// Six words reach from "in" to the "lowest", "first time" or "slowest pace" that makes it a look back.
const LOOK = 6

/** "the worst storm in 50 years", "for the second time in a decade": the years lie behind. */
function isLookBack(pieces: Pieces, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - LOOK); back--) {
    const word = wordAt(pieces, back)
    if (word === '' || word === '.') return false
    if (word === 'time' || word === 'most' || word === 'least' || word === 'worst' || word === 'best') return true
    if (word.length > 5 && word.endsWith('est')) return true
  }
  return false
}

const WINDOW: ReadonlySet<string> = new Set([
  'last',
  'past',
  'next',
  'first',
  'following',
  'previous',
  'coming',
  'final',
  'preceding',
  'opening',
  'closing',
  'intervening',
  'ensuing',
  'recent',
  'remaining',
])

/** `the next six months`, `the last two weeks`, `the first 100 days`, `the past decade`, `recent years`. */
function readWindow(pieces: Pieces, at: number): SpanExpression | null {
  let index = at
  const article = wordAt(pieces, index)
  const hasArticle =
    article === 'the' || article === 'his' || article === 'her' || article === 'its' || article === 'their'
  if (hasArticle) index++
  const word = wordAt(pieces, index)
  if (
    !WINDOW.has(word) ||
    (!hasArticle && !(word === 'recent' || word === 'last' || word === 'past' || word === 'next'))
  )
    return null
  index++
  if (pieces.kind[index] !== WORD && Number.isNaN(pieces.value[index] ?? Number.NaN)) return null
  const amount = readLength(pieces, index)
  if (amount !== null && wordAt(pieces, index) !== 'a' && !amount.adjective && wordAt(pieces, index) !== 'the') {
    return duration(pieces, at, amount)
  }
  const unit = UNITS.get(wordAt(pieces, index))
  if (unit === undefined) return null
  if (unit.plural && unit.unit !== 'second' && unit.unit !== 'minute') {
    return duration(pieces, at, { end: index + 1, amount: null, unit: unit.unit, approximation: 'vague' })
  }
  if (
    wordAt(pieces, index + 1) === 'and' &&
    wordAt(pieces, index + 2) === 'a' &&
    wordAt(pieces, index + 3) === 'half'
  ) {
    return duration(pieces, at, { end: index + 4, amount: 1.5, unit: unit.unit, approximation: 'exact' })
  }
  // "the past year" ends now and is a year long.
  if (word === 'past' && hasArticle && unit.unit !== 'second' && unit.unit !== 'quarter') {
    return duration(pieces, at, { end: index + 1, amount: unit.count, unit: unit.unit, approximation: 'exact' })
  }
  if (
    word === 'first' &&
    hasArticle &&
    (unit.unit === 'hour' || unit.unit === 'year' || unit.unit === 'month' || unit.unit === 'week')
  ) {
    return duration(pieces, at, { end: index + 1, amount: unit.count, unit: unit.unit, approximation: 'exact' })
  }
  return null
}
