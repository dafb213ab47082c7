import type { Pieces } from '../numbers/pieces.js'
import { type CalendarDraft, type CalendarExpression, createDraft } from './expression.js'
import { MODIFIERS, PARTS, RELATIONS, type Relation, SEASONS, UNITS } from './lexicon.js'
import { readCore, readYearAfter } from './matchCore.js'
import { parseAnnouncedYear } from './parseYear.js'
import { isCapital, isJoined, wordAt, wordBefore } from '../numbers/reading.js'

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

const LONG_UNITS: ReadonlySet<string> = new Set(['week', 'month', 'year', 'decade', 'century', 'quarter', 'day'])

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

/**
 * `last week`, `that same day`, `the following spring`, `this morning`, `earlier this year`, `next Friday`,
 * `the day before`; the relation stands on a unit, a season, a month, a weekday or a part of the day.
 */
function readRelated(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let index = at
  let word = wordAt(pieces, index)
  if (word === 'later' || word === 'earlier') {
    word = wordAt(pieces, ++index)
    if (word === 'in' || word === 'on') word = wordAt(pieces, ++index)
    if (!(word === 'that' || word === 'this' || word === 'the')) return -1
    if (word === 'the' && wordAt(pieces, index + 1) !== 'same') {
      const unit = UNITS.get(wordAt(pieces, index + 1))
      if (unit === undefined || unit.plural) return -1
      draft.relation = 'same'
      draft.unit = unit.unit
      return index + 2
    }
  }
  let article = false
  if (word === 'the' || word === 'its' || word === 'this' || word === 'that') {
    const next = wordAt(pieces, index + 1)
    const second = next === 'very' ? wordAt(pieces, index + 2) : next
    if (RELATIONS.has(second) && second !== 'this' && second !== 'that') {
      article = true
      index += next === 'very' ? 2 : 1
      word = second
    } else if (word === 'the' || word === 'its') {
      return word === 'the' ? readUnitAfter(pieces, index + 1, draft) : -1
    }
  }
  let relation = RELATIONS.get(word)
  if (relation === undefined) return -1
  index++
  // "the next day" and "next day" go on from the story; "next week" from now.
  if (relation === 'next' && word === 'next' && (article || wordAt(pieces, index) === 'day')) relation = 'following'
  const end = readRelatedHead(pieces, index, draft, relation, article)
  if (end < 0) {
    draft.relation = null
    return -1
  }
  return readTail(pieces, end, draft)
}

function readRelatedHead(
  pieces: Pieces,
  at: number,
  draft: CalendarDraft,
  relation: Relation,
  article: boolean,
): number {
  const word = wordAt(pieces, at)
  const plain = wordAt(pieces, at - 1)
  const unit = UNITS.get(word)
  if (unit !== undefined) {
    if (unit.plural || unit.unit === 'second' || unit.unit === 'minute' || unit.unit === 'hour') return -1
    // "the past year" is a stretch up to now, "past year" on its own no date; "the present day" is now.
    if (plain === 'past' || plain === 'coming' || plain === 'present' || plain === 'prior') {
      if (unit.unit === 'day' || plain === 'past' || (plain === 'prior' && !article)) return -1
    }
    if (plain === 'last' && unit.unit === 'day') return -1
    if (unit.count !== 1) return -1
    // "this quarter of the city", "that day's", "the last century of …"
    if (wordAt(pieces, at + 1) === 'of' && relation === 'last' && article) return -1
    draft.relation = relation
    draft.unit = unit.unit
    const part = PARTS.get(wordAt(pieces, at + 1))
    if (unit.unit === 'day' && part !== undefined) {
      draft.part = part
      return at + 2
    }
    return at + 1
  }
  const part = PARTS.get(word)
  if (part !== undefined && !(plain === 'past' || plain === 'present' || plain === 'current')) {
    draft.relation = relation
    draft.unit = 'day'
    draft.part = part
    return at + 1
  }
  if (plain === 'present' || plain === 'current' || plain === 'prior') return -1
  const season = SEASONS.get(word)
  if (season !== undefined) {
    const next = wordAt(pieces, at + 1)
    if ((word === 'fall' || word === 'spring') && (next === 'in' || next === 'of' || next === 'from' || next === 'to'))
      return -1
    draft.relation = relation
    draft.season = season
    return readYearAfter(pieces, at + 1, draft)
  }
  draft.relation = relation
  const end = readCore(pieces, at, draft)
  // "that 1941 was", "the last 2025": a relation needs something that comes round again.
  const cyclic =
    draft.month !== null ||
    draft.weekday !== null ||
    draft.holiday !== null ||
    draft.quarter !== null ||
    draft.season !== null
  if (end > 0 && cyclic && (plain !== 'that' || draft.year === null)) return end
  const { first } = draft
  const { modifier } = draft
  Object.assign(draft, createDraft(first))
  draft.modifier = modifier
  return -1
}

/** `the day before`, `the year following`: called behind the article. */
function readUnitAfter(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const unit = UNITS.get(wordAt(pieces, at))
  if (unit === undefined || unit.plural || !LONG_UNITS.has(unit.unit)) return -1
  const after = wordAt(pieces, at + 1)
  if (after !== 'before' && after !== 'following' && after !== 'previous') return -1
  // "the day before the vote": what comes behind says which day, so it is an offset.
  const next = wordAt(pieces, at + 2)
  const closed =
    next === '' ||
    next === '.' ||
    next === ',' ||
    next === ';' ||
    next === ')' ||
    next === '"' ||
    next === 'and' ||
    next === 'saw'
  if (!closed) return -1
  draft.relation = after === 'following' ? 'following' : 'previous'
  draft.unit = unit.unit
  return at + 2
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

/** What may stand behind a date: the part of the day, the year it is joined to ("of that year", "of this week"). */
function readTail(pieces: Pieces, at: number, draft: CalendarDraft): number {
  let end = at
  const part = PARTS.get(wordAt(pieces, end))
  if (part !== undefined && draft.part === null && (draft.day !== null || draft.weekday !== null)) {
    draft.part = part
    end++
  }
  if (draft.year !== null || draft.relation !== null || draft.decade !== null || draft.century !== null) return end
  let next = end
  if (wordAt(pieces, next) === 'of' || wordAt(pieces, next) === 'in') next++
  const joined = next > end
  if (wordAt(pieces, next) === 'the') next++
  let relation = RELATIONS.get(wordAt(pieces, next))
  if (relation === undefined) return end
  if ((wordAt(pieces, next) === 'that' || wordAt(pieces, next) === 'this') && wordAt(pieces, next + 1) === 'same') {
    relation = 'same'
    next++
  }
  const unit = UNITS.get(wordAt(pieces, next + 1))
  if (unit === undefined || unit.plural || (unit.unit !== 'year' && unit.unit !== 'month' && unit.unit !== 'week'))
    return end
  // "in August last year" needs no joint; "Friday next month" does not occur.
  if (!joined && unit.unit !== 'year' && unit.unit !== 'week') return end
  draft.relation = relation
  draft.unit = unit.unit
  return next + 2
}
