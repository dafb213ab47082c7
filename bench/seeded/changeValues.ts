import { type Change, pick } from './seed.js'
import type { SharedPair, TextSpan } from './sharedSentences.js'

/** Changes of numbers, dates, places and roles within a pair of sentences that tell the same thing. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WORD_NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const PLACES = [
  'California Texas Florida Ohio Virginia Michigan Pennsylvania Wisconsin Georgia Arizona Nevada Colorado Oregon Illinois Indiana',
  'Iowa Missouri Alabama Tennessee Kentucky Louisiana Oklahoma Kansas Nebraska Minnesota Massachusetts Connecticut Maryland Utah',
  'Germany France Britain Italy Spain Turkey Iran Iraq Syria Israel Russia Ukraine China Japan India Pakistan Afghanistan Egypt',
  'Canada Mexico Cuba Venezuela Brazil Australia Poland Sweden Belgium Yemen Libya Jordan Lebanon Qatar',
  'Chicago Boston Seattle Houston Dallas Denver Atlanta Philadelphia Baltimore Detroit Cleveland Milwaukee Charlotte Orlando Miami',
  'London Paris Berlin Brussels Moscow Beijing Tokyo Baghdad Damascus Tehran Jerusalem Ankara Istanbul Geneva Vienna',
].map((line) => line.split(' '))
const ROLES = [
  'Senator',
  'Governor',
  'Mayor',
  'President',
  'Prime Minister',
  'Judge',
  'Ambassador',
  'Sheriff',
  'Attorney General',
]
const ROLE_NAMES =
  /\b(Sen\.|Senator|Gov\.|Governor|Mayor|President|Prime Minister|Judge|Justice|Ambassador|Sheriff|Attorney General|Secretary of State|Rep\.|Representative|House Speaker|Chancellor)\s+((?:\p{Lu}[\p{L}.]*\s+){0,2}\p{Lu}\p{L}{2,})/gu

type Finder = (a: string, b: string, pair: SharedPair, random: () => number) => Change | null

/** A value found in both sentences: `find` lists them, equal keys are the same value. */
interface Value {
  readonly key: string
  readonly span: TextSpan
  readonly text: string
}

function findValues(
  text: string,
  within: TextSpan,
  pattern: RegExp,
  getKey: (match: RegExpMatchArray) => string,
): Value[] {
  return [...text.slice(within.start, within.end).matchAll(pattern)].map((match) => {
    const start = within.start + match.index!
    return { key: getKey(match), span: { start, end: start + match[0].length }, text: match[0] }
  })
}

/** The first value that stands exactly once in either sentence. */
function findCommon(left: readonly Value[], right: readonly Value[]): readonly [Value, Value] | null {
  for (const x of left) {
    const others = right.filter((y) => y.key === x.key)
    if (others.length === 1 && left.filter((y) => y.key === x.key).length === 1) return [x, others[0]!]
  }
  return null
}

// A number and the word it counts: "14 officers", "$3 billion", "seven people". Years and days of months are dates.
const COUNTED = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(\\$?\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|${WORD_NUMBERS.join('|')})(?=(?:\\s+(?:percent|million|billion)|%)?\\s+(?:(?:more|other|new|federal|of the)\\s+)?(\\p{Ll}{3,}))`,
  'gu',
)

export const changeNumber: Finder = (a, b, pair, random) => {
  const isDay = (text: string, value: Value): boolean =>
    MONTHS.some((month) =>
      text
        .slice(Math.max(0, value.span.start - 10), value.span.start)
        .trimEnd()
        .endsWith(month),
    )
  const key = (match: RegExpMatchArray): string => `${match[1]!.toLowerCase()} ${match[2]!.slice(0, 5)}`
  const common = findCommon(
    findValues(a, pair.a, COUNTED, key).filter((value) => !isDay(a, value)),
    findValues(b, pair.b, COUNTED, key).filter((value) => !isDay(b, value)),
  )
  if (common === null) return null
  const to = alterNumber(common[0].text, random)
  return to === null ? null : { at: common[0].span, to, other: common[1].span }
}

/** Another number of the same form, at least a fifth away so that no rounding explains it. */
function alterNumber(text: string, random: () => number): string | null {
  const index = WORD_NUMBERS.indexOf(text.toLowerCase())
  if (index >= 0)
    return pick(
      WORD_NUMBERS.filter((_, i) => i !== index && Math.abs(i - index) <= 4),
      random,
    )
  const sign = text.startsWith('$') ? '$' : ''
  const plain = text.slice(sign.length).replaceAll(',', '')
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
  const value = Number(plain)
  if (value === 0) return null
  const changed = value < 20 && decimals === 0 ? value + 1 + Math.floor(random() * 5) : value * (1.25 + random())
  // Same number of digits that count: 3,400 becomes 4,900 and not 4,873.
  const zeros = decimals === 0 ? (/0*$/.exec(plain)?.[0].length ?? 0) : 0
  const rounded = decimals > 0 ? changed.toFixed(decimals) : String(Math.round(changed / 10 ** zeros) * 10 ** zeros)
  if (Number(rounded) === value) return null
  const [whole, fraction] = rounded.split('.')
  const grouped = text.includes(',') || Number(rounded) >= 10_000 ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole!
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}

export const changeDate: Finder = (a, b, pair, random) => {
  const pattern = new RegExp(
    `\\b(?:${WEEKDAYS.join('|')})\\b|\\b(?:${MONTHS.join('|')})\\s+\\d{1,2}\\b(?!,?\\s*\\d)|\\b(?:in|since|of|until)\\s+(?:19|20)\\d\\d\\b`,
    'gu',
  )
  const common = findCommon(
    findValues(a, pair.a, pattern, (match) => match[0]),
    findValues(b, pair.b, pattern, (match) => match[0]),
  )
  if (common === null) return null
  const { text } = common[0]
  const change = { at: common[0].span, other: common[1].span }
  if (WEEKDAYS.includes(text))
    return {
      ...change,
      to: pick(
        WEEKDAYS.filter((day) => day !== text),
        random,
      ),
    }
  const number = Number(/\d+$/.exec(text)![0])
  const head = text.slice(0, text.length - String(number).length)
  if (number > 31) return { ...change, to: head + (number - 1 - Math.floor(random() * 4)) }
  return {
    ...change,
    to:
      head +
      pick(
        Array.from({ length: 28 }, (_, i) => i + 1).filter((day) => day !== number),
        random,
      ),
  }
}

export const changePlace: Finder = (a, b, pair, random) => {
  const pattern = new RegExp(
    `(?<=\\b(?:in|at|to|from|near|of)\\s)(?:${PLACES.flat().join('|')})\\b(?!\\s+\\p{Lu})`,
    'gu',
  )
  const common = findCommon(
    findValues(a, pair.a, pattern, (match) => match[0]),
    findValues(b, pair.b, pattern, (match) => match[0]),
  )
  if (common === null) return null
  const kind = PLACES.filter((_, index) => PLACES[index]!.includes(common[0].text)).flat()
  const fresh = kind.filter((place) => !a.includes(place) && !b.includes(place))
  return fresh.length === 0 ? null : { at: common[0].span, to: pick(fresh, random), other: common[1].span }
}

/** Works on whole texts: the role stands beside a name, in whatever sentences the two accounts give it. */
export function changeRole(a: string, b: string, random: () => number): Change | null {
  const key = (match: RegExpMatchArray): string => match[2]!.split(/\s+/).at(-1)!
  const whole = (text: string): TextSpan => ({ start: 0, end: text.length })
  const isPast = (text: string, value: Value): boolean =>
    /\b(?:former|ex|then|vice|acting|deputy|assistant|late)[\s-]+$/i.test(
      text.slice(Math.max(0, value.span.start - 12), value.span.start),
    )
  const left = findValues(a, whole(a), ROLE_NAMES, key).filter((value) => !isPast(a, value))
  const right = findValues(b, whole(b), ROLE_NAMES, key).filter((value) => !isPast(b, value))
  const shared = left.filter((x) => right.some((y) => y.key === x.key && getTitle(x.text) === getTitle(y.text)))
  if (shared.length === 0) return null
  const chosen = pick(shared, random)
  const other = right.find((y) => y.key === chosen.key && getTitle(y.text) === getTitle(chosen.text))!
  const title = getTitle(chosen.text)
  const fresh = ROLES.filter((role) => role.slice(0, 3) !== title.slice(0, 3))
  return {
    at: { start: chosen.span.start, end: chosen.span.start + title.length },
    to: pick(fresh, random),
    other: other.span,
  }
}

function getTitle(text: string): string {
  ROLE_NAMES.lastIndex = 0
  return new RegExp(ROLE_NAMES.source, 'u').exec(text)![1]!
}
