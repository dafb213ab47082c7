import { SMALL } from '../numbers/numberWords.js'
import { parseOrdinal } from '../numbers/parseNumber.js'
import { NUMBER, type Pieces, WORD } from '../numbers/pieces.js'
import { integerAt, isJoined, wordAt } from '../numbers/reading.js'
import { type CalendarExpression, createDraft, type Expression } from './expression.js'
import { HOLIDAY_STARTS } from './holidays.js'
import {
  FREQUENCIES,
  MODIFIERS,
  MONTHS,
  PARTS,
  REFERENCES,
  RELATIONS,
  SEASONS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  UNITS,
  WEEKDAYS,
} from './lexicon.js'
import { matchCalendar } from './matchCalendar.js'
import { matchClock } from './matchClock.js'
import { matchDeictic, matchReference, matchSet } from './matchFixed.js'
import { matchSpan } from './matchSpan.js'
import { readYearAfter } from './readYearAfter.js'

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirty'

/** Every word that may open an expression; all others are passed over at the cost of one look-up. */
const OPENERS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...SHORT_MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...[...WEEKDAYS.keys()].map((word) => `${word}s`),
  ...SHORT_WEEKDAYS.keys(),
  ...UNITS.keys(),
  ...SEASONS.keys(),
  ...PARTS.keys(),
  ...RELATIONS.keys(),
  ...MODIFIERS.keys(),
  ...REFERENCES.keys(),
  ...FREQUENCIES.keys(),
  ...HOLIDAY_STARTS,
  ...SMALL.keys(),
  ...ORDINAL_WORDS.split(' '),
  ...`the a an this that these his her its their later earlier half few several many dozens hundreds thousands tens
  today tonight yesterday tomorrow day every each per once twice more less fewer at up well about around approximately
  roughly some nearly almost under over just only exactly another barely close right modern present during by in q h fy
  fiscal calendar financial year years ad final first opening closing intervening remaining quarter twenties thirties
  forties fifties sixties seventies eighties nineties very couple hourlong daylong weeklong monthlong yearlong decadelong hourslong dayslong weekslong
  monthslong yearslong decadeslong`.split(/\s+/),
])

/**
 * Finds the time expressions of a text in reading order; none overlap.
 *
 * Where several readings start at one piece the longest wins. Each reading looks at a bounded number of pieces, so the
 * whole is linear.
 */
export function findExpressions(pieces: Pieces): readonly Expression[] {
  const found: Expression[] = []
  for (let at = 0; at < pieces.count; ) {
    const kind = pieces.kind[at]
    if (kind === WORD ? !OPENERS.has(pieces.norm[at]!) : kind !== NUMBER && pieces.norm[at] !== "'") {
      at++
      continue
    }
    if (LEADERS.has(pieces.norm[at]!) && !mayFollow(pieces, at)) {
      at++
      continue
    }
    const list = matchDayList(pieces, at)
    if (list !== null) {
      for (const expression of list) found.push(expression)
      at = list[list.length - 1]!.end
      continue
    }
    const best = matchLongest(pieces, at)
    if (best === null) {
      at++
      continue
    }
    found.push(best)
    at = best.end
    if (best.kind === 'calendar') at = addSharers(pieces, best, found)
  }
  return found
}

// The commonest openers: most stand before a word of no time, which one look-up tells.
const LEADERS: ReadonlySet<string> = new Set('the a an this that these his her its their at during by in'.split(' '))

function mayFollow(pieces: Pieces, at: number): boolean {
  const next = pieces.norm[at + 1]
  if (next === undefined) return false
  return pieces.kind[at + 1] !== WORD || OPENERS.has(next) || next === 'same' || next === 'number' || next === 'those'
}

function matchLongest(pieces: Pieces, at: number): Expression | null {
  let best: Expression | null = matchCalendar(pieces, at)
  for (const match of [matchDeictic, matchClock, matchSet, matchSpan, matchReference]) {
    const other: Expression | null = match(pieces, at)
    if (other !== null && (best === null || other.end > best.end)) best = other
  }
  return best
}

const JOINTS: ReadonlySet<string> = new Set(['-', 'to', 'and', 'or', 'until', 'till', 'through', '/', '&', ','])

/** `12-13 May 2024`, `the 28 and 29 August`: days that share the month told behind the last. Null where no list starts. */
function matchDayList(pieces: Pieces, at: number): readonly CalendarExpression[] | null {
  const days: { first: number; end: number; day: number }[] = []
  let index = at
  for (let turn = 0; turn < 5; turn++) {
    const number = wordAt(pieces, index) === 'the' ? index + 1 : index
    const ordinal = pieces.kind[number] === NUMBER ? parseOrdinal(pieces, number) : null
    const day = ordinal === null ? integerAt(pieces, number, 1, 31) : ordinal.value
    if (day < 1 || day > 31) return null
    const end = ordinal === null ? number + 1 : ordinal.end
    const joint = wordAt(pieces, end)
    if (turn > 0) {
      const last = matchCalendar(pieces, index)
      if (
        last !== null &&
        last.day === day &&
        last.month !== null &&
        pieces.kind[number] === NUMBER &&
        last.end > end
      ) {
        if (turn === 0) return null
        return [...days.map((entry) => ({ ...last, ...entry, modifier: null, part: null, weekday: null })), last]
      }
    }
    if (!JOINTS.has(joint)) return null
    days.push({ first: index, end, day })
    index = end + 1
    if (joint === ',' && wordAt(pieces, index) === 'and') index++
  }
  return null
}

/** Days and years that share what an expression said: `May 4 and 5`, `March 5-9, 1918`, `1939-45`. Returns the end. */
function addSharers(pieces: Pieces, head: CalendarExpression, found: Expression[]): number {
  let { end } = head
  const joint = wordAt(pieces, end)
  if (!JOINTS.has(joint)) return end
  if (
    head.year !== null &&
    head.day === null &&
    !head.shortYear &&
    head.year > 0 &&
    (joint === '-' || joint === '/') &&
    isJoined(pieces, end)
  ) {
    const short = isJoined(pieces, end + 1) ? integerAt(pieces, end + 1, 0, 99, 2) : -1
    if (short > head.year % 100 && !(isJoined(pieces, end + 2) && pieces.norm[end + 2] === '-')) {
      const year = Math.floor(head.year / 100) * 100 + short
      found.push({ ...createDraft(end + 1), season: head.season, year, end: end + 2 })
      return end + 2
    }
  }
  if (head.decade !== null && head.year === null) return addDecade(pieces, head.decade, end, found)
  if (head.day === null || head.month === null || head.relation !== null || pieces.kind[head.end - 1] !== NUMBER)
    return end
  // Only a day told behind its month ("May 4 and 5") and with no year between can lend the month.
  if (head.year !== null) return end
  for (let turn = 0; turn < 4; turn++) {
    const mark = wordAt(pieces, end)
    if (!JOINTS.has(mark)) break
    const index = mark === ',' && wordAt(pieces, end + 1) === 'and' ? end + 2 : end + 1
    const day = integerAt(pieces, index, 1, 31)
    if (day < 0 || !mayShare(pieces, index, mark)) break
    const draft = { ...createDraft(index), day, month: head.month }
    draft.end = readYearAfter(pieces, index + 1, draft)
    found.push(draft)
    end = draft.end
    if (draft.year !== null) break
  }
  return end
}

/** The second of "the 1960s and 70s". */
function addDecade(pieces: Pieces, decade: number, end: number, found: Expression[]): number {
  const first = wordAt(pieces, end + 1) === 'the' ? end + 2 : end + 1
  const index = wordAt(pieces, first) === "'" ? first + 1 : first
  const short = integerAt(pieces, index, 10, 90, 2)
  if (short <= decade % 100 || short % 10 !== 0 || wordAt(pieces, index + 1) !== 's' || !isJoined(pieces, index + 1))
    return end
  found.push({ ...createDraft(first), decade: Math.floor(decade / 100) * 100 + short, end: index + 2 })
  return index + 2
}

const AFTER_DAY: ReadonlySet<string> = new Set(
  'were was in at the to with when as by for had on and or until through is are but'.split(' '),
)

function mayShare(pieces: Pieces, at: number, mark: string): boolean {
  if (
    isJoined(pieces, at + 1) &&
    at + 1 < pieces.count &&
    (pieces.kind[at + 1] === WORD || pieces.norm[at + 1] === '%')
  )
    return false
  if (mark === '-' && isJoined(pieces, at)) return true
  const next = wordAt(pieces, at + 1)
  return next === '' || pieces.kind[at + 1] !== WORD || (AFTER_DAY.has(next) && mark !== ',')
}
