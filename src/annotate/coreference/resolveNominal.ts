import type { DraftMention, EntityState, Reading, RoleWords } from './draft.js'
import type { Phrase } from './findPhrases.js'
import { canBeSameRole, nounClass } from './nouns.js'
import { countryOf } from './places.js'
import { wordsAround } from './roleWords.js'

/** What a description says. */
export interface Description extends RoleWords {
  readonly kind: 'person' | 'people' | 'body' | 'place'
}

/** A link below this is left out: a wrong entity costs more than none. */
const THRESHOLD = 2.4

/** Nouns of people that mean things where "of" follows. */
const IMPERSONAL: ReadonlySet<string> = new Set([
  'source',
  'subject',
  'agent',
  'host',
  'model',
  'star',
  'guide',
  'minor',
])

/** Reads a phrase as a description; null where its noun names neither people nor bodies nor places. */
export function describePhrase(reading: Reading, phrase: Phrase, end: number): Description | null {
  if (phrase.nounClass === null) return null
  // "a source of energy", "the subject of study": nobody.
  if (IMPERSONAL.has(phrase.noun) && reading.tokens[phrase.endToken]?.norm === 'of') return null
  return {
    noun: phrase.noun,
    kind: phrase.plural && phrase.nounClass.kind === 'person' ? 'people' : phrase.nounClass.kind,
    ...wordsAround(reading, phrase.firstToken, end, phrase.head),
  }
}

/**
 * The entity that a definite description means; -1 where none fits well enough.
 *
 * A role in the same noun, or a name that holds it ("the court" for the Trade Court), speaks for an entity; other
 * nationalities and other modifiers against it; nearness and frequency decide between equals. Only the entities numbered in
 * `candidates` are looked at.
 */
export function resolveNominal(
  draft: DraftMention,
  description: Description,
  entities: readonly EntityState[],
  candidates: readonly number[],
  sentenceOf: (token: number) => number,
): number {
  let best = -1
  let bestScore = THRESHOLD
  // Where several forces are named, "police" may be any of them.
  const isVague = isPolice(description) && candidates.filter((number) => isForce(entities[number])).length > 1
  for (const number of candidates) {
    const entity = entities[number] as EntityState
    if (!entity.kept || (entity.last === null && !isExpected(draft, description, entity, sentenceOf))) continue
    if (isVague && isForce(entity)) continue
    const score = scoreNominal(draft, description, entity)
    if (score > bestScore) {
      best = number
      bestScore = score
    }
  }
  return best
}

// 2 sentences: a description before its name is explained at once.
const SOON = 2

/**
 * Whether a description may mean somebody named only behind it: soon, or told in the same words, or among the two whom the account
 * names most often. "The president" is nobody named once in the last paragraph.
 */
function isExpected(
  draft: DraftMention,
  description: Description,
  entity: EntityState,
  sentenceOf: (token: number) => number,
): boolean {
  const first = entity.nameTokens[0]
  if (!entity.named || first === undefined) return false
  if (entity.type !== 'person' || (entity.prominence <= 1 && entity.nameTokens.length > 1)) return true
  if (sentenceOf(first) - draft.sentence <= SOON) return true
  return entity.roles.some(({ words }) => words.some((word) => description.words.includes(word)))
}

function isPolice(description: Description): boolean {
  return description.noun === 'police' && description.words.length === 0
}

// 3 sentences: further on, other forces may have come in.
const BESIDE = 3

function isBeside(draft: DraftMention, { last }: EntityState): boolean {
  return last !== null && draft.sentence - last.sentence <= BESIDE
}

/** A named police force. */
function isForce(entity: EntityState | undefined): boolean {
  return entity?.named === true && entity.type === 'organization' && entity.nameWords.has('police')
}

function scoreNominal(draft: DraftMention, description: Description, entity: EntityState): number {
  if (!isKindCompatible(draft, description, entity)) return Number.NEGATIVE_INFINITY
  const fit = Math.max(fitOfRoles(description, entity), fitOfName(description, entity))
  if (fit <= 0) return Number.NEGATIVE_INFINITY
  const distance = entity.last === null ? 6 : draft.sentence - entity.last.sentence
  return fit - 0.08 * Math.min(10, distance) + Math.min(0.9, 0.1 * Math.max(entity.count, entity.nameTokens.length))
}

function isKindCompatible(draft: DraftMention, description: Description, entity: EntityState): boolean {
  if (description.kind === 'person') {
    if (entity.type !== 'person' || entity.plural) return false
    const gender = draft.gender
    return gender === null || entity.gender === 'unknown' || entity.gender === 'neutral' || entity.gender === gender
  }
  if (entity.type === 'person') return false
  if (isPolice(description) && isForce(entity)) return isBeside(draft, entity)
  if (description.kind === 'people') return entity.plural && !entity.named && isSamePeople(draft, description, entity)
  return entity.named ? draft.phrase?.plural !== true : entity.plural === draft.phrase?.plural
}

/** "the Quill campaign" is not "the Orr campaign". */
function isOtherName(a: RoleWords, b: RoleWords): boolean {
  return a.names.length > 0 && b.names.length > 0 && !a.names.some((name) => b.words.includes(name))
}

/** Numbers must not differ, and where no article says that they are known, no other word either. */
function isSamePeople(draft: DraftMention, description: Description, entity: EntityState): boolean {
  const isBare = draft.phrase?.determiner === 'bare'
  if (isBare && (description.noun === 'people' || description.noun === 'person')) return false
  return entity.roles.some((role) => {
    if (isBare) return role.words.join() === description.words.join()
    const count = (words: readonly string[]): string => words.filter((word) => /^\d/.test(word)).join()
    return count(role.words) === count(description.words) || count(description.words) === ''
  })
}

function fitOfRoles(description: Description, entity: EntityState): number {
  let best = 0
  for (const role of entity.roles) {
    const exact = role.noun === description.noun
    if (!exact && (description.kind === 'people' || !canBeSameRole(role.noun, description.noun))) continue
    if (isOtherName(description, role)) continue
    let fit = exact ? 3.4 : 2.6
    const country = countryAmong(description.words)
    const other = countryAmong(role.words)
    if (country !== null && other !== null && country !== other) continue
    if (country !== null && other === null) fit -= 1
    if (country === null && other !== null) fit -= 0.4
    for (const word of description.words) {
      if (role.words.includes(word)) fit += 0.6
      else if (entity.nameWords.has(word)) fit += 0.3
      else if (countryOf(word) === null) fit -= entity.named ? 0.7 : 1.2
    }
    if (description.former !== role.former) fit -= description.former ? 0.8 : 0.3
    if (fit > best) best = fit
  }
  return best
}

/** "the court" for "Northern Trade Court", "the committee" for "Budget Committee". */
function fitOfName(description: Description, entity: EntityState): number {
  if (isPolice(description)) return isForce(entity) ? 3 : 0
  if (description.kind !== 'body' && description.kind !== 'place') return 0
  if (!entity.nameWords.has(description.noun)) {
    return Math.max(fitOfCompany(description, entity), fitOfKingdom(description, entity))
  }
  let fit = 3
  for (const word of description.words) fit += entity.nameWords.has(word) ? 0.5 : -1
  return fit
}

/** "the company" for the one that the account is about: often named, never as another kind of body. */
function fitOfCompany(description: Description, entity: EntityState): number {
  if (!COMPANY_NOUNS.has(description.noun) || description.words.length > 0) return 0
  if (!entity.named || entity.type !== 'organization' || entity.nameTokens.length < 2) return 0
  for (const word of entity.nameWords) if (nounClass(word)?.kind === 'body' && !COMPANY_NOUNS.has(word)) return 0
  return 2.1
}

/** "the kingdom" for a country that is one. */
function fitOfKingdom(description: Description, entity: EntityState): number {
  if (description.noun !== 'kingdom' || description.words.length > 0 || !entity.named) return 0
  return entity.type === 'place' && KINGDOMS.some((name) => name.every((word) => entity.nameWords.has(word))) ? 3 : 0
}

const KINGDOMS: readonly (readonly string[])[] = [
  'saudi arabia',
  'jordan',
  'bahrain',
  'morocco',
  'thailand',
  'cambodia',
  'bhutan',
  'tonga',
  'lesotho',
  'eswatini',
  'belgium',
  'netherlands',
  'denmark',
  'norway',
  'sweden',
  'spain',
].map((name) => name.split(' '))

const COMPANY_NOUNS: ReadonlySet<string> = new Set([
  'company',
  'firm',
  'corporation',
  'manufacturer',
  'retailer',
  'airline',
  'carmaker',
])

function countryAmong(words: readonly string[]): string | null {
  for (const word of words) {
    const country = countryOf(word)
    if (country !== null) return country
  }
  return null
}

/** Offices that an account may take for known: who holds them need not be told. */
const KNOWN_OFFICES: ReadonlySet<string> = new Set(['president', 'premier', 'chancellor', 'governor', 'mayor'])

/**
 * Whom "the president" means where the account gives nobody this role: the person it is about, if it names no role of theirs, as only
 * the well known are introduced by their name alone. -1 where that is nobody.
 */
export function resolveKnownOffice(
  draft: DraftMention,
  description: Description,
  entities: readonly EntityState[],
): number {
  if (description.kind !== 'person' || description.words.length > 0 || description.former) return -1
  if (draft.phrase?.determiner !== 'definite' || !KNOWN_OFFICES.has(description.noun)) return -1
  // "the next president" is somebody else.
  if (draft.phrase.head !== draft.phrase.firstToken + 1) return -1
  const number = entities.findIndex((entity) => entity.prominence === 0)
  const entity = entities[number]
  // 3 names: whom the account names less often it is not about.
  if (entity === undefined || entity.last === null || entity.nameTokens.length < 3 || entity.roles.length > 0) return -1
  return number
}
