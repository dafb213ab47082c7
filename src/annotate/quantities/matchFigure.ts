import { DENOMINATORS } from '../numbers/numberWords.js'
import { parseCardinal, parseOrdinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { QuantityDraft } from './draft.js'
import { join } from './matchMoney.js'
import { MEASURE_STARTS, MEASURES, TIGHT_UNITS } from './measureUnits.js'
import type { Amount, Hedge } from './readAmount.js'

/** Reads a share: `15%`, `15 percent`, `3 percentage points`; null where the number is none. */
export function matchPercent(pieces: Pieces, first: number, amount: Amount, hedge: Hedge): QuantityDraft | null {
  let end = amount.end
  if (wordAt(pieces, end) === '-' && isJoined(pieces, end)) end++
  const word = wordAt(pieces, end)
  const make = (stop: number, unit: string): QuantityDraft => ({
    first,
    end: stop,
    kind: 'percent',
    low: amount.low,
    high: amount.high,
    unit,
    approximation: join(hedge, amount),
  })
  if (word === 'percentage' && wordAt(pieces, end + 1).startsWith('point')) return make(end + 2, 'pp')
  if (word === 'per' && wordAt(pieces, end + 1) === 'cent') return make(end + 2, '%')
  if (word === 'basis' && wordAt(pieces, end + 1).startsWith('point')) {
    return { ...make(end + 2, 'pp'), low: amount.low / 100, high: amount.high / 100 }
  }
  if (word !== '%' && word !== 'percent' && word !== 'pct') return null
  // "5% to 10%", "5%-10%"
  const joint = wordAt(pieces, end + 1)
  if (joint === 'to' || joint === '-') {
    const second = wordBefore(pieces, first) === 'from' && joint === 'to' ? null : parseCardinal(pieces, end + 2)
    const unit = second === null ? '' : wordAt(pieces, second.end)
    if (second !== null && (unit === '%' || unit === 'percent') && second.value > amount.high) {
      return { ...make(second.end + 1, '%'), high: second.value }
    }
  }
  if (joint === '-' && wordAt(pieces, end + 2) === 'point') return make(end + 3, 'pp')
  return make(end + 1, '%')
}

/** Reads a measure: `5 miles`, `7.8-magnitude`, `30 degrees Celsius`, `6ft`; null where no unit follows. */
export function matchMeasure(pieces: Pieces, first: number, amount: Amount, hedge: Hedge): QuantityDraft | null {
  let at = amount.end
  const hyphen = wordAt(pieces, at) === '-' && isJoined(pieces, at) && isJoined(pieces, at + 1)
  if (hyphen) at++
  const unit = readUnit(pieces, at, amount, hyphen)
  if (unit === null) return null
  const minus = readMinus(pieces, first)
  const sign = minus < first && unit.unit.startsWith('°') ? -1 : 1
  const [low, high] = sign < 0 ? [-amount.high, -amount.low] : [amount.low, amount.high]
  const start = sign < 0 ? minus : first
  return {
    first: start,
    end: unit.end,
    kind: 'measure',
    low,
    high,
    unit: unit.unit,
    approximation: join(hedge, amount),
  }
}

/** The longest unit at a piece. */
function readUnit(
  pieces: Pieces,
  at: number,
  amount: Amount,
  hyphen: boolean,
): { readonly unit: string; readonly end: number } | null {
  let key = wordAt(pieces, at)
  if (!MEASURE_STARTS.has(key)) return null
  let best: { unit: string; end: number } | null = null
  for (let index = at; index < at + 4; index++) {
    if (index > at) {
      const word = wordAt(pieces, index)
      if (word === '') break
      key = `${key} ${word}`
    }
    const unit = MEASURES.get(key)
    if (unit !== undefined) best = { unit, end: index + 1 }
  }
  if (best === null) return null
  const word = wordAt(pieces, at)
  const tight = best.end === at + 1 && TIGHT_UNITS.has(word)
  if (tight && !(isJoined(pieces, at) && amount.digits && !hyphen)) {
    // "5 km" is plain, "5 m" may be millions; "5 C" needs its degree.
    return null
  }
  if (best.unit === 'W' && isCapital(pieces, at)) return null
  return best
}

function readMinus(pieces: Pieces, first: number): number {
  const before = wordBefore(pieces, first)
  if (before === 'minus') return first - 1
  return before === '-' && isJoined(pieces, first) && !isJoined(pieces, first - 1) ? first - 1 : first
}

/** Reads `magnitude 7.8`, `a magnitude of 7.8`; null elsewhere. */
export function matchMagnitude(pieces: Pieces, at: number): QuantityDraft | null {
  if (wordAt(pieces, at) !== 'magnitude') return null
  let next = at + 1
  if (wordAt(pieces, next) === 'of' || wordAt(pieces, next) === '-') next++
  if (pieces.kind[next] !== NUMBER || pieces.value[next]! > 12) return null
  const value = pieces.value[next]!
  return {
    first: at,
    end: next + 1,
    kind: 'measure',
    low: value,
    high: value,
    unit: 'magnitude',
    approximation: 'exact',
  }
}

/** Reads a fraction or a proportion: `half of`, `two-thirds`, `a quarter of`, `one in five`, `9 out of 10`; null elsewhere. */
export function matchFraction(pieces: Pieces, first: number, at: number, hedge: Hedge): QuantityDraft | null {
  const make = (end: number, value: number): QuantityDraft => ({
    first,
    end,
    kind: 'ratio',
    low: value,
    high: value,
    unit: '',
    approximation: hedge.approximation,
  })
  const word = wordAt(pieces, at)
  if (word === 'half') {
    const next = wordAt(pieces, at + 1)
    return next === 'of' || next === 'the' || next === 'its' || next === 'their' || next === 'our' || next === 'all'
      ? make(at + 1, 0.5)
      : null
  }
  if (word === 'a' || word === 'one') {
    const joint = wordAt(pieces, at + 1) === '-' ? at + 2 : at + 1
    const denominator = DENOMINATORS.get(wordAt(pieces, joint))
    if (denominator !== undefined && wordAt(pieces, joint + 1) === 'of') return make(joint + 1, 1 / denominator)
    if (denominator !== undefined && word === 'one' && joint === at + 2) return make(joint + 1, 1 / denominator)
  }
  const number = parseCardinal(pieces, at)
  if (number === null || number.value < 1) return null
  const joint = wordAt(pieces, number.end) === '-' ? number.end + 1 : number.end
  const denominator = DENOMINATORS.get(wordAt(pieces, joint))
  if (
    denominator !== undefined &&
    wordAt(pieces, joint).endsWith('s') &&
    number.value < denominator * 3 &&
    !number.digits
  ) {
    // "three quarters of growth" is a length of time only where the times say so; there it is not read here.
    return make(joint + 1, number.value / denominator)
  }
  if (wordAt(pieces, number.end) === '/' && isJoined(pieces, number.end)) return null
  let next = number.end
  if (wordAt(pieces, next) === 'out' && wordAt(pieces, next + 1) === 'of') next += 2
  else if (wordAt(pieces, next) === 'in' && wordAt(pieces, next + 1) !== 'the') next += 1
  else return null
  if (wordAt(pieces, next) === 'every') next++
  const whole = parseCardinal(pieces, next)
  if (whole === null || whole.value <= number.value || whole.value > 1e6 || number.value > 99) return null
  // "two in 2020", "five in 10 days": a year or a unit behind makes it no proportion.
  const out = wordAt(pieces, number.end) === 'out'
  if (
    !out &&
    (number.value > 10 ||
      (whole.value >= 1000 && whole.value % 1000 !== 0) ||
      (whole.value > 10 && whole.value % 5 !== 0 && number.value > 1))
  )
    return null
  return make(whole.end, number.value / whole.value)
}

/** Reads odds: `2 to 1`, `more than three to one`; a factor over one. Null elsewhere. */
export function matchOdds(pieces: Pieces, first: number, at: number, hedge: Hedge): QuantityDraft | null {
  const number = parseCardinal(pieces, at)
  if (number === null || wordAt(pieces, number.end) !== 'to' || number.value <= 1) return null
  const one = wordAt(pieces, number.end + 1)
  if ((one !== '1' && one !== 'one') || wordBefore(pieces, first) === 'from') return null
  const { value, end } = number
  return { first, end: end + 2, kind: 'ratio', low: value, high: value, unit: '', approximation: hedge.approximation }
}

// Words before or behind `5-3` that make it a result and not a range.
const RESULT_BEFORE: ReadonlySet<string> = new Set(
  'by voted vote votes won lost beat score victory win defeat drew lead led approved passed rejected ruled split defeated ahead level ended finished trailed trailing leading'.split(
    ' ',
  ),
)
const RESULT_BEHIND: ReadonlySet<string> = new Set(
  'vote votes victory win defeat loss lead draw majority decision ruling scoreline triumph thrashing split margin record'.split(
    ' ',
  ),
)

/** Reads a result of two numbers: `348-77`, `2-1 win`, `52 to 48` behind "voted"; null where it is a range or a code. */
export function matchScore(pieces: Pieces, at: number): QuantityDraft | null {
  const one = integerAt(pieces, at, 0, 9999)
  if (one < 0) return null
  const joint = wordAt(pieces, at + 1)
  const hyphen = joint === '-' && isJoined(pieces, at + 1) && isJoined(pieces, at + 2)
  const before = wordBefore(pieces, at)
  const voted = before === 'voted' || before === 'vote'
  const ratio = hyphen && wordAt(pieces, at + 2) === 'to' && wordAt(pieces, at + 3) === '-'
  const second = ratio ? at + 4 : at + 2
  if (!hyphen && !(joint === 'to' && voted)) return null
  const two = integerAt(pieces, second, 0, 9999)
  if (two < 0) return null
  const end = second + 1
  const make = (kind: 'score' | 'ratio'): QuantityDraft => ({
    first: at,
    end,
    kind,
    low: Math.min(one, two),
    high: Math.max(one, two),
    unit: '',
    approximation: 'exact',
  })
  if (ratio) return make(one >= two && two === 1 ? 'ratio' : 'score')
  const next = wordAt(pieces, end)
  // "10-15-year", "555-0100", "1-2-3"
  if (isJoined(pieces, end) && end < pieces.count && (next === '-' || next === '%' || pieces.kind[end] === WORD))
    return null
  if (isJoined(pieces, at) && at > 0 && (pieces.norm[at - 1] === '-' || pieces.kind[at - 1] === WORD)) return null
  if (pieces.norm[at]!.length > 3 || pieces.norm[second]!.length > 3) return null
  const said = RESULT_BEFORE.has(before) || RESULT_BEHIND.has(next) || (before === 'a' && RESULT_BEHIND.has(next))
  if (said) return make('score')
  return one > two && (pieces.kind[end] !== WORD || !next.endsWith('s')) ? make('score') : null
}

/** Reads an ordinal before a noun: `the third round`, `21st`; null where it is an adverb. */
export function matchOrdinal(pieces: Pieces, at: number): QuantityDraft | null {
  const ordinal = parseOrdinal(pieces, at)
  if (ordinal === null) return null
  const next = wordAt(pieces, ordinal.end)
  if (!ordinal.digits) {
    const closed = next === '' || pieces.kind[ordinal.end] !== WORD || NO_NOUN.has(next)
    if (closed) return null
    if (ordinal.value === 1 && (wordBefore(pieces, at) === 'at' || next === 'place')) return null
  }
  return {
    first: at,
    end: ordinal.end,
    kind: 'ordinal',
    low: ordinal.value,
    high: ordinal.value,
    unit: '',
    approximation: 'exact',
  }
}

const NO_NOUN: ReadonlySet<string> = new Set(
  'of in to and or on at by for the a an he she it they we i was were is are had has have when that as than but came lady be made gave took told said'.split(
    ' ',
  ),
)
