import type { Pieces } from '../numbers/pieces.js'
import { isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'
import { type CalendarDraft, type CalendarExpression, createDraft } from './expression.js'
import { MODIFIERS, PARTS, UNITS } from './lexicon.js'
import { readCore } from './matchCore.js'
import { parseAnnouncedYear } from './parseYear.js'
import { readNthOf } from './readNthOf.js'
import { LONG_UNITS, readRelated, readTail } from './readRelated.js'

/**
 * Reads a place in the calendar at piece `at`, with its article, modifier, part of day and the year it is joined to:
 * `the end of August 1941`, `early next week`, `the night of April 18`, `that same day`. Null where none starts.
 */
export function matchCalendar(pieces: Pieces, at: number): CalendarExpression | null {
  const draft = createDraft(at)
  const end = readPhrase(pieces, at, draft)
  if (end < 0) return null
  draft.end = end
  return draft
}

function readPhrase(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const word = wordAt(pieces, at)
  const article = word === 'the'
  const start = article ? at + 1 : at
  const nth = readNthOf(pieces, start, draft)
  if (nth > 0) return nth
  const modified = readModified(pieces, start, draft, article)
  if (modified > 0) return modified
  const part = readPartOf(pieces, start, draft, article)
  if (part > 0) return part
  const related = readRelated(pieces, at, draft)
  if (related > 0) return related
  const core = readCore(pieces, start, draft)
  if (core > 0) {
    // "the 1968 accords": the article belongs to the noun.
    if (article && draft.year !== null && core === start + 1) draft.first = start
    return readTail(pieces, core, draft)
  }
  return article ? readBareDay(pieces, start, draft) : -1
}

/** `early`, `late`, `mid-`, `the end of`, `the latter part of`, `early in` and what they stand before. */
function readModified(pieces: Pieces, at: number, draft: CalendarDraft, article: boolean): number {
  const ending = readEnding(pieces, at, draft)
  if (ending > 0) return ending
  let word = wordAt(pieces, at)
  let index = at
  if (word === 'very') word = wordAt(pieces, ++index)
  if (
    (word === 'first' || word === 'second' || word === 'latter') &&
    (wordAt(pieces, index + 1) === 'half' || wordAt(pieces, index + 1) === 'part')
  ) {
    draft.modifier = word === 'first' ? 'start' : 'end'
    index += 2
    if (wordAt(pieces, index) !== 'of') return undo(draft)
    // A half of a plain year has a name of its own.
    if (wordAt(pieces, index - 1) === 'half' && parseAnnouncedYear(pieces, index + 1) !== null) return undo(draft)
  } else {
    const modifier = MODIFIERS.get(word)
    if (modifier === undefined || word === 'latter') return -1
    draft.modifier = modifier
    index++
    const next = wordAt(pieces, index)
    if (word === 'early' || word === 'late' || word === 'mid') {
      if (next === '-' && isJoined(pieces, index)) index++
      else if (next === 'to' && wordAt(pieces, index + 1) === '-') return undo(draft)
      // "early in 1914", "late on Tuesday"
      else if ((next === 'in' || next === 'on') && !article) index++
      if (wordAt(pieces, index) === '-' && isJoined(pieces, index)) index++
    } else if (next !== 'of') return undo(draft)
  }
  if (wordAt(pieces, index) === 'of') index++
  const bare = index
  const the = wordAt(pieces, index) === 'the'
  if (the) index++
  const part = readPartOf(pieces, index, draft, the)
  if (part > 0) return part
  const related = readRelated(pieces, bare, draft)
  if (related > 0) return related
  // "the end of the month" is the running month, "mid-month" too.
  const unit = UNITS.get(wordAt(pieces, index))
  if (unit !== undefined && !unit.plural && (the || wordAt(pieces, at) === 'mid') && LONG_UNITS.has(unit.unit)) {
    if (wordAt(pieces, index + 1) !== '-' && wordAt(pieces, index + 1) !== 'of') {
      draft.relation = 'same'
      draft.unit = unit.unit
      return index + 1
    }
  }
  const core = readCore(pieces, index, draft)
  if (core < 0) return undo(draft)
  // "end of 12 August" is no date of its own; a day takes parts, not ends.
  if (draft.day !== null && draft.weekday === null && wordAt(pieces, at) !== 'early' && wordAt(pieces, at) !== 'late')
    draft.modifier = null
  return readTail(pieces, core, draft)
}

/** `month's end`, `year-end`. */
function readEnding(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const unit = UNITS.get(wordAt(pieces, at))
  if (unit === undefined || unit.plural || !LONG_UNITS.has(unit.unit) || unit.unit === 'day') return -1
  const mark = wordAt(pieces, at + 1)
  const end = mark === '-' ? at + 2 : mark === "'" && wordAt(pieces, at + 2) === 's' ? at + 3 : -1
  if (end < 0 || wordAt(pieces, end) !== 'end') return -1
  draft.modifier = 'end'
  draft.relation = 'same'
  draft.unit = unit.unit
  return end + 1
}

function undo(draft: CalendarDraft): number {
  draft.modifier = null
  draft.part = null
  draft.relation = null
  draft.unit = null
  return -1
}

/** `the night of April 18`, `morning hours of 30 April`, `in the morning of`: a part of a day that is then named. */
function readPartOf(pieces: Pieces, at: number, draft: CalendarDraft, article: boolean): number {
  const part = PARTS.get(wordAt(pieces, at))
  // Noon and midnight are times of day, read as clocks.
  if (part === undefined || part.includes(':')) return -1
  let index = at + 1
  if (wordAt(pieces, index) === 'hours') index++
  const joint = wordAt(pieces, index)
  if (joint === 'of' || joint === 'on' || joint === ',') {
    const before = draft.part
    const keptModifier = draft.modifier
    draft.part = part
    const next = wordAt(pieces, index + 1) === 'the' ? index + 2 : index + 1
    const related = joint === 'of' ? readRelated(pieces, index + 1, draft) : -1
    const end = related > 0 ? related : readCore(pieces, next, draft)
    if (end > 0 && (draft.day !== null || draft.weekday !== null || draft.holiday !== null || draft.unit === 'day')) {
      draft.part = part
      // "early in the morning" speaks of the morning, not of the day.
      draft.modifier = null
      return readTail(pieces, end, draft)
    }
    const first = draft.first
    Object.assign(draft, createDraft(first))
    draft.part = before
    draft.modifier = keptModifier
  }
  if (!isPartAlone(pieces, at, article)) return -1
  draft.part = part
  draft.modifier = null
  draft.relation = 'same'
  draft.unit = 'day'
  return index
}

const BEFORE_PART: ReadonlySet<string> = new Set(
  `at by during in into through throughout all until till before after toward towards around since from one`.split(
    /\s+/,
  ),
)

/** "at night", "in the afternoon", "overnight", "night attacks": a part of a day with no day beside it. */
function isPartAlone(pieces: Pieces, at: number, article: boolean): boolean {
  if (isCapital(pieces, at)) return false
  const word = pieces.norm[at]!
  const before = wordBefore(pieces, article ? at - 1 : at)
  if (
    word === 'overnight' ||
    word === 'daytime' ||
    word === 'noon' ||
    word === 'midnight' ||
    word === 'midday' ||
    word === 'nightfall'
  )
    return before !== 'high'
  // "in morning traffic" names no morning; "at night", "by evening" do.
  return BEFORE_PART.has(before) && (article || (before !== 'in' && before !== 'during'))
}

/** `the 20th`: a day of the running month, read behind "on", "from", "to", "until", "by". */
function readBareDay(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const before = wordBefore(pieces, at - 1)
  if (before !== 'on' && before !== 'from' && before !== 'to' && before !== 'until' && before !== 'by') return -1
  const suffix = wordAt(pieces, at + 1)
  const day = pieces.value[at]!
  if (!(day >= 1 && day <= 31) || !isJoined(pieces, at + 1)) return -1
  if (suffix !== 'st' && suffix !== 'nd' && suffix !== 'rd' && suffix !== 'th') return -1
  const next = wordAt(pieces, at + 2)
  const closed =
    next === '' ||
    '.,;:)'.includes(next) ||
    next === 'was' ||
    next === 'to' ||
    next === 'and' ||
    next === 'the' ||
    next === 'he' ||
    next === 'they'
  if (!closed) return -1
  draft.day = day
  return at + 2
}
