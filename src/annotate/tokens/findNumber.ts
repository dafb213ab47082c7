import { characterClass, isCurrency, isDigit, isHyphen } from '../../text/index.js'
import { DIGIT, LETTER, MARK } from '../../text/characters.js'

/** Units written against their number, which are tokens of their own: `5|pm`, `30|km`, `$5|bn`. */
const UNITS: ReadonlySet<string> = new Set(
  (
    'am pm km kg cm mm m g mg bn tn mn mph kph kmh lb lbs ft in oz yd mi kw mw gw kwh mwh hz khz mhz ghz gb mb tb kb ' +
    'hp hrs hr min mins sec secs million billion trillion k p c b'
  ).split(' '),
)

/** Joins digits inside one number: `1,000.5`, `10:30`, `9/11`. */
function isJoiner(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x3a || code === 0x2f || code === 0x27 || code === 0x2019
}

/**
 * End of the number that starts at `at`, with letters written against it (`20th`, `1970s`, `4G`).
 *
 * Telephone numbers and dates in digits (`555-0142`, `2025-08-15`) stay whole; a range (`3-4`, `1969-1970`) does not.
 */
export function findNumberEnd(text: string, at: number, end: number): number {
  let stop = findDigits(text, at, end)
  while (stop + 1 < end && isJoiner(text.charCodeAt(stop)) && isDigit(text.charCodeAt(stop + 1))) {
    const group = findDigits(text, stop + 1, end)
    const code = text.charCodeAt(stop)
    // an apostrophe parts thousands only: `1'000`
    if ((code === 0x27 || code === 0x2019) && group - stop !== 4) break
    stop = group
  }
  stop = joinGroups(text, at, stop, end)
  // `a` of `10a`, `th` of `20th`
  while (stop < end && (characterClass(text.charCodeAt(stop)) & (LETTER | DIGIT | MARK)) !== 0) stop += 1
  return stop
}

function findDigits(text: string, at: number, end: number): number {
  let stop = at
  while (stop < end && isDigit(text.charCodeAt(stop))) stop += 1
  return stop
}

/** Takes `-0142` of `555-0142` and `-08-15` of `2025-08-15`; leaves ranges alone. */
function joinGroups(text: string, at: number, stop: number, end: number): number {
  let groups = 0
  let last = stop
  while (last + 1 < end && isHyphen(text.charCodeAt(last)) && isDigit(text.charCodeAt(last + 1))) {
    last = findDigits(text, last + 1, end)
    groups += 1
  }
  if (groups >= 2) return last
  return groups === 1 && stop - at === 3 && last - stop === 5 ? last : stop
}

/** Where the unit of a number starts (`5|pm`, `$3|m`), 0 where none is written against it. */
export function splitsUnit(text: string, at: number, stop: number, end: number): number {
  let unit = stop
  while (unit > at && (characterClass(text.charCodeAt(unit - 1)) & DIGIT) === 0) unit -= 1
  const size = stop - unit
  if (size === 0 || size > 8 || unit === at) return 0
  const word = text.slice(unit, stop)
  const money = at > 0 && isCurrency(text.charCodeAt(at - 1))
  // a capital letter alone is a name's part (`5G`, `3D`), but for money (`$10M`)
  if (!money && word !== word.toLowerCase() && size === 1) return 0
  if (!UNITS.has(word.toLowerCase())) return 0
  // `5p.m.`: the unit keeps its full stops by being read as a word of its own
  return unit < end ? unit : 0
}
