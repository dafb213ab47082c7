import type { Entity, Mention } from '../../annotate/index.js'
import type { Children } from '../cue/cueFeatures.js'
import type { Span } from '../../text/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import { findFirstMention } from './findFirstMention.js'
import { findWordsOwner } from './ownWords.js'
import type { Speaker } from './resolveSpeaker.js'

/** A report whose speaker is known, for what comes after it. */
export interface Spoken {
  readonly end: number
  readonly speaker: Speaker
}

/** What was said before a place: the last quotation, and the last report of any kind. */
export interface Said {
  readonly quotation: Spoken | null
  readonly report: Spoken | null
}

// 1,200 units, about three paragraphs: further on a reader, too, would not know who still speaks.
const REACH = 1200

const VERB = numberOfPos('VERB')
const NOUN = numberOfPos('NOUN')
const PROPN = numberOfPos('PROPN')

/**
 * Who speaks a quotation that has no cue beside it: whose words its own sentence says they are ("her “…” line"), the one its sentence
 * starts from, whoever is reported in the same paragraph before, the person the sentence before starts from when one was named since
 * the last quotation; else whoever spoke last. Null where nobody is near.
 */
export function carrySpeaker(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  words: Span,
  said: Said,
): Speaker | null {
  const open = words.start
  const speakerOf = (entity: number): Speaker => ({ entities: [entity], name: entities[entity]!.name })
  const own =
    findWordsOwner(reading, mentions, entities, words, true) ?? findInSentence(reading, mentions, entities, open)
  if (own !== null) return speakerOf(own)
  const { report } = said
  if (report !== null && report.end <= open && !hasFeed(reading.text, report.end, open)) return report.speaker
  const near = isNear(said.quotation, open) ? said.quotation : null
  const since = Math.max(near?.end ?? 0, open - REACH)
  const subject = findSubject(reading, mentions, entities, since, open)
  if (subject !== null && (subject.form !== 'pronoun' || near === null)) return speakerOf(subject.entity)
  return near?.speaker ?? null
}

function isNear(spoken: Spoken | null, place: number): spoken is Spoken {
  return spoken !== null && place >= spoken.end && place - spoken.end <= REACH
}

function hasFeed(text: string, from: number, to: number): boolean {
  const feed = text.indexOf('\n', from)
  return feed >= 0 && feed < to
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
  // A place is seldom whom a cue without a source leaves to the reader.
  if (mention !== null && mention.entity >= 0 && mention.type !== 'place')
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

/** The subject of the sentence that holds a place, before it, where it can speak; else the first person or body named there. */
export function findInSentence(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  open: number,
): number | null {
  let first: number | null = null
  let subject: number | null = null
  const low = findFirstMention(mentions, open)
  const start = sentenceStart(reading, open)
  for (let i = low - 1; i >= 0 && mentions[i]!.start >= start; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > open || reading.quotation[mention.token]! >= 0) continue
    const { type } = entities[mention.entity]!
    if (type !== 'person' && type !== 'organization' && type !== 'group') continue
    if (isModifier(reading, mention)) continue
    first = mention.entity
    if (isMainSubject(reading, mention.token)) subject = mention.entity
  }
  return subject ?? first
}

/** The subject of the verb that the sentence hangs on. */
function isMainSubject(reading: Reading, token: number): boolean {
  const head = reading.head[token]!
  return head >= 0 && reading.tokens[token]!.relation.startsWith('nsubj') && reading.head[head]! < 0
}

/** "Ukrainian" in "Ukrainian President": a name right before another noun describes who comes after it. */
function isModifier(reading: Reading, mention: Mention): boolean {
  const next = mention.token + 1
  if (next >= reading.size || reading.tokens[next]!.start < mention.end) return false
  return reading.pos[next] === NOUN || reading.pos[next] === PROPN
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
 * The person that the nearest sentence between two places starts from, outside quotations: its subject, else the first before a verb.
 * Sentences that start from a pronoun are passed over: whom it means, the sentence before tells better.
 */
function findSubject(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  from: number,
  to: number,
  suits: (entity: number) => boolean = () => true,
): Mention | null {
  let sentence = -1
  let first: Mention | null = null
  let isMain = false
  for (let i = findFirstMention(mentions, to) - 1; i >= 0 && mentions[i]!.start >= from; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > to || entities[mention.entity]!.type !== 'person') continue
    if (reading.quotation[mention.token]! >= 0 || !beforeVerb(reading, mention)) continue
    if (reading.sentence[mention.token] !== sentence && first !== null && first.form !== 'pronoun') break
    if (!suits(mention.entity)) continue
    const main = isMainSubject(reading, mention.token)
    if (reading.sentence[mention.token] === sentence && isMain && !main) continue
    sentence = reading.sentence[mention.token]!
    first = mention
    isMain = main
  }
  return first
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

// 150 units: what describes the speaker, and the paragraph's end.
const NEXT = 150

/** Verbs that go on with what somebody said before. */
const GOING_ON: ReadonlySet<string> = new Set(['add', 'continue'])

/**
 * Who a pronoun that speaks means ("…," she said): whoever spoke last, if the account names nobody else since, outside quotation
 * marks; else the person the sentence before the quotation starts from. Nobody speaks to himself: who is named after the cue ("he told
 * Roe") is out. Null where neither fits the pronoun: then the coreference should decide.
 */
export function readPronoun(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  pronoun: number,
  start: number,
  { quotation: last }: Said,
  lemma = '',
): Speaker | null {
  const { norm, start: place } = reading.tokens[pronoun]!
  if (norm !== 'he' && norm !== 'she') return null
  const addressed = namedAfter(reading, mentions, pronoun)
  const suits = (entity: number): boolean => !addressed.has(entity) && fits(entities[entity]!, norm)
  const [entity, ...more] = last?.speaker.entities ?? []
  const near = isNear(last, place) ? last : null
  if (near !== null && entity !== undefined && more.length === 0 && !addressed.has(entity)) {
    // "He added" tells more than a given name that women bear more often.
    const goesOn = GOING_ON.has(lemma) && entities[entity]!.type === 'person' && start - near.end <= NEXT
    if ((goesOn || suits(entity)) && !namesOther(reading, mentions, near.end, place, entity)) return near.speaker
  }
  const from = Math.max(start - REACH, near?.end ?? 0)
  const subject = place >= start ? findSubject(reading, mentions, entities, from, start, suits) : null
  return subject === null ? null : { entities: [subject.entity], name: entities[subject.entity]!.name }
}

/** The entities named in the sentence after a token, outside quotation marks, close by. */
function namedAfter(reading: Reading, mentions: readonly Mention[], token: number): ReadonlySet<number> {
  const named = new Set<number>()
  const { start } = reading.tokens[token]!
  for (let i = findFirstMention(mentions, start + 1); i < mentions.length && mentions[i]!.start < start + REACH; i++) {
    const mention = mentions[i]!
    if (reading.sentence[mention.token] !== reading.sentence[token] || mention.token - token > 4) break
    if (mention.form === 'name' && reading.quotation[mention.token]! < 0) named.add(mention.entity)
  }
  return named
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
