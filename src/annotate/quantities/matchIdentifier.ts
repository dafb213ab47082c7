import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { QuantityDraft } from './draft.js'

// Words whose number names one thing: "Flight 370", "Article 5", "Room 12".
const NAMERS: ReadonlySet<string> = new Set(
  `flight article section chapter room route highway interstate no number boeing airbus act title clause paragraph
  resolution proposition prop amendment case file line channel unit platform gate terminal apartment apt suite box building
  block lot psalm verse page episode season volume issue phase stage tier level category group division district ward
  precinct squadron battalion brigade regiment company apollo soyuz falcon windows iphone galaxy xbox playstation gate
  protocol schedule appendix annex figure table exhibit count rule order bill highway road model version release pier bus
  train tram exit area zone sector camp hut hangar runway mach formula world`.split(/\s+/),
)

const LOWER: ReadonlySet<string> = new Set([
  'flight',
  'article',
  'section',
  'chapter',
  'room',
  'route',
  'highway',
  'page',
  'paragraph',
  'gate',
  'platform',
  'channel',
  'phase',
  'stage',
  'level',
  'tier',
  'category',
])

const STREETS: ReadonlySet<string> = new Set(
  'street st avenue ave road rd drive boulevard blvd lane square way court terrace place parkway'.split(' '),
)

/** Digits that name and do not count: flights, articles, addresses, phone numbers, codes joined to letters. Null elsewhere. */
export function matchIdentifier(pieces: Pieces, at: number): QuantityDraft | null {
  if (pieces.kind[at] !== NUMBER) return null
  const value = pieces.value[at]!
  const make = (end: number): QuantityDraft => ({
    first: at,
    end,
    kind: 'identifier',
    low: value,
    high: value,
    unit: '',
    approximation: 'exact',
  })
  const phone = readPhone(pieces, at)
  if (phone > 0) return make(phone)
  if (isCoded(pieces, at)) return make(at + 1)
  let named = at - 1
  if (wordAt(pieces, named) === '.' && isJoined(pieces, named)) named--
  else if (wordAt(pieces, named) === '-' || wordAt(pieces, named) === '#') named--
  const name = wordAt(pieces, named)
  if (wordBefore(pieces, at) === '#') return make(at + 1)
  if (NAMERS.has(name) && (isCapital(pieces, named) || (LOWER.has(name) && named === at - 1))) {
    // "Group 20 people" does not occur; "World 2-1" is a score, read before.
    if (name === 'no' && wordAt(pieces, at - 1) !== '.') return null
    return make(at + 1)
  }
  return readAddress(pieces, at) ? make(at + 1) : null
}

/** `10 Downing Street`, `221 North Main St.` */
function readAddress(pieces: Pieces, at: number): boolean {
  if (!Number.isInteger(pieces.value[at]!)) return false
  for (let index = at + 1; index < at + 4; index++) {
    const word = wordAt(pieces, index)
    if (word === '' || pieces.kind[index] !== WORD || !isCapital(pieces, index)) return false
    if (index > at + 1 && STREETS.has(word)) return true
  }
  return false
}

/** `A320`, `F-16`, `COVID-19`, `MH17`, `5G`: letters joined to the digits by no blank. */
function isCoded(pieces: Pieces, at: number): boolean {
  if (at > 0 && isJoined(pieces, at)) {
    const before = pieces.norm[at - 1]!
    if (pieces.kind[at - 1] === WORD) return true
    if (
      before === '-' &&
      at > 1 &&
      isJoined(pieces, at - 1) &&
      pieces.kind[at - 2] === WORD &&
      isCapital(pieces, at - 2)
    ) {
      // "mid-50s" and "Sweden-2" differ by length; a name of capitals is a code.
      return isUpper(pieces, at - 2)
    }
    if (before === '/' || before === '_' || before === '@' || before === '.' || before === ':') return true
  }
  if (!isJoined(pieces, at + 1) || at + 1 >= pieces.count) return false
  if (pieces.kind[at + 1] === WORD)
    return isUpper(pieces, at + 1) && pieces.norm[at + 1]!.length <= 2 && !'mkb'.includes(pieces.norm[at + 1]!)
  const mark = pieces.norm[at + 1]!
  return (
    (mark === ':' || mark === '/' || mark === '_' || mark === '@') &&
    isJoined(pieces, at + 2) &&
    pieces.kind[at + 2] === NUMBER
  )
}

/** Digits inside a link, a handle or a word in mixed case, which are no number of anything: `a0OW32cgjP`. */
export function isBuried(pieces: Pieces, at: number): boolean {
  if (pieces.kind[at] !== NUMBER) return false
  const wordBeforeIt = at > 0 && isJoined(pieces, at) && pieces.kind[at - 1] === WORD
  if (wordBeforeIt && !(isUpper(pieces, at - 1) && pieces.norm[at - 1]!.length <= 4)) return true
  const mark = at > 0 && isJoined(pieces, at) ? pieces.norm[at - 1] : ''
  if (mark === '_' || mark === '@' || (mark === '/' && pieces.kind[at - 2] !== NUMBER)) return true
  return wordBeforeIt && at + 1 < pieces.count && isJoined(pieces, at + 1) && pieces.kind[at + 1] === WORD
}

function isUpper(pieces: Pieces, at: number): boolean {
  const text = pieces.text.slice(pieces.start[at]!, pieces.end[at]!)
  return text === text.toUpperCase()
}

/** `555-0100`, `(020) 7946 0958`, `+44 20 …`: three or more groups, or a group of three and one of four. Returns the end. */
function readPhone(pieces: Pieces, at: number): number {
  let groups = 0
  let index = at
  let digits = 0
  while (index < pieces.count && pieces.kind[index] === NUMBER && /^\d+$/.test(pieces.norm[index]!)) {
    groups++
    digits += pieces.norm[index]!.length
    index++
    const joint = wordAt(pieces, index)
    if (joint === '-' && isJoined(pieces, index) && isJoined(pieces, index + 1) && pieces.kind[index + 1] === NUMBER)
      index++
    else break
    if (groups > 6) return -1
  }
  const second = pieces.norm[at + 2] ?? ''
  if (groups === 2 && pieces.norm[at]!.length === 3 && second.length === 4) return index
  return groups >= 3 && digits >= 7 ? index : -1
}
