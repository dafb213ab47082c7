import type { Approximation } from '../layers.js'
import { FRACTION_MARKS, type ParsedNumber, parseCardinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { HEDGE_STARTS, HEDGES, LONG_HEDGES, VAGUE_AMOUNTS } from './lexicon.js'

/** A hedge read at a piece: where it ends and what it does to the number. */
export interface Hedge {
  readonly end: number
  readonly approximation: Approximation
}

/** Reads the hedges before a number: "at least", "well over", "nearly"; `end` is `at` where there is none. */
export function readHedge(pieces: Pieces, at: number): Hedge {
  let end = at
  let approximation: Approximation = 'exact'
  for (let turn = 0; turn < 2; turn++) {
    const long = readLongHedge(pieces, end)
    if (long !== null) {
      if (long.approximation !== 'exact' || approximation === 'exact') approximation = long.approximation
      end = long.end
      continue
    }
    const hedge = HEDGES.get(wordAt(pieces, end))
    if (hedge === undefined) break
    if (hedge !== 'exact') approximation = hedge
    end++
  }
  return { end, approximation }
}

function readLongHedge(pieces: Pieces, at: number): Hedge | null {
  let key = wordAt(pieces, at)
  if (!HEDGE_STARTS.has(key)) return null
  let best: Hedge | null = null
  for (let index = at + 1; index < at + 4; index++) {
    const word = wordAt(pieces, index)
    if (word === '') break
    key = `${key} ${word}`
    const hedge = LONG_HEDGES.get(key)
    if (hedge !== undefined) best = { end: index + 1, approximation: hedge }
  }
  return best
}

/** Bounds read at a piece. `scaled` where a multiplier word was read ("million"). */
export interface Amount {
  readonly end: number
  readonly low: number
  readonly high: number
  readonly approximation: Approximation
  readonly digits: boolean
  /** A range written with a hyphen, which may be a score instead. */
  readonly hyphen: boolean
}

/** Reads a number, a range or a vague amount at piece `at`, hedges before it not included; null where none starts. */
export function readNumber(pieces: Pieces, at: number): Amount | null {
  const vague = readVague(pieces, at)
  if (vague !== null) return vague
  const first = readOne(pieces, at)
  if (first === null) return null
  const dozen = wordAt(pieces, first.end)
  if (dozen === 'dozen' || (dozen === 'score' && wordAt(pieces, first.end + 1) === 'of')) {
    const size = dozen === 'dozen' ? 12 : 20
    return {
      end: first.end + 1,
      low: first.value * size,
      high: first.value * size,
      approximation: 'about',
      digits: first.digits,
      hyphen: false,
    }
  }
  const range = readRange(pieces, at, first)
  if (range !== null) return range
  return {
    end: first.end,
    low: first.value,
    high: first.value,
    approximation: 'exact',
    digits: first.digits,
    hyphen: false,
  }
}

/** One number with an article or a fraction: `2.5 million`, `a million`, `half a million`, `two and a half`, `½`. */
function readOne(pieces: Pieces, at: number): ParsedNumber | null {
  const word = wordAt(pieces, at)
  if (word === 'a' || word === 'an' || word === 'half') {
    const next = word === 'half' ? at + 1 + (wordAt(pieces, at + 1) === 'a' ? 1 : 0) : at + 1
    const big = BIG.get(wordAt(pieces, next))
    if (big === undefined) return null
    return { end: next + 1, value: word === 'half' ? big / 2 : big, digits: false }
  }
  const mark = FRACTION_MARKS.get(word)
  if (mark !== undefined) return { end: at + 1, value: mark, digits: true }
  const number = parseCardinal(pieces, at)
  if (number === null) return null
  // "two and a half", "one and a half million"
  if (
    wordAt(pieces, number.end) === 'and' &&
    wordAt(pieces, number.end + 1) === 'a' &&
    wordAt(pieces, number.end + 2) === 'half'
  ) {
    const scale = BIG.get(wordAt(pieces, number.end + 3))
    const value = number.value + 0.5
    return scale === undefined || scale < 1000
      ? { ...number, end: number.end + 3, value }
      : { ...number, end: number.end + 4, value: value * scale }
  }
  return number
}

const BIG: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** `10 to 15`, `10-15`, `two or three`, `between 10 and 15` (called behind "between"). A shared multiplier counts for both. */
function readRange(pieces: Pieces, at: number, first: ParsedNumber): Amount | null {
  const joint = wordAt(pieces, first.end)
  const between = joint === 'and' && wordBefore(pieces, at) === 'between'
  if (!(joint === '-' || joint === 'to' || joint === 'or' || between)) return null
  const hyphen = joint === '-'
  if (hyphen && !isJoined(pieces, first.end) && isJoined(pieces, first.end + 1)) return null
  let next = first.end + 1
  // "$5-$10 million", "5% to 10%" are joined by their own readers; here only bare numbers.
  if (joint === 'to' && wordAt(pieces, next) === 'as' && wordAt(pieces, next + 2) === 'as') next += 3
  const second = pieces.kind[next] === NUMBER || pieces.kind[next] === WORD ? parseCardinal(pieces, next) : null
  if (second === null) return null
  // "rose from 5 to 10" tells two numbers, and "by 10 to 15" a vote; only a rising pair is a range.
  if (joint === 'to' && wordBefore(pieces, at) === 'from') return null
  let low = first.value
  const scale = getScale(pieces, second)
  if (scale > 1 && low < 1000 && first.end === at + 1 && low < second.value / scale) low *= scale
  if (low >= second.value) return null
  return { end: second.end, low, high: second.value, approximation: 'exact', digits: first.digits, hyphen }
}

function getScale(pieces: Pieces, number: ParsedNumber): number {
  return BIG.get(wordAt(pieces, number.end - 1)) ?? SHORT.get(wordAt(pieces, number.end - 1)) ?? 1
}

const SHORT: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
])

/** `dozens`, `tens of thousands`, `several hundred`, `a couple of`, `a handful of`, `few`. */
function readVague(pieces: Pieces, at: number): Amount | null {
  const word = wordAt(pieces, at)
  const make = (end: number, low: number, high: number, approximation: Approximation = 'vague'): Amount => ({
    end,
    low,
    high,
    approximation,
    digits: false,
    hyphen: false,
  })
  const bounds = VAGUE_AMOUNTS.get(word)
  if (bounds !== undefined) {
    const of = wordAt(pieces, at + 1) === 'of'
    const second = of ? VAGUE_AMOUNTS.get(wordAt(pieces, at + 2)) : undefined
    if (second !== undefined && second[0] > bounds[0]) {
      const unit = second[0] / 2
      return make(at + 3, bounds[0] * unit, (bounds[1] + 1) * unit - 1)
    }
    // "scores" and "tens" are nouns of their own unless "of" follows.
    return of || (word !== 'scores' && word !== 'tens') ? make(at + 1, bounds[0], bounds[1]) : null
  }
  if (word === 'several' || word === 'few') {
    const scale = BIG.get(wordAt(pieces, at + 1))
    const [low, high] = word === 'several' ? [3, 9] : [2, 5]
    if (scale !== undefined && scale !== 12) return make(at + 2, low * scale, (high + 1) * scale - 1)
    return make(at + 1, low, high)
  }
  if (word !== 'a') return null
  const next = wordAt(pieces, at + 1)
  if (next === 'couple') {
    const of = wordAt(pieces, at + 2) === 'of'
    const number = of ? at + 3 : at + 2
    const scale = BIG.get(wordAt(pieces, number))
    if (scale !== undefined) {
      const second = scale === 100 && wordAt(pieces, number + 1) === 'thousand' ? 1000 : 1
      return make(second > 1 ? number + 2 : number + 1, 2 * scale * second, 2 * scale * second, 'about')
    }
    return of ? make(at + 2, 2, 2, 'about') : null
  }
  if (next === 'few') {
    const scale = BIG.get(wordAt(pieces, at + 2))
    return scale !== undefined && scale !== 12 ? make(at + 3, 2 * scale, 6 * scale - 1) : make(at + 2, 2, 5)
  }
  if (next === 'handful' && wordAt(pieces, at + 2) === 'of') return make(at + 2, 3, 6)
  if (next === 'score' && wordAt(pieces, at + 2) === 'of') return make(at + 2, 20, 20, 'about')
  return null
}
