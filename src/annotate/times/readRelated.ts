import type { Pieces } from '../numbers/pieces.js'
import { wordAt } from '../numbers/reading.js'
import { type CalendarDraft, createDraft } from './expression.js'
import { PARTS, RELATIONS, type Relation, SEASONS, UNITS } from './lexicon.js'
import { readCore } from './matchCore.js'
import { readYearAfter } from './readYearAfter.js'

export const LONG_UNITS: ReadonlySet<string> = new Set(['week', 'month', 'year', 'decade', 'century', 'quarter', 'day'])

/**
 * `last week`, `that same day`, `the following spring`, `this morning`, `earlier this year`, `next Friday`,
 * `the day before`; the relation stands on a unit, a season, a month, a weekday or a part of the day.
 */
export function readRelated(pieces: Pieces, at: number, draft: CalendarDraft): number {
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
    // "the last year and a half" is a length.
    if (wordAt(pieces, at + 1) === 'and' && wordAt(pieces, at + 3) === 'half') return -1
    // "this quarter of the city", "that day's", "the last century of …"
    if (wordAt(pieces, at + 1) === 'of' && relation === 'last' && article) return -1
    // "this day" points back into the story; today is "today".
    draft.relation = relation === 'this' && unit.unit === 'day' ? 'same' : relation
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
  if (end > 0 && cyclic && ((plain !== 'that' && plain !== 'this') || draft.year === null)) return end
  const { first } = draft
  const { modifier } = draft
  Object.assign(draft, createDraft(first))
  draft.modifier = modifier
  return -1
}

/** `the day before`, `the year following`: called behind the article. */
function readUnitAfter(pieces: Pieces, at: number, draft: CalendarDraft): number {
  const unit = UNITS.get(wordAt(pieces, at))
  // "over the weekend": the last one or the next, by tense.
  if (unit?.unit === 'weekend' && !unit.plural && wordAt(pieces, at + 1) !== 'of') {
    draft.unit = 'weekend'
    return at + 1
  }
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

/** What may stand behind a date: the part of the day, the year it is joined to ("of that year", "of this week"). */
export function readTail(pieces: Pieces, at: number, draft: CalendarDraft): number {
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
