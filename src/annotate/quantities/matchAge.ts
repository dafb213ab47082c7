import { parseCardinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { QuantityDraft } from './draft.js'

const AGE_UNITS: ReadonlyMap<string, string> = new Map([
  ['year', 'year'],
  ['years', 'year'],
  ['month', 'month'],
  ['months', 'month'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['day', 'day'],
  ['days', 'day'],
])

/** Reads an age: `38-year-old`, `aged 38`, `six months old`, `, 38,` behind a name, `in her 40s`; null where none starts. */
export function matchAge(pieces: Pieces, at: number): QuantityDraft | null {
  const word = wordAt(pieces, at)
  const make = (first: number, end: number, low: number, high: number, unit = 'year'): QuantityDraft => ({
    first,
    end,
    kind: 'age',
    low,
    high,
    unit,
    approximation: 'exact',
  })
  if (word === 'aged' || word === 'age' || word === 'ages') {
    if (isCapital(pieces, at) && wordBefore(pieces, at) !== '' && wordBefore(pieces, at) !== '.') return null
    const start = wordAt(pieces, at + 1) === 'of' || wordAt(pieces, at + 1) === 'between' ? at + 2 : at + 1
    const number = parseCardinal(pieces, start)
    if (number === null || number.value > 130) return null
    const joint = wordAt(pieces, number.end)
    const second = joint === 'to' || joint === '-' || joint === 'and' ? parseCardinal(pieces, number.end + 1) : null
    if (second !== null && second.value > number.value && second.value < 130)
      return make(at, second.end, number.value, second.value)
    return make(at, number.end, number.value, number.value)
  }
  if (pieces.kind[at] === NUMBER) {
    const plain = readApposed(pieces, at) ?? readDecade(pieces, at)
    if (plain !== null) return make(at, plain.end, plain.low, plain.high)
  }
  if (word === '' || (pieces.kind[at] !== NUMBER && word.length > 9)) return null
  const number = parseCardinal(pieces, at)
  // Buildings and rocks have ages too.
  if (number === null || number.value > 1e10) return null
  let index = number.end
  if (wordAt(pieces, index) === '-' && isJoined(pieces, index)) index++
  const unit = AGE_UNITS.get(wordAt(pieces, index))
  if (unit === undefined) return null
  index++
  if (wordAt(pieces, index) === '-') index++
  const old = wordAt(pieces, index)
  if (old === 'old' || old === 'olds') return make(at, index + 1, number.value, number.value, unit)
  return old === 'of' && wordAt(pieces, index + 1) === 'age'
    ? make(at, index + 2, number.value, number.value, unit)
    : null
}

/** `Ana Ruiz, 38, said`: two digits between commas behind a capital word. */
function readApposed(
  pieces: Pieces,
  at: number,
): { readonly end: number; readonly low: number; readonly high: number } | null {
  const age = integerAt(pieces, at, 1, 115)
  if (age < 0 || wordBefore(pieces, at) !== ',' || !isCapital(pieces, at - 2) || pieces.kind[at - 2] !== WORD)
    return null
  const next = wordAt(pieces, at + 1)
  if (next !== ',' && next !== '.' && next !== ';' && next !== ')') return null
  if (isJoined(pieces, at + 2) && pieces.kind[at + 2] === NUMBER) return null
  // A month or a list of figures before the comma is no person.
  const name = pieces.norm[at - 2]!
  return MONTH_START.has(name.slice(0, 3)) && name.length <= 9 && isMonth(name)
    ? null
    : { end: at + 1, low: age, high: age }
}

const MONTH_START: ReadonlySet<string> = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '))

function isMonth(name: string): boolean {
  return /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/.test(
    name,
  )
}

/** `in her 40s` */
function readDecade(
  pieces: Pieces,
  at: number,
): { readonly end: number; readonly low: number; readonly high: number } | null {
  const decade = integerAt(pieces, at, 20, 90, 2)
  if (decade < 0 || decade % 10 !== 0 || wordAt(pieces, at + 1) !== 's' || !isJoined(pieces, at + 1)) return null
  const before = wordBefore(pieces, at)
  const modified = before === 'early' || before === 'late' || before === 'mid'
  const owner = modified ? wordAt(pieces, at - 2) : before
  if (owner !== 'his' && owner !== 'her' && owner !== 'their' && owner !== 'my') return null
  return { end: at + 2, low: decade, high: decade + 9 }
}
