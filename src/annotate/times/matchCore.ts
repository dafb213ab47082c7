import { parseOrdinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import type { CalendarDraft } from './expression.js'
import { HOLIDAY_STARTS, HOLIDAYS } from './holidays.js'
import { MONTHS, PARTS, RELATIONS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from './lexicon.js'
import { parseAnnouncedYear, parseBareYear, parseEra } from './parseYear.js'
import { integerAt, isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'

/**
 * Reads the heart of a date at piece `at` (a month, weekday, year, season …) into the draft.
 *
 * Returns the piece behind it, or -1 where none starts; the draft is then as it was.
 */
export function readCore(pieces: Pieces, at: number, draft: CalendarDraft): number {
  if (pieces.kind[at] === NUMBER) {
    const end = readNumeric(pieces, at, draft)
    if (end > 0) return end
    const day = readDayFirst(pieces, at, draft)
    if (day > 0) return day
    const decade = readDecade(pieces, at, draft)
    if (decade > 0) return decade
    const ordinal = readOrdinalUnit(pieces, at, draft)
    if (ordinal > 0) return ordinal
    const year = parseBareYear(pieces, at)
    if (year === null) return -1
    draft.year = year.year
    return year.end
  }
  const word = wordAt(pieces, at)
  if (word === "'") return readDecade(pieces, at, draft)
  return firstOf(
    readHoliday(pieces, at, draft),
    () => readMonthFirst(pieces, at, draft),
    () => readWeekday(pieces, at, draft),
    () => readSeason(pieces, at, draft),
    () => readOrdinalUnit(pieces, at, draft),
    () => readQuarterCode(pieces, at, draft),
    () => readDayFirst(pieces, at, draft),
    () => readDecade(pieces, at, draft),
    () => readYearPhrase(pieces, at, draft),
  )
}

function firstOf(first: number, ...rest: readonly (() => number)[]): number {
  if (first > 0) return first
  for (const read of rest) {
    const end = read()
    if (end > 0) return end
  }
  return -1
}

/** `2025-08-15`, `15/8/2025`, `8/15/2025`, `15.8.2025`. Both orders possible: day first only where the month would not fit. */
function readNumeric(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const mark = pieces.norm[at + 1]
  if (mark === undefined || !(mark === '/' || mark === '-' || mark === '.') || pieces.norm[at + 3] !== mark) return -1
  if (!isJoined(pieces, at + 1) || !isJoined(pieces, at + 2) || !isJoined(pieces, at + 3) || !isJoined(pieces, at + 4))
    return -1
  if (isJoined(pieces, at + 5) && ((pieces.norm[at + 5] === mark && mark !== '.') || pieces.kind[at + 5] === NUMBER))
    return -1
  const iso = integerAt(pieces, at, 1000, 2199, 4)
  if (iso > 0) {
    const month = integerAt(pieces, at + 2, 1, 12)
    const day = integerAt(pieces, at + 4, 1, 31)
    if (month < 0 || day < 0) return -1
    return setDay(draft, iso, month, day, at + 5)
  }
  const year = integerAt(pieces, at + 4, 1000, 2199, 4)
  const short = year < 0 ? integerAt(pieces, at + 4, 0, 99, 2) : -1
  if (year < 0 && (short < 0 || mark !== '/')) return -1
  const first = integerAt(pieces, at, 1, 31)
  const second = integerAt(pieces, at + 2, 1, 31)
  if (first < 0 || second < 0 || (first > 12 && second > 12)) return -1
  draft.shortYear = year < 0
  const full = year < 0 ? short : year
  // 3/4/2025 is March in one country and April in another: the day stays open, so that no false day is claimed.
  if (first <= 12 && second <= 12 && first !== second && mark !== '.') {
    draft.year = full
    return at + 5
  }
  const dayFirst = first > 12 || mark === '.'
  return setDay(draft, full, dayFirst ? second : first, dayFirst ? first : second, at + 5)
}

function setDay(draft: CalendarDraft, year: number | null, month: number, day: number | null, end: number): number {
  draft.year = year
  draft.month = month
  draft.day = day
  return end
}

/** The month at `at`, full or short; `end` is behind the dot of a short one. */
function monthAt(
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
function readMonthFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
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
function dayAt(pieces: Pieces, at: number): { readonly day: number; readonly end: number } | null {
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
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  `in by since until till during before after from between of early late mid through throughout last next this that past
  previous following every each the to and or around about for - / ( , on`.split(/\s+/),
)

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
function readDayFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
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

/** A year behind a month, day or season: `2025`, `, 2025`, `of 2025`, `'25`. Returns the end, moved or not. */
export function readYearAfter(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let next = at
  const word = wordAt(pieces, next)
  if (word === ',' || word === 'of' || word === '-' || word === '/') next++
  else if (word === 'in' && draft.day === null) next++
  const year = parseAnnouncedYear(pieces, next)
  if (year === null || (next === at && isJoined(pieces, at) && !year.short)) return at
  // ", 2025 people"
  draft.year = year.year
  draft.shortYear = year.short
  return year.end
}

/** `Friday`, `Friday, August 15`, `Fri.`, `Friday the 13th`. */
function readWeekday(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  let weekday = isCapital(pieces, at) ? WEEKDAYS.get(word) : undefined
  let end = at + 1
  if (weekday === undefined) {
    weekday = isCapital(pieces, at) ? SHORT_WEEKDAYS.get(word) : undefined
    if (weekday === undefined) return -1
    if (wordAt(pieces, end) === '.' && isJoined(pieces, end)) end++
    const date = wordAt(pieces, end) === ',' ? end + 1 : end
    const dated = monthAt(pieces, date) !== null || integerAt(pieces, date, 1, 31) > 0
    // "Sun" and "Sat" are words: only beside a date, or the clear ones behind "on".
    if (!dated && !(wordBefore(pieces, at) === 'on' && word !== 'sun' && word !== 'sat')) return -1
  }
  draft.weekday = weekday
  const part = PARTS.get(wordAt(pieces, end))
  if (part !== undefined) {
    draft.part = part
    end++
  }
  let next = end
  if (wordAt(pieces, next) === ',' || wordAt(pieces, next) === '(') next++
  if (wordAt(pieces, next) === 'on' || wordAt(pieces, next) === 'of') next++
  if (wordAt(pieces, next) === 'the') next++
  const month = readMonthFirst(pieces, next, draft)
  if (month > 0 && draft.day !== null) return month
  draft.month = null
  draft.year = null
  const day = readDayFirst(pieces, next, draft)
  if (day > 0) return day
  const ordinal = parseOrdinal(pieces, next)
  if (ordinal?.digits === true && ordinal.value <= 31 && wordAt(pieces, next - 1) === 'the') {
    draft.day = ordinal.value
    return ordinal.end
  }
  return end
}

// What an army, a school or a court does in spring: the season then stands without a preposition.
const CAMPAIGNS: ReadonlySet<string> = new Set(
  'offensive offensives campaign campaigns semester term session sessions elections planting harvest fighting break training'.split(
    ' ',
  ),
)

const BEFORE_FALL: ReadonlySet<string> = new Set(
  `in by since until during before after from between early late mid through throughout last next this that past previous
  following every each same and to for`.split(/\s+/),
)

/** `summer`, `spring of 1940`, `winter 1941`; "fall" and "spring" only where they cannot be verbs or waters. */
function readSeason(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  const season = SEASONS.get(word)
  if (season === undefined) return -1
  draft.season = season
  const end = readYearAfter(pieces, at + 1, draft)
  // "the winter of 1941–42"
  if (end > at + 1) return end
  if (wordAt(pieces, end) === 'of' && RELATIONS.has(wordAt(pieces, end + 1))) return end
  if (word === 'fall' || word === 'spring') {
    const the = wordBefore(pieces, at) === 'the'
    const before = the ? wordBefore(pieces, at - 1) : wordBefore(pieces, at)
    const next = wordAt(pieces, at + 1)
    const offensive = CAMPAIGNS.has(next) || (the && (next === 'and' || next === 'or' || next === ',' || next === '.'))
    if (offensive && !(word === 'fall' && the)) return end
    if (
      !BEFORE_FALL.has(before) ||
      next === 'of' ||
      next === 'in' ||
      next === 'water' ||
      next === 'to' ||
      next === 'from'
    ) {
      draft.season = null
      return -1
    }
    if (!the && word === 'fall' && (before === 'to' || before === 'and' || before === 'for')) {
      draft.season = null
      return -1
    }
  }
  return end
}

/** `first quarter of 2025`, `second half of 1916`, `18th century`, `21st-century`, `1990s` by ordinal. */
function readOrdinalUnit(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const ordinal = parseOrdinal(pieces, at)
  const last = wordAt(pieces, at) === 'final' || wordAt(pieces, at) === 'last' || wordAt(pieces, at) === 'latter'
  if (ordinal === null && !last) return -1
  let next = ordinal === null ? at + 1 : ordinal.end
  if (wordAt(pieces, next) === '-' && isJoined(pieces, next)) next++
  if (wordAt(pieces, next) === 'fiscal') next++
  const word = wordAt(pieces, next)
  const value = ordinal?.value ?? 0
  if (word === 'century' || word === 'centuries') {
    if (ordinal === null || value < 1 || value > 30) return -1
    const era = parseEra(pieces, next + 1)
    draft.century = era?.before === true ? -value : value
    return era === null ? next + 1 : era.end
  }
  if (word === 'quarter' && (value <= 4 || last)) {
    draft.quarter = ordinal === null ? 4 : value
    return withYear(pieces, next + 1, draft, wordBefore(pieces, at) === 'the' || ordinal !== null)
  }
  if ((word === 'half' || word === 'part') && (value <= 2 || last)) {
    if (wordAt(pieces, next + 1) !== 'of') return -1
    // A half of a year has a name; a half of anything else is left to the modifier.
    const end = readYearAfter(pieces, next + 1, draft)
    if (end === next + 1 || word === 'part') {
      draft.year = null
      return -1
    }
    draft.half = ordinal === null ? 2 : value
    return end
  }
  return -1
}

function withYear(pieces: Pieces, at: number, draft: CalendarDraft, alone: boolean): number {
  const end = readYearAfter(pieces, at, draft)
  if (end > at) return end
  const next = wordAt(pieces, at)
  // "a third quarter" of a match or of the money is no date without a year or clear end.
  if (alone && !(next === 'of' && !RELATIONS.has(wordAt(pieces, at + 1)) && wordAt(pieces, at + 1) !== 'the')) return at
  draft.quarter = null
  return -1
}

/** `Q1 2025`, `2025 Q1` is read as its year only. */
function readQuarterCode(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  if ((word !== 'q' && word !== 'h' && word !== 'fy') || !isJoined(pieces, at + 1) || !isCapital(pieces, at)) return -1
  if (word === 'fy') {
    const year = integerAt(pieces, at + 1, 1900, 2199, 4)
    const short = integerAt(pieces, at + 1, 0, 99, 2)
    if (year < 0 && short < 0) return -1
    draft.year = year < 0 ? short : year
    draft.shortYear = year < 0
    return at + 2
  }
  const value = integerAt(pieces, at + 1, 1, word === 'q' ? 4 : 2, 1)
  if (value < 0 || (isJoined(pieces, at + 2) && pieces.kind[at + 2] === WORD)) return -1
  if (word === 'q') draft.quarter = value
  else draft.half = value
  const end = readYearAfter(pieces, at + 2, draft)
  if (end > at + 2 || word === 'q') return end
  draft.half = null
  return -1
}

const DECADES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenties: 20,
    thirties: 30,
    forties: 40,
    fifties: 50,
    sixties: 60,
    seventies: 70,
    eighties: 80,
    nineties: 90,
  }),
)

/** `1990s`, `1990's`, `'90s`, `the nineties`. */
function readDecade(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const named = DECADES.get(wordAt(pieces, at))
  if (named !== undefined) {
    // "in her nineties" is an age.
    if (wordBefore(pieces, at) !== 'the' && !(wordBefore(pieces, at) === '-' && MODS.has(wordAt(pieces, at - 2))))
      return -1
    draft.decade = 1900 + named
    return at + 1
  }
  let index = at
  const quoted = wordAt(pieces, at) === "'"
  if (quoted) index++
  const full = quoted ? -1 : integerAt(pieces, index, 1000, 2190, 4)
  const short = quoted && isJoined(pieces, index) ? integerAt(pieces, index, 10, 90, 2) : -1
  if (full % 10 === 0 || short % 10 === 0) {
    let end = index + 1
    if (wordAt(pieces, end) === "'" && isJoined(pieces, end)) end++
    if (wordAt(pieces, end) === 's' && isJoined(pieces, end)) {
      draft.decade = full > 0 ? full : 1900 + short
      return end + 1
    }
  }
  if (!quoted) return -1
  const year = parseAnnouncedYear(pieces, at)
  if (year === null || !year.short) return -1
  const before = wordBefore(pieces, at)
  // "'68" needs company: a quotation may open with a number.
  if (
    before !== 'in' &&
    before !== 'of' &&
    before !== 'since' &&
    before !== 'by' &&
    before !== 'until' &&
    before !== 'from' &&
    before !== 'the' &&
    before !== 'late' &&
    before !== 'early'
  )
    return -1
  draft.year = year.year
  draft.shortYear = true
  return year.end
}

const MODS: ReadonlySet<string> = new Set(['mid', 'early', 'late'])

/** `the year 2025`, `the years 1955`, `fiscal year 2025`, `fiscal 2025`. Called at "year" or "fiscal". */
function readYearPhrase(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let index = at
  const word = wordAt(pieces, index)
  if (word === 'ad' || word === 'a') return readEraFirst(pieces, at, draft)
  if (word !== 'year' && word !== 'years' && word !== 'fiscal' && word !== 'calendar' && word !== 'financial') return -1
  if (word === 'fiscal' || word === 'calendar' || word === 'financial') index++
  if (wordAt(pieces, index) === 'year' || wordAt(pieces, index) === 'years') index++
  const year = parseAnnouncedYear(pieces, index)
  if (year === null || index === at) return -1
  draft.year = year.year
  draft.shortYear = year.short
  return year.end
}

/** `AD 70`, `A.D. 70` */
function readEraFirst(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const era = parseEra(pieces, at)
  if (era === null || era.before) return -1
  const year = integerAt(pieces, era.end, 1, 2199)
  if (year < 0) return -1
  draft.year = year
  return era.end + 1
}

/** A holiday with its year if one follows. Longest name wins. */
function readHoliday(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const first = wordAt(pieces, at)
  if (first === '' || !HOLIDAY_STARTS.has(first) || !isCapital(pieces, at)) return -1
  // "White Christmas", "Operation Easter": part of another name.
  if (isCapital(pieces, at - 1) && !BEFORE_MONTH.has(wordBefore(pieces, at))) return -1
  let name = ''
  let best = -1
  let bestName = ''
  for (let index = at; index < at + 8 && index < pieces.count; index++) {
    const word = wordAt(pieces, index)
    if (word === '') break
    // "New Year's Eve" and "Presidents' Day" both lose the apostrophe.
    if (word === "'") continue
    if (word === '.' && isJoined(pieces, index)) continue
    name = name === '' ? word : word === 's' && isJoined(pieces, index) ? `${name}s` : `${name} ${word}`
    if (HOLIDAYS.has(name)) {
      best = index + 1
      bestName = name
    }
  }
  if (best < 0) return -1
  draft.holiday = bestName
  const part = PARTS.get(wordAt(pieces, best))
  if (part !== undefined) {
    draft.part = part
    best++
  }
  return readYearAfter(pieces, best, draft)
}
