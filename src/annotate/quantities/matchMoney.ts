import { SHORT_SCALES } from '../numbers/numberWords.js'
import { parseCardinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces } from '../numbers/pieces.js'
import { isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { CURRENCY_SIGNS, CURRENCY_WORDS, LETTER_SIGNS, SIGN_PREFIXES } from './currencies.js'
import type { QuantityDraft } from './draft.js'
import type { Amount, Hedge } from './readAmount.js'

/** Reads money with its sign before it: `$4.5 billion`, `US$5m`, `£3-4 million`, `$5 to $10`; null where none starts. */
export function matchSignedMoney(pieces: Pieces, first: number, at: number, hedge: Hedge): QuantityDraft | null {
  const sign = readSign(pieces, at)
  if (sign === null) return null
  const amount = readSigned(pieces, sign.end)
  if (amount === null) return null
  let { end, value: high } = amount
  let low = high
  const joint = wordAt(pieces, end)
  if (joint === '-' || joint === 'to' || joint === 'and' || joint === 'or') {
    const between = joint !== 'and' || wordBefore(pieces, at) === 'between'
    const second = readSign(pieces, end + 1)
    const other = between ? readSigned(pieces, second?.end ?? end + 1) : null
    const fromTo = joint === 'to' && wordBefore(pieces, at) === 'from'
    if (other !== null && !fromTo && (second !== null || joint === '-')) {
      if (other.scale > 1 && amount.scale === 1 && low < 1000) low *= other.scale
      if (low < other.value) {
        high = other.value
        end = other.end
      } else low = amount.value
    }
  }
  return { first, end, kind: 'money', low, high, unit: sign.code, approximation: hedge.approximation }
}

function readSign(pieces: Pieces, at: number): { readonly code: string; readonly end: number } | null {
  const plain = CURRENCY_SIGNS.get(wordAt(pieces, at))
  if (plain !== undefined) return { code: plain, end: at + 1 }
  if (!isCapital(pieces, at)) return null
  const prefix = SIGN_PREFIXES.get(wordAt(pieces, at))
  if (prefix !== undefined && wordAt(pieces, at + 1) === '$' && isJoined(pieces, at + 1))
    return { code: prefix, end: at + 2 }
  return readLetters(pieces, at)
}

/** `Rs 40,000`, `RM36 million`, `R92 million`; a single letter only joined to an amount that no road or model has. */
function readLetters(pieces: Pieces, at: number): { readonly code: string; readonly end: number } | null {
  const word = wordAt(pieces, at)
  const code = LETTER_SIGNS.get(word)
  if (code === undefined || isJoined(pieces, at)) return null
  const end = wordAt(pieces, at + 1) === '.' && isJoined(pieces, at + 1) && word.length > 1 ? at + 2 : at + 1
  if (pieces.kind[end] !== NUMBER) return null
  // Codes and most signs are capitals throughout: "Usd 5" and "Le 12" are no money.
  const text = pieces.text.slice(pieces.start[at]!, pieces.end[at]!)
  if (text !== text.toUpperCase() && !MIXED.has(text)) return null
  if (word.length > 1) return { code, end }
  const number = readSigned(pieces, end)
  return isJoined(pieces, end) && number !== null && number.value >= 1000 ? { code, end } : null
}

const MIXED: ReadonlySet<string> = new Set([
  'Rs',
  'Re',
  'Tk',
  'Rp',
  'Dh',
  'Dhs',
  'Sh',
  'Shs',
  'Ksh',
  'KSh',
  'Kshs',
  'Ush',
  'Tsh',
])

function readSigned(
  pieces: Pieces,
  at: number,
): { readonly value: number; readonly end: number; readonly scale: number } | null {
  if (pieces.kind[at] !== NUMBER) return null
  // "R120 000": groups of three behind a blank, as in South Africa and France.
  let end = at + 1
  let base = pieces.value[at]!
  if (/^\d{1,3}$/.test(pieces.norm[at]!)) {
    for (; pieces.kind[end] === NUMBER && /^\d{3}$/.test(pieces.norm[end]!) && !isJoined(pieces, end); end++) {
      base = base * 1000 + pieces.value[end]!
    }
  }
  if (end > at + 1) return { value: base, end, scale: 1 }
  const number = parseCardinal(pieces, at)
  if (number === null) return null
  // "$5 m" with a blank still means millions behind a sign.
  const short = SHORT_SCALES.get(wordAt(pieces, number.end))
  const spaced = short !== undefined && number.end === at + 1 ? short : 1
  const value = number.value * spaced
  return { value, end: spaced > 1 ? number.end + 1 : number.end, scale: base === 0 ? 1 : value / base }
}

/** Reads money with its word behind it: `20 euros`, `5 million dollars`, `50 cents`, `3 U.S. dollars`; null where none. */
export function matchWordedMoney(pieces: Pieces, first: number, amount: Amount, hedge: Hedge): QuantityDraft | null {
  let end = amount.end
  // "billions of dollars"
  if (amount.approximation === 'vague' && wordAt(pieces, end) === 'of') end++
  if (wordAt(pieces, end) === '-' && isJoined(pieces, end)) end++
  const country = readCountry(pieces, end)
  const word = wordAt(pieces, country?.end ?? end)
  const pounds = word === 'pounds' || word === 'pound'
  if (pounds && !isSterling(pieces, first, end, amount)) return null
  const known = pounds ? (['GBP', 1] as const) : CURRENCY_WORDS.get(word)
  if (known === undefined) return null
  // Common words far more often than money: only behind digits, "won" only behind thousands.
  if (COMMON.has(word) && !amount.digits && amount.low < 1000) return null
  if (word === 'won' && amount.low < 1000) return null
  const [code, per] = known
  const stop = (country?.end ?? end) + 1
  return {
    first,
    end: pounds && wordAt(pieces, stop) === 'sterling' ? stop + 1 : stop,
    kind: 'money',
    low: amount.low / per,
    high: amount.high / per,
    unit: country !== null && code === 'USD' ? country.code : code,
    approximation: join(hedge, amount),
  }
}

/** `U.S.`, `US`, `Australian`, `Canadian` before "dollars". */
function readCountry(pieces: Pieces, at: number): { readonly code: string; readonly end: number } | null {
  const word = wordAt(pieces, at)
  if (word === 'u' && wordAt(pieces, at + 1) === '.' && wordAt(pieces, at + 2) === 's') {
    return { code: 'USD', end: wordAt(pieces, at + 3) === '.' ? at + 4 : at + 3 }
  }
  const code = COUNTRIES.get(word)
  return code === undefined ? null : { code, end: at + 1 }
}

const COMMON: ReadonlySet<string> = new Set([
  'real',
  'colon',
  'cup',
  'crowns',
  'lei',
  'dong',
  'soles',
  'try',
  'php',
  'rand',
])

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ us: 'USD', american: 'USD', australian: 'AUD', canadian: 'CAD', singapore: 'SGD', swiss: 'CHF' }),
)

/** Pounds are money where the number is large or "sterling" follows; with weighing near or "of" behind they are a weight. */
function isSterling(pieces: Pieces, first: number, at: number, amount: Amount): boolean {
  if (wordAt(pieces, at + 1) === 'sterling') return true
  const next = wordAt(pieces, at + 1)
  if (next === 'of' || next === 'heavier' || next === 'lighter') return false
  for (let back = first - 1; back >= Math.max(0, first - 4); back--) {
    if (WEIGHING.has(pieces.norm[back]!)) return false
  }
  return amount.low >= 1000
}

const WEIGHING: ReadonlySet<string> = new Set([
  'weigh',
  'weighs',
  'weighed',
  'weighing',
  'lost',
  'gained',
  'shed',
  'weight',
])

/** The hedge's word on the number where it has one, else the number's own. */
export function join(hedge: Hedge, amount: Amount): QuantityDraft['approximation'] {
  return hedge.approximation === 'exact' ? amount.approximation : hedge.approximation
}
