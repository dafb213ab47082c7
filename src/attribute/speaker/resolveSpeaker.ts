import type { Entity, Mention } from '../../annotate/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import type { Children } from '../cue/cueFeatures.js'
import { toSpans } from '../assemble/spans.js'
import { findFirstMention } from './findFirstMention.js'
import { isPaperNoun, isSpeechNoun } from './speechNouns.js'

/** Who speaks, as far as the account tells. */
export interface Speaker {
  readonly entities: readonly number[]
  readonly name: string | null
}

/** Nobody named. */
export const NOBODY: Speaker = { entities: [], name: null }

/**
 * The speaker behind the words that name a source: the entity of the mention that heads them, several for joint speakers, else
 * the words themselves. No tokens, nobody.
 */
export function resolveSpeaker(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  source: readonly number[],
): Speaker {
  if (source.length === 0) return NOBODY
  const inside = beforeRelative(reading, mentionsIn(reading, mentions, source), source)
  const relative = inside.length === 0 ? findAntecedent(reading, mentions, source) : null
  const all = relative === null ? chooseMentions(reading, inside, source) : [relative]
  const chosen = all.map((mention) => findHolder(reading, mentions, mention, source) ?? mention)
  const members = chosen.flatMap((mention) =>
    mention.members.length > 0 ? mention.members : mention.entity >= 0 ? [mention.entity] : [],
  )
  const unique = [...new Set(members)]
  if (unique.length > 0) {
    return { entities: unique, name: unique.map((entity) => entities[entity]!.name).join(' and ') }
  }
  return { entities: [], name: wordsOf(reading, source) }
}

function wordsOf(reading: Reading, source: readonly number[]): string | null {
  const spans = toSpans(reading, source)
  if (spans.length === 0) return null
  return reading.text.slice(spans[0]!.start, spans[0]!.end)
}

function mentionsIn(reading: Reading, mentions: readonly Mention[], source: readonly number[]): readonly Mention[] {
  const start = reading.tokens[source[0]!]!.start
  const end = reading.tokens[source[source.length - 1]!]!.end
  const low = findFirstMention(mentions, start)
  const found: Mention[] = []
  // A mention may start a little before the source words: "the spokesman" where only "spokesman" was tagged.
  for (let i = Math.max(0, low - 4); i < mentions.length && mentions[i]!.start < end; i++) {
    const mention = mentions[i]!
    if (mention.end > start && source.includes(mention.token)) found.push(mention)
  }
  return found
}

/** Those before ", who …": whom a relative clause names is not who speaks. All of them where none is. */
function beforeRelative(reading: Reading, inside: readonly Mention[], source: readonly number[]): readonly Mention[] {
  const at = source.findIndex((i, place) => place > 0 && RELATIVES.has(reading.tokens[i]!.norm))
  if (at < 0) return inside
  const { start } = reading.tokens[source[at]!]!
  const before = inside.filter((mention) => mention.end <= start)
  return before.length > 0 ? before : inside
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'whose', 'whom'])

// 3 nouns: "Harbour Board deputy chief executive, Jane Roe".
const MOST_NOUNS = 3

/**
 * The person whom a body's name only describes: "the Harbour Board chief, Jane Roe" where the source ends with the body. Null
 * elsewhere.
 */
function findHolder(
  reading: Reading,
  mentions: readonly Mention[],
  mention: Mention,
  source: readonly number[],
): Mention | null {
  if (mention.form !== 'name' || (mention.type !== 'organization' && mention.type !== 'place')) return null
  let next = mention.token + 1
  while (next < reading.size && reading.tokens[next]!.start < mention.end) next++
  next = afterBrackets(reading, next)
  const first = next
  while (next < reading.size && next - first < MOST_NOUNS && reading.pos[next] === NOUN) next++
  if (next === first || source.includes(next - 1)) return null
  if (reading.tokens[next]?.norm === ',') next++
  const start = reading.tokens[next]?.start
  if (start === undefined || reading.sentence[next] !== reading.sentence[mention.token]) return null
  const named = mentions[findFirstMention(mentions, start)]
  return named?.start === start && named.form === 'name' && named.type === 'person' ? named : null
}

/** The token after a bracket that opens at `index`: "the Harbour Board (HB) chief"; `index` where none does. */
function afterBrackets(reading: Reading, index: number): number {
  if (reading.tokens[index]?.norm !== '(') return index
  for (let i = index + 1; i < reading.size && i < index + 6; i++) if (reading.tokens[i]!.norm === ')') return i + 1
  return index
}

/** The mention a relative pronoun stands for: the one right before it ("the mayor, who said"). */
function findAntecedent(reading: Reading, mentions: readonly Mention[], source: readonly number[]): Mention | null {
  const token = source[source.length - 1]!
  const { norm, start } = reading.tokens[token]!
  if (norm !== 'who' && norm !== 'which' && norm !== 'that') return null
  let best: Mention | null = null
  for (let i = findFirstMention(mentions, start) - 1; i >= 0 && start - mentions[i]!.start < 200; i--) {
    const mention = mentions[i]!
    if (mention.end > start || reading.sentence[mention.token] !== reading.sentence[token]) continue
    if (best === null || mention.end > best.end) best = mention
  }
  return best !== null && start - best.end <= 3 ? best : null
}

/** "The mayor's office" is the office, "the mayor's wife, Ann Lee" is Ann Lee: owners are not who speaks. */
function isOwner(reading: Reading, mention: Mention, source: readonly number[]): boolean {
  const after = reading.text.slice(mention.end, mention.end + 2)
  if (after !== "'s" && after !== '’s') return false
  return reading.tokens[source[source.length - 1]!]!.end > mention.end + 2
}

/**
 * The words before a relative clause that the tagger took its source from: "Roe, who beat Doe, said" is said by Roe. Null where the
 * source stands in no relative clause of the cue's subject.
 */
export function describedBy(
  reading: Reading,
  children: Children,
  source: readonly number[],
  cue: number,
): readonly number[] | null {
  if (!children.parsed || source.length === 0) return null
  let at = findHead(reading, source)
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const { relation, head } = reading.tokens[at]!
    if (relation === 'acl:relcl' && head >= 0 && !source.includes(head)) {
      const subject = reading.tokens[head]!
      if (subject.head !== cue || !subject.relation.startsWith('nsubj')) return null
      return phraseBefore(reading, head, at)
    }
    at = head
  }
  return null
}

/** A noun with the name beside it, up to the relative clause of `verb`. */
function phraseBefore(reading: Reading, noun: number, verb: number): readonly number[] {
  const out: number[] = []
  for (let i = Math.max(0, noun - 6); i < verb; i++) {
    const { relation, head, norm } = reading.tokens[i]!
    if (i > noun && (norm === ',' || norm === 'who' || norm === 'which' || norm === 'that')) break
    const isBeside = head === noun && (i < noun || relation === 'appos' || relation === 'flat')
    if (i === noun || isBeside || out.includes(head)) out.push(i)
  }
  return out
}

/** True where the source is words and no person: "the message", "Roe's statement". */
export function isSpeech(reading: Reading, source: readonly number[]): boolean {
  return isSpeechNoun(reading.tokens[findHead(reading, source)]!.norm)
}

/** True where the source is a paper that quotes others: "the indictment", "court documents". */
export function isPaper(reading: Reading, source: readonly number[]): boolean {
  return source.length > 0 && isPaperNoun(reading.tokens[findHead(reading, source)]!.norm)
}

/** Whose words they are where the source is words: "Roe's first words", "the family's statement"; null elsewhere. */
function findUtterer(reading: Reading, all: readonly Mention[], source: readonly number[]): Mention | null {
  if (!isSpeech(reading, source)) return null
  const owners = all.filter((mention) => isOwner(reading, mention, source))
  return owners.find(({ type }) => type === 'person') ?? owners[0] ?? null
}

const NOUN = numberOfPos('NOUN')

/** "The Roe family", "Roe administration officials": a name before a common noun says which one, and does not speak. */
function isModifier(reading: Reading, mention: Mention, source: readonly number[]): boolean {
  if (mention.form !== 'name' || mention.type !== 'person') return false
  let next = mention.token + 1
  while (next < reading.size && reading.tokens[next]!.end <= mention.end) next++
  return next < reading.size && reading.pos[next] === NOUN && source.includes(next)
}

function chooseMentions(reading: Reading, all: readonly Mention[], source: readonly number[]): readonly Mention[] {
  const utterer = findUtterer(reading, all, source)
  if (utterer !== null) return [utterer]
  const free = all.filter((mention) => !isOwner(reading, mention, source) && !isObject(reading, mention, source))
  const inside = (free.length > 0 ? free : all.filter((mention) => !isOwner(reading, mention, source))).filter(
    (mention) => !isModifier(reading, mention, source),
  )
  if (inside.length <= 1) return inside
  const head = findHead(reading, source)
  const first =
    findNamed(reading, inside) ??
    inside.find((mention) => mention.token === head) ??
    inside.find((mention) => mention.type === 'person') ??
    inside[0]!
  const joint = [first]
  for (const mention of inside) {
    const last = joint[joint.length - 1]!
    if (mention.start >= last.end && isJoined(reading, last, mention)) joint.push(mention)
  }
  return joint
}

/**
 * The named person among the mentions: the last before the first comma that has one, as names stand after what describes them
 * ("Harbour Board chief Jane Roe") and before what comes after a comma ("Jane Roe, who replaced John Doe").
 */
function findNamed(reading: Reading, inside: readonly Mention[]): Mention | undefined {
  const named = inside.filter(({ form, type }) => form === 'name' && type === 'person')
  const [first] = named
  if (first === undefined) return undefined
  let chosen = first
  for (const mention of named) {
    const between = reading.text.slice(first.end, mention.start)
    if (between.includes(',') || between.includes(' and ') || between.includes('&')) break
    chosen = mention
  }
  return chosen
}

const ADP = numberOfPos('ADP')
const TITLES: ReadonlySet<string> = new Set(
  'mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. president senator representative governor mayor judge justice'.split(
    ' ',
  ),
)

/** "A spokesman for Mayor Roe", "the head of the union": what follows the preposition does not speak. */
function isObject(reading: Reading, mention: Mention, source: readonly number[]): boolean {
  let first = mention.token
  while (first > 0 && reading.tokens[first - 1]!.start >= mention.start) first--
  // Titles stand outside the mention.
  while (first > 0 && TITLES.has(reading.tokens[first - 1]!.norm) && source.includes(first - 1)) first--
  return first - 1 > source[0]! && reading.pos[first - 1] === ADP && source.includes(first - 1)
}

/** Nothing but "and", "&" or a comma between them, and both of one kind. */
function isJoined(reading: Reading, a: Mention, b: Mention): boolean {
  if ((a.type === 'person') !== (b.type === 'person')) return false
  const between = reading.text.slice(a.end, b.start).trim().toLowerCase()
  return between === 'and' || between === '&' || between === ', and'
}

/** The token whose head lies outside the source; the last token where no parser ran. */
function findHead(reading: Reading, source: readonly number[]): number {
  const last = source[source.length - 1]!
  if (!reading.parsed) return last
  const set = new Set(source)
  for (const i of source) {
    const head = reading.head[i]!
    if (head < 0 || !set.has(head)) return i
  }
  return last
}
