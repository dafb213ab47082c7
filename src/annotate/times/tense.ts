import type { Sentence, Token } from '../layers.js'
import { AHEAD, type Direction, MODALS } from './tenseWords.js'

export type { Direction } from './tenseWords.js'

const PRESENT: ReadonlySet<string> = new Set(['is', 'are', "'s", "'re", 'am', "'m", 'be', 'being'])

// 18 tokens reach the verb of nearly every clause; beyond that the tense belongs to another clause.
const REACH = 18

/**
 * The direction in time told by the verb nearest to the tokens `[first, end)`, left before right within the sentence.
 *
 * Reads Penn tags where they are there and word forms where not. `none` for headings and clauses without a verb.
 */
export function findDirection(tokens: readonly Token[], sentence: Sentence, first: number, end: number): Direction {
  const low = Math.max(sentence.firstToken, first - REACH)
  for (let index = first - 1; index >= low; index--) {
    const direction = readVerb(tokens, sentence, index) ?? readSchedule(tokens, sentence, index, first)
    if (direction !== null) return direction
  }
  const high = Math.min(sentence.endToken, end + REACH)
  for (let index = end; index < high; index++) {
    const direction = readVerb(tokens, sentence, index)
    if (direction !== null) return direction
  }
  return 'none'
}

/** What a verb token says; null for other tokens and for participles that only describe. */
function readVerb(tokens: readonly Token[], sentence: Sentence, index: number): Direction | null {
  const token = tokens[index]!
  const { norm, tag } = token
  // Without tags "may" could be the month.
  if (MODALS.has(norm) && (tag === 'MD' || (tag === '' && norm !== 'may'))) return 'future'
  // "vowed on Tuesday" happened; "is expected on Tuesday" will.
  if (AHEAD.has(norm) && tag !== 'VBD' && !tag.startsWith('N') && !isAfterHad(tokens, sentence, index)) return 'future'
  if (tag === 'VBD') return 'past'
  if (tag === 'VB') return readBare(tokens, sentence, index)
  if (tag === 'VBZ' || tag === 'VBP') return readPresent(norm)
  if (tag === 'VBN') {
    const helper = findHelper(tokens, sentence, index)
    if (helper === null || PRESENT.has(helper)) return null
    return MODALS.has(helper) ? 'future' : 'past'
  }
  if (tag === 'VBG') {
    const helper = findHelper(tokens, sentence, index)
    if (helper === null && index > sentence.firstToken && tokens[index - 1]!.norm === 'after') return 'past'
    if (helper !== null && PRESENT.has(helper)) return 'future'
    return helper === null ? null : 'past'
  }
  if (tag !== '') return null
  if (
    norm === 'was' ||
    norm === 'were' ||
    norm === 'had' ||
    norm === 'did' ||
    norm === 'said' ||
    norm === 'has' ||
    norm === 'have'
  )
    return 'past'
  return norm.length > 4 && norm.endsWith('ed') ? 'past' : null
}

// Present tense of a timetable: "polls open Tuesday". Other verbs in the present caption pictures: "residents gather".
const SCHEDULE: ReadonlySet<string> = new Set(
  'return wrap end begin start open close resume convene expire vote conclude'.split(' '),
)

/** "Congress returns Tuesday", "there is a vote on Friday", "the primary is Tuesday" look ahead, outside headings. */
function readSchedule(tokens: readonly Token[], sentence: Sentence, index: number, first: number): Direction | null {
  const { tag, lemma, norm } = tokens[index]!
  if ((tag !== 'VBZ' && tag !== 'VBP') || sentence.kind !== 'text') return null
  if (SCHEDULE.has(lemma)) return 'future'
  if (norm !== 'is' && norm !== 'are' && norm !== "'s") return null
  if (index > sentence.firstToken && tokens[index - 1]!.norm === 'there') return 'future'
  return first - index === 1 || (first - index === 2 && tokens[index + 1]!.norm === 'on') ? 'future' : null
}

function readPresent(norm: string): Direction | null {
  return norm === 'has' || norm === 'have' || norm === "'ve" ? 'past' : null
}

/** Auxiliary within three tokens before a participle. */
function findHelper(tokens: readonly Token[], sentence: Sentence, index: number): string | null {
  for (let back = index - 1; back >= Math.max(sentence.firstToken, index - 4); back--) {
    const { norm, pos } = tokens[back]!
    if (pos === 'AUX' || MODALS.has(norm)) return norm
    if (pos === 'NOUN' || pos === 'PUNCT' || pos === 'VERB') return null
  }
  return null
}

/** A bare verb: behind a modal or "to" it looks ahead, behind "did" back. */
function readBare(tokens: readonly Token[], sentence: Sentence, index: number): Direction | null {
  for (let back = index - 1; back >= Math.max(sentence.firstToken, index - 4); back--) {
    const { norm } = tokens[back]!
    if (norm === 'did') return 'past'
    if (MODALS.has(norm)) return 'future'
    if (norm === 'to') return isAheadOf(tokens, sentence, back)
  }
  return null
}

/**
 * An infinitive looks the way of what governs it: "plans to meet", "needs to pass" ahead, "managed to land" back. Null where
 * no verb is near ("slow to act"); the search then goes on.
 */
function isAheadOf(tokens: readonly Token[], sentence: Sentence, to: number): Direction | null {
  for (let back = to - 1; back >= Math.max(sentence.firstToken, to - 6); back--) {
    const { norm, tag } = tokens[back]!
    if (AHEAD.has(norm)) return isAfterHad(tokens, sentence, back) ? 'past' : 'future'
    if (tag === 'VBD' || DONE.has(norm)) return 'past'
    if (tag === 'VBZ' || tag === 'VBP' || tag === 'MD')
      return norm === 'has' || norm === 'have' ? readHave(back, to) : 'future'
  }
  return null
}

/** "has to leave" looks ahead, "has managed to leave" back. */
function readHave(have: number, to: number): Direction {
  return to - have === 1 ? 'future' : 'past'
}

const DONE: ReadonlySet<string> = new Set(
  'managed used began started failed continued went came helped tried happened proceeded returned gathered arrived met'.split(
    ' ',
  ),
)

function isAfterHad(tokens: readonly Token[], sentence: Sentence, index: number): boolean {
  for (let back = index - 1; back >= Math.max(sentence.firstToken, index - 3); back--) {
    if (tokens[back]!.norm === 'had') return true
  }
  return false
}
