import { parseOrdinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import type { CalendarDraft } from './expression.js'
import { MONTHS, SHORT_MONTHS } from './lexicon.js'
import { readYearAfter } from './readYearAfter.js'

/** The month at `at`, full or short; `end` is behind the dot of a short one. */
export function monthAt(
  pieces: Pieces,
  at: number,
): { readonly month: number; readonly end: number; readonly full: boolean } | null {
  if (at >= pieces.count || pieces.kind[at] !== WORD || !isCapital(pieces, at)) return null
  const word = wordAt(pieces, at)
  const full = MONTHS.get(word)
  if (full !== undefined) return { month: full, end: at + 1, full: true }
  const short = SHORT_MONTHS.get(word)
  if (short === undefined) return null
  return {
    month: short,
    end: wordAt(pieces, at + 1) === '.' && isJoined(pieces, at + 1) ? at + 2 : at + 1,
    full: false,
  }
}

/** `August 15, 2025`, `Aug. 15`, `August 15th`, `August 2025`, `August`. */
export function readMonthFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const month = monthAt(pieces, at)
  if (month === null) return -1
  const day = dayAt(pieces, month.end)
  if (day !== null) {
    draft.month = month.month
    draft.day = day.day
    if (month.month === 9 && day.day === 11 && ATTACKS.has(wordAt(pieces, day.end))) {
      // As a name this date has one year.
      draft.year = 2001
      return day.end
    }
    return readYearAfter(pieces, day.end, draft)
  }
  const before = draft.month
  draft.month = month.month
  const end = readYearAfter(pieces, month.end, draft)
  if (end > month.end || (month.full && isMonthAlone(pieces, at, month.end))) return end
  draft.month = before
  return -1
}

const ATTACKS: ReadonlySet<string> = new Set([
  'attack',
  'attacks',
  'terror',
  'terrorist',
  'hijackers',
  'commission',
  'memorial',
  'victims',
])

/** A day of a month in digits or as an ordinal; not where the digits count something or go on ("5,000", "5-year"). */
export function dayAt(pieces: Pieces, at: number): { readonly day: number; readonly end: number } | null {
  const ordinal = pieces.kind[at] === NUMBER ? parseOrdinal(pieces, at) : null
  if (ordinal !== null) {
    return ordinal.value >= 1 && ordinal.value <= 31 ? { day: ordinal.value, end: ordinal.end } : null
  }
  const day = integerAt(pieces, at, 1, 31)
  if (day < 0) return null
  const next = wordAt(pieces, at + 1)
  if (
    isJoined(pieces, at + 1) &&
    at + 1 < pieces.count &&
    (pieces.kind[at + 1] === WORD || next === ':' || next === '%')
  )
    return null
  if (next === 'percent' || next === 'years' || next === 'months' || next === 'million' || next === 'billion')
    return null
  return { day, end: at + 1 }
}

// Words that a month without a day or year may follow; "May" and "March" are otherwise verbs, names or a person.
export const BEFORE_MONTH: ReadonlySet<string> = new Set(
  `in by since until till during before after from between of early late mid through throughout last next this that past
  previous following every each the to and or around about for - / ( , on`.split(/\s+/),
)

const MARCHERS: ReadonlySet<string> = new Set('women men people children workers students teachers'.split(' '))

const DOUBTFUL: ReadonlySet<string> = new Set(['may', 'march', 'april', 'june', 'august'])

function isMonthAlone(pieces: Pieces, at: number, end: number): boolean {
  const word = pieces.norm[at]!
  if (!DOUBTFUL.has(word)) return true
  const before = wordBefore(pieces, at)
  // "Theresa May", "Mrs. May", "Prime Minister May", "Robert August".
  if (isCapital(pieces, at - 1) && before !== '' && !BEFORE_MONTH.has(before)) return false
  if (
    before === '.' &&
    at > 1 &&
    isCapital(pieces, at - 2) &&
    pieces.norm[at - 2]!.length <= 4 &&
    isJoined(pieces, at - 1)
  )
    return false
  if (!BEFORE_MONTH.has(before)) {
    // Sentence starts: "June was quiet", but not "May the best", "March on", "April Jones".
    // "the Women's March": people march, companies have March sales.
    if (word === 'march' && pieces.norm[at - 2] === "'" && MARCHERS.has(pieces.norm[at - 3] ?? '')) return false
    if (word === 'may' || word === 'march')
      return before === "'" || before === 's' || (before === 'a' && isPlainWord(pieces, end))
    return !isCapital(pieces, end)
  }
  if (
    before === 'the' ||
    before === ',' ||
    before === 'and' ||
    before === '-' ||
    before === 'to' ||
    before === 'by' ||
    before === 'for' ||
    before === 'about' ||
    before === 'on' ||
    before === 'or'
  ) {
    // "the March on Rome", "the Women's March", ", May said"
    const next = wordAt(pieces, end)
    if (word === 'march' && (next === 'on' || next === 'for' || next === 'of')) return false
    if (word === 'march' && before === 'the' && !isPlainWord(pieces, end)) return false
    if (word === 'may' && (SAYING.has(next) || next === 's' || next === "'")) return false
    if (before === ',' && word !== 'june')
      return !isCapital(pieces, end) && !SAYING.has(next) && next !== 'is' && next !== 'was'
  }
  return true
}

function isPlainWord(pieces: Pieces, at: number): boolean {
  return at < pieces.count && pieces.kind[at] === WORD && !isCapital(pieces, at)
}

const SAYING: ReadonlySet<string> = new Set(
  `said says told has had will would is was who did does met called faces faced added could should can may must
  announced resigned promised insisted wants wanted`.split(/\s+/),
)

/** `15 August 2025`, `the 25th of August`, `15 Aug`, `first of May`. */
export function readDayFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const ordinal = parseOrdinal(pieces, at)
  const day = ordinal === null ? integerAt(pieces, at, 1, 31) : ordinal.value
  if (day < 1 || day > 31) return -1
  let next = ordinal === null ? at + 1 : ordinal.end
  if (wordAt(pieces, next) === 'day' && wordAt(pieces, next + 1) === 'of') next += 2
  else if (wordAt(pieces, next) === 'of' && ordinal !== null) next++
  else if (wordAt(pieces, next) === '-' && isJoined(pieces, next)) next++
  else if (ordinal !== null && !ordinal.digits) return -1
  const month = monthAt(pieces, next)
  if (month === null) return -1
  // "12 August, 15 people": digits before a month and a day behind it are a list, "5 March 12" reads month first.
  if (ordinal === null && dayAt(pieces, month.end) !== null && !isCapital(pieces, month.end)) return -1
  draft.day = day
  draft.month = month.month
  return readYearAfter(pieces, month.end, draft)
}
