import type { Mention, Role, Sentence, Token } from '../layers.js'
import { majorityType } from './buildEntities.js'
import { clusterNames } from './clusterNames.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import { draftNames } from './draftNames.js'
import { draftNominals } from './draftNominals.js'
import { findPhrases } from './findPhrases.js'
import { findQuotes } from './findQuotes.js'
import { findRoles, type FoundRole } from './findRoles.js'
import { foldName } from './foldName.js'
import type { Lexicon } from './lexicon.js'
import { nounClass, singularOf } from './nouns.js'
import { pronounKind } from './pronouns.js'
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

const FORMER: ReadonlySet<string> = new Set(['former', 'ex', 'late', 'onetime', 'previous'])

/** Everything that can be told of an account before its pronouns and descriptions are resolved. Linear in the text. */
export function prepare(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Prepared {
  const reading: Reading = { text, tokens, sentences, quotes: findQuotes(tokens, sentences) }
  const names = draftNames(reading, mentions)
  const phrases = findPhrases(reading)
  const found = findRoles(reading, names, phrases)
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
    if (role.how !== 'identification') roles[entity]?.push({ start, end, text: text.slice(start, end) })
    const described = role.how === 'title' ? undefined : byHead.get(role.head)
    if (described !== undefined && described.entity < 0) {
      described.entity = entity
      described.probability = 0.9
    }
  }
  for (const list of roles) list.sort((a, b) => a.start - b.start || a.end - b.end)
  const drafts = [...names, ...nominals.drafts, ...draftPronouns(reading)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  return { reading, drafts, descriptions: nominals.descriptions, entities, pairs: findPairs(drafts, reading), roles }
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

function linkNames(
  names: readonly DraftMention[],
  found: readonly FoundRole[],
  reading: Reading,
  lexicon: Lexicon,
): EntityState[] {
  const told = new Map<number, 'feminine' | 'masculine'>()
  for (const role of found) {
    const gender = nounClass(singularOf((reading.tokens[role.head] as Token).norm).noun)?.gender
    if (gender !== null && gender !== undefined) told.set(role.name, gender)
  }
  const uses = names.map((draft, index) => ({
    type: draft.type,
    parts: draft.parts as NonNullable<DraftMention['parts']>,
    gender: draft.gender ?? told.get(index) ?? null,
    sentence: draft.sentence,
  }))
  const numbers = clusterNames(uses, lexicon)
  const groups: number[][] = []
  names.forEach((draft, index) => {
    draft.entity = numbers[index] as number
    const group = groups[draft.entity]
    if (group === undefined) groups[draft.entity] = [index]
    else group.push(index)
  })
  const entities = groups.map((group): EntityState => {
    const type = majorityType(group.map((index) => (names[index] as DraftMention).type))
    const gender = group.map((index) => uses[index]?.gender).find((known) => known !== null && known !== undefined)
    const own = group.map((index) => (names[index] as DraftMention).parts)
    return {
      type,
      gender: type === 'person' ? (gender ?? genderByGivenName(own, lexicon) ?? 'unknown') : 'neutral',
      leaning: type === 'person' ? leaningOf(own, lexicon) : null,
      plural: type === 'group',
      named: true,
      kept: true,
      roles: [],
      nameWords: new Set(own.flatMap((parts) => parts?.words ?? [])),
      members: [],
      nameTokens: group.map((index) => (names[index] as DraftMention).token),
      prominence: -1,
      count: 0,
      last: null,
      first: null,
    }
  })
  entities
    .filter((entity) => entity.type === 'person')
    .sort((a, b) => b.nameTokens.length - a.nameTokens.length)
    .forEach((entity, place) => {
      entity.prominence = place
    })
  return entities
}

/** By the given name of a full name. */
function genderByGivenName(names: readonly DraftMention['parts'][], lexicon: Lexicon): 'feminine' | 'masculine' | null {
  for (const parts of names) {
    for (const word of parts?.words.slice(0, -1) ?? []) {
      if (lexicon.feminine.has(word)) return 'feminine'
      if (lexicon.masculine.has(word)) return 'masculine'
    }
  }
  return null
}

/** By a bare name, which may be a surname that is a given name too: one in ten misleads. */
function leaningOf(names: readonly DraftMention['parts'][], lexicon: Lexicon): 'feminine' | 'masculine' | null {
  for (const parts of names) {
    const word = parts?.words.at(-1)
    if (word === undefined) continue
    if (lexicon.feminine.has(word)) return 'feminine'
    if (lexicon.masculine.has(word)) return 'masculine'
  }
  return null
}

function attachRole(role: FoundRole, entity: EntityState, reading: Reading): void {
  const words: string[] = []
  let former = false
  for (let i = role.firstToken; i < role.endToken; i++) {
    if (i === role.head) continue
    const word = foldName((reading.tokens[i] as Token).norm)
    if (FORMER.has(word)) former = true
    else if (word.length > 2 || word === 'us' || word === 'uk' || word === 'eu') words.push(word)
  }
  const head = (reading.tokens[role.head] as Token).norm.replace(/\.$/, '')
  const noun = LONG_TITLES.get(head) ?? singularOf(head).noun
  if (!entity.roles.some((known) => known.noun === noun && known.words.join() === words.join())) {
    entity.roles.push({ noun, words, former })
  }
}

const LONG_TITLES: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['lt', 'lieutenant'],
  ['col', 'colonel'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['dr', 'doctor'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
])

function draftPronouns(reading: Reading): DraftMention[] {
  const drafts: DraftMention[] = []
  for (let i = 0; i < reading.tokens.length; i++) {
    const token = reading.tokens[i] as Token
    const kind = token.norm.length <= 10 ? pronounKind(token.norm) : null
    if (kind === null) continue
    drafts.push({
      start: token.start,
      end: token.end,
      token: i,
      firstToken: i,
      endToken: i + 1,
      sentence: token.sentence,
      type: kind.gender === 'neutral' || kind.gender === 'plural' ? 'other' : 'person',
      form: 'pronoun',
      parts: null,
      pronoun: kind,
      phrase: null,
      gender: kind.gender === 'feminine' || kind.gender === 'masculine' ? kind.gender : null,
      entity: -1,
      probability: 0,
      members: [],
    })
  }
  return drafts
}
