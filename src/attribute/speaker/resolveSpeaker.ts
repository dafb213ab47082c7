import type { Entity, Mention } from '../../annotate/index.js'
import type { Reading } from '../reading/reading.js'
import { toSpans } from '../assemble/spans.js'

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
  const inside = mentionsIn(reading, mentions, source)
  const relative = inside.length === 0 ? findAntecedent(reading, mentions, source) : null
  const chosen = relative === null ? chooseMentions(reading, inside, source) : [relative]
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
  const low = findFirst(mentions, start)
  const found: Mention[] = []
  // A mention may start a little before the source words: "the spokesman" where only "spokesman" was tagged.
  for (let i = Math.max(0, low - 4); i < mentions.length && mentions[i]!.start < end; i++) {
    const mention = mentions[i]!
    if (mention.end > start && source.includes(mention.token)) found.push(mention)
  }
  return found
}

/** The mention a relative pronoun stands for: the one right before it ("the mayor, who said"). */
function findAntecedent(reading: Reading, mentions: readonly Mention[], source: readonly number[]): Mention | null {
  const token = source[source.length - 1]!
  const { norm, start } = reading.tokens[token]!
  if (norm !== 'who' && norm !== 'which' && norm !== 'that') return null
  let best: Mention | null = null
  for (let i = findFirst(mentions, start) - 1; i >= 0 && start - mentions[i]!.start < 200; i--) {
    const mention = mentions[i]!
    if (mention.end > start || reading.sentence[mention.token] !== reading.sentence[token]) continue
    if (best === null || mention.end > best.end) best = mention
  }
  return best !== null && start - best.end <= 3 ? best : null
}

function findFirst(mentions: readonly Mention[], start: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** "Weiner's office" is the office, "the mayor's wife, Ann Lee" is Ann Lee: owners are not who speaks. */
function isOwner(reading: Reading, mention: Mention, source: readonly number[]): boolean {
  const after = reading.text.slice(mention.end, mention.end + 2)
  if (after !== "'s" && after !== '’s') return false
  return reading.tokens[source[source.length - 1]!]!.end > mention.end + 2
}

function chooseMentions(reading: Reading, all: readonly Mention[], source: readonly number[]): readonly Mention[] {
  const inside = all.filter((mention) => !isOwner(reading, mention, source))
  if (inside.length <= 1) return inside
  const head = findHead(reading, source)
  const heading = inside.filter((mention) => mention.token === head)
  const people = inside.filter((mention) => mention.type === 'person')
  const named = people.find((mention) => mention.form === 'name')
  // "John Doe, a spokesman for Acme": the person, not whom he speaks for. "Acme spokeswoman Jane Roe": the same.
  const first = named ?? heading[0] ?? people[0] ?? inside[0]!
  const joint = [first]
  for (const mention of inside) {
    const last = joint[joint.length - 1]!
    if (mention.start >= last.end && isJoined(reading, last, mention)) joint.push(mention)
  }
  return joint
}

/** Nothing but "and", "&" or a comma between them, and both of one kind. */
function isJoined(reading: Reading, a: Mention, b: Mention): boolean {
  if ((a.type === 'person') !== (b.type === 'person')) return false
  const between = reading.text.slice(a.end, b.start).trim().toLowerCase()
  return between === 'and' || between === '&' || between === ', and'
}

/** The token whose head lies outside the source; the last token where no parser ran. */
function findHead(reading: Reading, source: readonly number[]): number {
  const set = new Set(source)
  for (const i of source) {
    const head = reading.head[i]!
    if (head < 0 || !set.has(head)) return i
  }
  return source[source.length - 1]!
}
