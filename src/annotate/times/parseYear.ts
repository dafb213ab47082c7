import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { UNITS } from './lexicon.js'

/** A year as written; astronomical (0 is 1 BC). `short` for `'99`. */
export interface ParsedYear {
  readonly end: number
  readonly year: number
  readonly short: boolean
}

// Words after which four digits are a year unless they count something.
const BEFORE: ReadonlySet<string> = new Set(
  `in since by until till during before after from between of early late mid circa around about and to through throughout
  for year years summer spring autumn fall winter ending beginning starting late into as campaign`.split(/\s+/),
)

const PEOPLE: ReadonlySet<string> = new Set(
  `people men women children troops soldiers percent per km miles metres meters feet tons tonnes pounds dollars euros
  kilometers kilometres kg mph degrees hectares acres votes seats calories words pages watts volts square cubic hours hrs
  other others`.split(/\s+/),
)

/** Reads `BC`, `B.C.`, `BCE`, `AD`, `CE` at `at`: the end and the sign, or null. */
export function parseEra(pieces: Pieces, at: number): { readonly end: number; readonly before: boolean } | null {
  const word = wordAt(pieces, at)
  if (word === 'bc' || word === 'bce') return { end: at + 1, before: true }
  if ((word === 'ad' || word === 'ce') && isCapital(pieces, at)) return { end: at + 1, before: false }
  if ((word === 'b' || word === 'a') && wordAt(pieces, at + 1) === '.' && isJoined(pieces, at + 1)) {
    const second = wordAt(pieces, at + 2)
    if (second === (word === 'b' ? 'c' : 'd') && isJoined(pieces, at + 2)) {
      return { end: wordAt(pieces, at + 3) === '.' ? at + 4 : at + 3, before: word === 'b' }
    }
  }
  return null
}

/** A year that the words before it announce (a month, "of"), so that four digits are enough; null where none stands. */
export function parseAnnouncedYear(pieces: Pieces, at: number): ParsedYear | null {
  const value = integerAt(pieces, at, 1, 9999)
  if (value >= 0) {
    const era = parseEra(pieces, at + 1)
    if (era !== null) return { end: era.end, year: era.before ? 1 - value : value, short: false }
    if (pieces.norm[at]!.length === 4 && value >= 1000 && value <= 2199 && !isUnitNext(pieces, at + 1)) {
      return { end: at + 1, year: value, short: false }
    }
    return null
  }
  return parseShortYear(pieces, at)
}

/** `'99` */
function parseShortYear(pieces: Pieces, at: number): ParsedYear | null {
  if (wordAt(pieces, at) !== "'" || !isJoined(pieces, at + 1)) return null
  const value = integerAt(pieces, at + 1, 0, 99, 2)
  if (value < 0 || (isJoined(pieces, at + 2) && pieces.kind[at + 2] === WORD)) return null
  return { end: at + 2, year: value, short: true }
}

function isUnitNext(pieces: Pieces, at: number): boolean {
  const next = wordAt(pieces, at)
  return UNITS.has(next) || PEOPLE.has(next) || next === '%'
}

/** A year that stands alone; the words around it must speak for one. Null where the digits may be a number. */
export function parseBareYear(pieces: Pieces, at: number): ParsedYear | null {
  if (pieces.kind[at] !== NUMBER) return null
  const before = wordBefore(pieces, at)
  if ('$£€#¥№'.includes(before) && before !== '') return null
  const value = integerAt(pieces, at, 1, 9999)
  if (value < 0) return null
  const era = parseEra(pieces, at + 1)
  const coded = at > 0 && isJoined(pieces, at) && pieces.kind[at - 1] === WORD
  if (era !== null && !coded) return { end: era.end, year: era.before ? 1 - value : value, short: false }
  if (pieces.norm[at]!.length !== 4 || value < 1000 || value > 2100) return null
  if (isAttached(pieces, at) || isUnitNext(pieces, at + 1)) return null
  const next = wordAt(pieces, at + 1)
  if (before === '' || before === '(' || before === '[')
    return value >= 1400 ? { end: at + 1, year: value, short: false } : null
  // "killed 2000 rebels": a plural noun behind makes a count, unless an article shows that the year describes it.
  const plural =
    pieces.kind[at + 1] === WORD &&
    next.endsWith('s') &&
    next.length > 3 &&
    !SINGULAR_S.has(next) &&
    !isCapital(pieces, at + 1)
  const round = value % 50 === 0
  if (BEFORE.has(before)) {
    if (
      plural &&
      (before === 'of' || before === 'to' || before === 'from' || before === 'about' || before === 'around')
    )
      return null
    if (plural && round) return null
    if ((before === 'about' || before === 'around' || before === 'to' || before === 'for') && round && value < 1900)
      return null
    return value >= 1400 || before === 'in' || before === 'since' ? { end: at + 1, year: value, short: false } : null
  }
  if (value < 1400) return null
  if (
    before === 'the' ||
    before === 'a' ||
    before === "'" ||
    before === 's' ||
    before === 'his' ||
    before === 'her' ||
    before === 'their' ||
    before === 'its'
  ) {
    return plural && round ? null : { end: at + 1, year: value, short: false }
  }
  // Papers write "2,020 candidates" for the count; bare digits of our time are the year, but for round ones.
  if (plural && !(value >= 1950 && value < 2050 && !round)) return null
  const bound = value >= 1700 && value <= 2060
  if (!bound) return null
  return NOT_BEFORE.has(before) ? null : { end: at + 1, year: value, short: false }
}

const SINGULAR_S: ReadonlySet<string> = new Set([
  'was',
  'has',
  'is',
  'his',
  'this',
  'does',
  'its',
  'us',
  'as',
  'crisis',
  'census',
  'congress',
  'always',
  'perhaps',
  'yes',
  'versus',
])

// Words after which four digits are a name's or a machine's number, or an amount.
const NOT_BEFORE: ReadonlySet<string> = new Set(
  `no number flight page pages room route highway model boeing airbus article section code line channel unit train bus
  than nearly almost over under least most some only just another totalling totaling numbering worth zip box extension
  paid pay killed killing cost costs sold bought lost won scored hit reached hired employed employs employing up down
  all every an approximately roughly exactly windows`.split(/\s+/),
)

/** Digits inside a longer code or amount: `A1900`, `1900-mile`, `1,900`, `1900x1200`, `/1900`. */
function isAttached(pieces: Pieces, at: number): boolean {
  if (isJoined(pieces, at) && at > 0) {
    const before = pieces.norm[at - 1]!
    if (
      pieces.kind[at - 1] === WORD ||
      before === '.' ||
      before === '#' ||
      before === '+' ||
      before === '=' ||
      before === '@' ||
      before === '_'
    )
      return true
    if (before === '/' && pieces.kind[at - 2] !== NUMBER) return true
  }
  if (!isJoined(pieces, at + 1)) return false
  if (pieces.kind[at + 1] === WORD) return true
  const mark = pieces.norm[at + 1]!
  if (mark === '@' || mark === '_' || mark === '%' || mark === '°') return true
  // "1900-mile", "2000-strong", but "2015-era", "1968-born", "2005-built".
  if (mark === '-' && isJoined(pieces, at + 2) && pieces.kind[at + 2] === WORD) {
    const word = pieces.norm[at + 2]!
    return (
      UNITS.has(word) ||
      PEOPLE.has(`${word}s`) ||
      word === 'strong' ||
      word === 'man' ||
      word === 'foot' ||
      word === 'odd'
    )
  }
  return mark === ':' && isJoined(pieces, at + 2) && pieces.kind[at + 2] === NUMBER
}
