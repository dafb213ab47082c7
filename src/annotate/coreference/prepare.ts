import type { Mention, Role, Sentence, Token } from '../layers.js'
import { findArguments } from './clauses.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import { draftNames } from './draftNames.js'
import { draftNominals } from './draftNominals.js'
import { draftPronouns } from './draftPronouns.js'
import { findPhrases } from './findPhrases.js'
import { countTold, findQuotes } from './findQuotes.js'
import { findRoles, type FoundRole } from './findRoles.js'
import type { Lexicon } from './lexicon.js'
import { genderByGivenName, linkNames } from './linkNames.js'
import { attachRole, roleGender } from './roleWords.js'
import type { Description } from './resolveNominal.js'

/** An account made ready for resolving: names linked, roles attached, descriptions and pronouns drafted. */
export interface Prepared {
  readonly reading: Reading
  /** Sorted by start, the shorter first. */
  readonly drafts: readonly DraftMention[]
  readonly descriptions: ReadonlyMap<DraftMention, Description>
  readonly entities: EntityState[]
  /** Second parts of coordinations with their first: "A and B" may be meant by "they". */
  readonly pairs: ReadonlyMap<DraftMention, DraftMention>
  /** Roles as worded, by entity. */
  readonly roles: readonly (readonly Role[])[]
}

/** Ways of address, no roles. */
const HONORIFICS: ReadonlySet<string> = new Set(['mr.', 'mrs.', 'ms.', 'miss', 'mr', 'mrs', 'ms', 'sir', 'madam'])

/** Everything that can be told of an account before its pronouns and descriptions are resolved. Linear in the text. */
export function prepare(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Prepared {
  const quotes = findQuotes(tokens, sentences)
  const reading: Reading = {
    text,
    tokens,
    sentences,
    quotes,
    told: countTold(tokens, sentences, quotes),
    arguments: findArguments(tokens),
    feminineShare: feminineShare(tokens),
  }
  const names = draftNames(reading, mentions, (word) => lexicon.feminine.has(word) || lexicon.masculine.has(word))
  const phrases = findPhrases(reading)
  const found = findRoles(reading, names, phrases).filter((role) => fitsGender(role, names, reading, lexicon))
  const entities = linkNames(names, found, reading, lexicon)
  const titles = found.filter((role) => role.how === 'title')
  const nominals = draftNominals(reading, phrases, names, titles)
  const byHead = new Map(nominals.drafts.map((draft) => [draft.token, draft]))
  const roles: Role[][] = entities.map(() => [])
  for (const role of found) {
    const entity = (names[role.name] as DraftMention).entity
    attachRole(role, entities[entity] as EntityState, reading)
    const start = (tokens[role.firstToken] as Token).start
    const end = (tokens[role.endToken - 1] as Token).end
    if (role.how !== 'identification' && !HONORIFICS.has(text.slice(start, end).toLowerCase()))
      roles[entity]?.push({ start, end, text: text.slice(start, end) })
    const described = role.how === 'title' ? undefined : byHead.get(role.head)
    if (described !== undefined && described.entity < 0) {
      described.entity = entity
      described.probability = 0.9
    }
  }
  attachByParse(names, byHead, reading)
  for (const list of roles) list.sort((a, b) => a.start - b.start || a.end - b.end)
  const drafts = [...names, ...nominals.drafts, ...draftPronouns(reading)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  return { reading, drafts, descriptions: nominals.descriptions, entities, pairs: findPairs(drafts, reading), roles }
}

/** Descriptions that the parse hangs on a name as an apposition, or a name on them. */
function attachByParse(
  names: readonly DraftMention[],
  byHead: ReadonlyMap<number, DraftMention>,
  reading: Reading,
): void {
  const nameAt = new Map(names.map((name) => [name.token, name]))
  const attach = (name: DraftMention | undefined, described: DraftMention | undefined): void => {
    if (name === undefined || described === undefined || described.entity >= 0) return
    if (name.type !== 'person' || described.type !== 'person') return
    if (name.gender !== null && described.gender !== null && name.gender !== described.gender) return
    described.entity = name.entity
    described.probability = 0.8
  }
  for (const [head, described] of byHead) {
    const token = reading.tokens[head] as Token
    if (token.relation === 'appos') attach(nameAt.get(token.head), described)
  }
  for (const name of names) {
    const token = reading.tokens[name.token] as Token
    if (token.relation === 'appos') attach(name, byHead.get(token.head))
  }
}

function feminineShare(tokens: readonly Token[]): number {
  let feminine = 0
  let all = 0
  for (const { norm } of tokens) {
    if (norm === 'she' || norm === 'her') feminine++
    if (norm === 'she' || norm === 'her' || norm === 'he' || norm === 'his' || norm === 'him') all++
  }
  return all === 0 ? 0.5 : feminine / all
}

/** "Tomas Orr, his mother, …" is a list: a woman's role for a man's name is somebody else's. */
function fitsGender(role: FoundRole, names: readonly DraftMention[], reading: Reading, lexicon: Lexicon): boolean {
  const told = roleGender(role, reading)
  if (told === null || role.how === 'title') return true
  const name = names[role.name] as DraftMention
  const own = name.gender ?? genderByGivenName([name.parts], lexicon)
  return own === null || own === told
}

/** People joined by "and" alone, by the second. */
function findPairs(drafts: readonly DraftMention[], reading: Reading): Map<DraftMention, DraftMention> {
  const pairs = new Map<DraftMention, DraftMention>()
  const ending = new Map<number, DraftMention>()
  for (const draft of drafts) {
    if (draft.type !== 'person' || draft.form === 'pronoun') continue
    const and = draft.firstToken - 1
    const first = reading.tokens[and]?.norm === 'and' ? ending.get(and) : undefined
    if (first !== undefined && first.sentence === draft.sentence) pairs.set(draft, first)
    ending.set(draft.endToken, draft)
  }
  return pairs
}
