import type { Entity, Mention } from '../../annotate/index.js'
import type { Children } from '../cue/cueFeatures.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import { findFirstMention } from './findFirstMention.js'
import type { Speaker } from './resolveSpeaker.js'

/** A quotation whose speaker is known, for those after it. */
export interface Spoken {
  readonly end: number
  readonly speaker: Speaker
}

// 1,200 units, about three paragraphs: further on a reader, too, would not know who still speaks.
const REACH = 1200

const VERB = numberOfPos('VERB')
const NOUN = numberOfPos('NOUN')
const PROPN = numberOfPos('PROPN')

/**
 * Who speaks a quotation that has no cue beside it: whose words its own sentence says they are ("her “…” line"), the one its sentence
 * starts from, the person the sentence before starts from when one was named since the last quotation; else whoever spoke last.
 * Null where nobody is near.
 */
export function carrySpeaker(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  open: number,
  last: Spoken | null,
): Speaker | null {
  const own = findInSentence(reading, mentions, entities, open)
  if (own !== null) return { entities: [own], name: entities[own]!.name }
  const near = last !== null && open - last.end <= REACH ? last : null
  const since = Math.max(near?.end ?? 0, open - REACH)
  const subject = findSubject(reading, mentions, entities, since, open)
  if (subject !== null) return { entities: [subject], name: entities[subject]!.name }
  return near?.speaker ?? null
}

/**
 * Who speaks where the source of a cue was left to the reader ("…, saying that …"): the subject of the clause it hangs on, else whom
 * the sentence starts from. Null where it names nobody.
 */
export function inferSource(
  reading: Reading,
  children: Children,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  cue: number,
): Speaker | null {
  const subject = children.parsed ? findSubjectAbove(reading, children, cue) : -1
  const mention = subject < 0 ? null : mentionOf(reading, mentions, subject)
  if (mention !== null && mention.entity >= 0)
    return { entities: [mention.entity], name: entities[mention.entity]!.name }
  const found = findInSentence(reading, mentions, entities, reading.tokens[cue]!.start)
  return found === null ? null : { entities: [found], name: entities[found]!.name }
}

// 5 steps up the tree: "a letter, in which he is said to have called …" needs four.
const MOST_STEPS = 5

/** The subject of the nearest clause above a token that has one; -1 where none has. */
function findSubjectAbove(reading: Reading, children: Children, token: number): number {
  let at = token
  for (let step = 0; step < MOST_STEPS && at >= 0; step++) {
    for (let child = children.first[at]!; child >= 0; child = children.next[child]!) {
      if (child !== token && reading.tokens[child]!.relation.startsWith('nsubj')) return child
    }
    at = reading.head[at]!
  }
  return -1
}

/** The smallest mention whose head or words hold a token. */
function mentionOf(reading: Reading, mentions: readonly Mention[], token: number): Mention | null {
  const { start, end } = reading.tokens[token]!
  let best: Mention | null = null
  for (let i = findFirstMention(mentions, start - 80); i < mentions.length && mentions[i]!.start <= start; i++) {
    const mention = mentions[i]!
    if (mention.end < end) continue
    if (mention.token === token) return mention
    if (best === null || mention.end - mention.start < best.end - best.start) best = mention
  }
  return best
}

/** The owner right before the quotation ("the mayor's “…”"), else the first person or body its sentence names before it. */
function findInSentence(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  open: number,
): number | null {
  let first: number | null = null
  const low = findFirstMention(mentions, open)
  const start = sentenceStart(reading, open)
  for (let i = low - 1; i >= 0 && mentions[i]!.start >= start; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > open || reading.quotation[mention.token]! >= 0) continue
    const { type } = entities[mention.entity]!
    if (type !== 'person' && type !== 'organization' && type !== 'group') continue
    if (isOwner(reading.text, mention, open)) return mention.entity
    if (!isModifier(reading, mention)) first = mention.entity
  }
  return first
}

/** "Ukrainian" in "Ukrainian President": a name right before another noun describes who comes after it. */
function isModifier(reading: Reading, mention: Mention): boolean {
  const next = mention.token + 1
  if (next >= reading.size || reading.tokens[next]!.start < mention.end) return false
  return reading.pos[next] === NOUN || reading.pos[next] === PROPN
}

function isOwner(text: string, mention: Mention, open: number): boolean {
  const between = text.slice(mention.end, open).trim()
  return between === "'s" || between === '’s' || (between === '' && mention.form === 'pronoun')
}

function sentenceStart(reading: Reading, place: number): number {
  const { sentences } = reading
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= place) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : sentences[low - 1]!.start
}

/**
 * The person that the nearest sentence between two places starts from, outside quotations. Sentences that start from a pronoun are passed
 * over: whom it means, the sentence before tells better.
 */
function findSubject(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  from: number,
  to: number,
): number | null {
  let sentence = -1
  let first: Mention | null = null
  for (let i = findFirstMention(mentions, to) - 1; i >= 0 && mentions[i]!.start >= from; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > to || entities[mention.entity]!.type !== 'person') continue
    if (reading.quotation[mention.token]! >= 0 || !beforeVerb(reading, mention)) continue
    if (reading.sentence[mention.token] !== sentence && first !== null && first.form !== 'pronoun') break
    sentence = reading.sentence[mention.token]!
    first = mention
  }
  return first === null ? null : first.entity
}

// 20 tokens: a name, what it is, a date between commas, then the verb.
const TO_VERB = 20

function beforeVerb(reading: Reading, mention: Mention): boolean {
  for (let i = mention.token + 1; i < reading.size && i <= mention.token + TO_VERB; i++) {
    if (reading.sentence[i] !== reading.sentence[mention.token]) return false
    if (reading.pos[i] === VERB) return true
  }
  return false
}

/**
 * Who a pronoun that speaks means ("…," she said): whoever spoke last, if the account names nobody else since, outside quotation
 * marks; else the person the sentence before the quotation starts from. Null where neither fits the pronoun: then the coreference
 * should decide.
 */
export function readPronoun(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  pronoun: number,
  start: number,
  last: Spoken | null,
): Speaker | null {
  const { norm, start: place } = reading.tokens[pronoun]!
  if (norm !== 'he' && norm !== 'she') return null
  const [entity, ...more] = last?.speaker.entities ?? []
  const near = last !== null && place >= last.end && place - last.end <= REACH
  if (near && entity !== undefined && more.length === 0 && fits(entities[entity]!, norm)) {
    if (!namesOther(reading, mentions, last.end, place, entity)) return last.speaker
  }
  const from = Math.max(start - REACH, near ? last.end : 0)
  const subject = place >= start ? findSubject(reading, mentions, entities, from, start) : null
  if (subject === null || !fits(entities[subject]!, norm)) return null
  return { entities: [subject], name: entities[subject]!.name }
}

function fits({ type, gender, number }: Entity, norm: string): boolean {
  return type === 'person' && number !== 'plural' && gender !== (norm === 'he' ? 'feminine' : 'masculine')
}

function namesOther(reading: Reading, mentions: readonly Mention[], from: number, to: number, entity: number): boolean {
  for (let i = findFirstMention(mentions, from); i < mentions.length && mentions[i]!.start < to; i++) {
    const mention = mentions[i]!
    if (mention.entity === entity || mention.form === 'pronoun') continue
    if (mention.type === 'person' && reading.quotation[mention.token]! < 0) return true
  }
  return false
}
