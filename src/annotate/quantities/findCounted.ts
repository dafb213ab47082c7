import type { Quantity, Token } from '../layers.js'
import { FATES, HARM_VERBS } from './lexicon.js'

// "12 of the more than 40 wounded soldiers": eight tokens reach the noun of nearly every counted phrase.
export const REACH = 8

const MORE: ReadonlySet<string> = new Set(['of', 'more', 'other', 'others', 'additional', 'such'])

// "two of the men" counts men; "up 5 the next day" counts no days.
const OWNERS: ReadonlySet<string> = new Set('the his her its their these those our my your other more'.split(' '))

/**
 * Finds what the number that ends before token `after` counts, or null.
 *
 * Walks over adjectives and nouns to the last noun ("12 Italian peacekeepers were killed" gives "Italian peacekeepers were
 * killed"); without a noun it takes a fate behind ("12 dead") or a verb of harm before ("killing 12").
 */
export function findCounted(
  text: string,
  tokens: readonly Token[],
  before: number,
  after: number,
  limit: number,
): Quantity['counted'] {
  const make = (first: number, last: number, head: string): Quantity['counted'] => {
    const span = { start: tokens[first]!.start, end: tokens[last]!.end }
    return { text: text.slice(span.start, span.end), span, head }
  }
  const stop = Math.min(limit, after + REACH)
  let index = after
  let of = false
  if (index < stop && tokens[index]!.norm === '-') index++
  while (index < stop && (MORE.has(tokens[index]!.norm) || (of && OWNERS.has(tokens[index]!.norm)))) {
    of ||= tokens[index]!.norm === 'of'
    index++
  }
  const first = index
  let noun = -1
  for (; index < stop; index++) {
    const token = tokens[index]!
    if (FATES.has(token.norm) && noun < 0 && !isNounNext(tokens, index + 1, stop)) break
    const joined = findCompoundEnd(tokens, index, stop)
    if (joined > index) {
      // "two night-shift workers", "12 well-known names": the parts of the compound only describe, whatever their tags.
      index = joined
      if (tokens[joined]!.pos === 'NOUN' || tokens[joined]!.pos === 'PROPN') noun = joined
      continue
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      noun = index
      continue
    }
    if (isModifier(token, tokens, index, stop, noun)) continue
    break
  }
  if (noun >= 0) {
    const fate = findFate(tokens, noun + 1, limit)
    return make(first, fate < 0 ? noun : fate, getHead(tokens[noun]!))
  }
  if (first < stop && !of && FATES.has(tokens[first]!.norm)) return make(first, first, tokens[first]!.norm)
  if (first < stop && FATES.has(tokens[first + 1]?.norm ?? '') && BE.has(tokens[first]!.norm) && !of) {
    return make(first, first + 1, tokens[first + 1]!.norm)
  }
  // "killing two and sending 14 others to hospital", "51 others": those meant before, and nobody else.
  if (after < stop && tokens[after]!.norm === 'others') return make(after, after, tokens[after]!.norm)
  if (isOfMany(tokens, before)) return make(before - 1, before - 1, getHead(tokens[before - 1]!))
  const verb = before >= 0 ? HARM_VERBS.get(tokens[before]!.norm) : undefined
  return verb === undefined ? null : make(before, before, verb)
}

// "a crowd of 51,000": the noun before tells what is counted.
const MANY: ReadonlySet<string> = new Set(
  'crowd audience gathering attendance turnout congregation workforce'.split(' '),
)

function isOfMany(tokens: readonly Token[], before: number): boolean {
  return before > 0 && tokens[before]!.norm === 'of' && MANY.has(tokens[before - 1]!.norm)
}

/** Index of the last part of a compound joined by hyphens that starts at the token and that a noun follows; the token's own where none. */
function findCompoundEnd(tokens: readonly Token[], index: number, stop: number): number {
  let end = index
  while (end + 2 < stop && isHyphen(tokens, end + 1)) end += 2
  return end > index && end + 1 < stop && (isNounNext(tokens, end + 1, stop) || tokens[end + 1]!.pos === 'ADJ')
    ? end
    : index
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at]!
  return hyphen.norm === '-' && tokens[at - 1]!.end === hyphen.start && tokens[at + 1]?.start === hyphen.end
}

const BE: ReadonlySet<string> = new Set(['were', 'was', 'are', 'been'])

/** "were killed", "have been arrested", "dead", right behind the noun. */
function findFate(tokens: readonly Token[], at: number, limit: number): number {
  let index = at
  for (let turn = 0; turn < 3 && index < limit; turn++) {
    const { norm } = tokens[index]!
    if (FATES.has(norm)) return isNounNext(tokens, index + 1, limit) ? -1 : index
    if (!BE.has(norm) && norm !== 'have' && norm !== 'had' && norm !== 'has' && norm !== 'also' && norm !== 'left')
      return -1
    index++
  }
  return -1
}

function isNounNext(tokens: readonly Token[], at: number, limit: number): boolean {
  const next = tokens[at]
  return next !== undefined && at < limit && (next.pos === 'NOUN' || next.pos === 'PROPN')
}

/** Adjectives, participles and hyphens inside a counted phrase; not a verb behind the noun. */
function isModifier(token: Token, tokens: readonly Token[], index: number, stop: number, noun: number): boolean {
  if (token.pos === 'ADJ') return true
  if (token.norm === '-' || token.norm === "'s") return isNounNext(tokens, index + 1, stop) || noun < 0
  if (token.pos === 'NUM') return noun < 0
  if (noun >= 0) return false
  if (token.pos === 'VERB' && (token.tag === 'VBN' || token.tag === 'VBG')) return isNounNext(tokens, index + 1, stop)
  return token.pos === 'ADV' && tokens[index + 1]?.pos === 'ADJ'
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
])

function getHead(token: Token): string {
  return PLURALS.get(token.norm) ?? (token.lemma === '' ? token.norm : token.lemma.toLowerCase())
}
