import type { Token } from '../layers.js'
import { agrees, isPartOf } from './agreement.js'
import type { Chooser } from './choose.js'
import { findClauseLinks } from './clauses.js'
import { grammaticalRole } from './grammar.js'
import { rankBySalience } from './salience.js'
import { findMembers } from './findMembers.js'
import type { Prepared } from './prepare.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import { isKinNoun, nounClass, nounsLike } from './nouns.js'
import type { PronounKind } from './pronouns.js'
import { type Candidate, noneFeatures, pronounClass, pronounFeatures, sentencesBetween } from './pronounFeatures.js'
import { type Description, resolveKnownOffice, resolveNominal } from './resolveNominal.js'

/** Sentences looked back over: further antecedents are rarer than mistakes. */
const REACH = 4
/** Candidates weighed for one pronoun; "he" and "she" mean nobody further back. */
const MOST_CANDIDATES = 24
const MOST_PEOPLE = 12
/** Sentences looked ahead for whom an account that opens with a pronoun is about. */
const LOOK_AHEAD = 6
/** Entities kept in view. */
const MOST_RECENT = 60

/**
 * Gives descriptions and pronouns their entities in one pass from the front. New entities for descriptions that resolve to
 * none are appended to `entities`. Linear: every step looks back over a bounded number of entities.
 */
export function resolveMentions(prepared: Prepared, choose: Chooser): void {
  new Resolver(prepared, choose).run()
}

/** Places that are told when all candidates are there. */
const UNRANKED = { salience: 0, sure: 0, fitting: -1, nearer: -1 } as const

const LINKS: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains', 'remained', "'s"])

class Resolver {
  readonly #drafts: readonly DraftMention[]
  readonly #pairs: ReadonlyMap<DraftMention, DraftMention>
  readonly #descriptions: ReadonlyMap<DraftMention, Description>
  readonly #entities: EntityState[]
  readonly #reading: Reading
  readonly #choose: Chooser
  /** Whether anybody was named or described so far. */
  #hasPerson = false
  /** Entities by falling recency. */
  #recent: number[] = []
  readonly #byNoun = new Map<string, number[]>()
  readonly #relations = new Map<string, number>()
  readonly #entityAt = new Map<number, number>()
  /** The last resolved pronoun of each gender. */
  readonly #pronouns = new Map<PronounKind['gender'], DraftMention>()

  constructor(prepared: Prepared, choose: Chooser) {
    this.#drafts = prepared.drafts
    this.#pairs = prepared.pairs
    this.#descriptions = prepared.descriptions
    this.#entities = prepared.entities
    this.#reading = prepared.reading
    this.#choose = choose
    prepared.entities.forEach((entity, number) => {
      this.#index(number, entity)
    })
    // Names are known before they are read: a clause may be said of somebody named behind the pronoun.
    for (const draft of prepared.drafts) if (draft.form === 'name') this.#place(draft)
  }

  run(): void {
    this.#drafts.forEach((draft, index) => {
      const description = this.#descriptions.get(draft)
      if (draft.form === 'pronoun' && draft.pronoun !== null) this.#resolvePronoun(draft, draft.pronoun, index)
      else if (draft.form === 'nominal') this.#resolveDescription(draft, description)
      if (draft.entity >= 0) this.#see(draft)
      const first = this.#pairs.get(draft)
      if (first !== undefined && first.entity >= 0 && draft.entity >= 0) this.#seePair(first, draft)
    })
  }

  #index(number: number, entity: EntityState): void {
    for (const role of entity.roles) this.#addNoun(role.noun, number)
    if (entity.named) for (const word of entity.nameWords) this.#addNoun(word, number)
  }

  #addNoun(noun: string, number: number): void {
    const list = this.#byNoun.get(noun)
    if (list === undefined) this.#byNoun.set(noun, [number])
    // 40: the same noun for more entities than that is a list, and tells nobody apart.
    else if (!list.includes(number)) {
      list.push(number)
      if (list.length > 40) list.shift()
    }
  }

  #see(draft: DraftMention): void {
    const entity = this.#entities[draft.entity] as EntityState
    if (entity.type === 'person' && draft.form !== 'pronoun') this.#hasPerson = true
    entity.count++
    // In "Quill, the mayor, left" the name does what the clause says; the apposition stands beside it.
    if (draft.form !== 'nominal' || entity.last?.sentence !== draft.sentence || !this.#isBeside(draft))
      entity.last = draft
    entity.first ??= draft
    if (grammaticalRole(this.#reading, draft) === 'subject') entity.subject = draft
    this.#place(draft)
    const old = this.#recent.indexOf(draft.entity)
    if (old >= 0) this.#recent.splice(old, 1)
    this.#recent.unshift(draft.entity)
    if (this.#recent.length > MOST_RECENT) this.#recent.pop()
  }

  #place(draft: DraftMention): void {
    for (let i = draft.firstToken; i < draft.endToken; i++) {
      if (!this.#entityAt.has(i) || i === draft.token) this.#entityAt.set(i, draft.entity)
    }
  }

  /** "A and B" as something "they" may mean; never shown itself. */
  #seePair(first: DraftMention, second: DraftMention): void {
    if (first.entity === second.entity) return
    const entity = this.#entities.length
    const draft: DraftMention = {
      ...first,
      end: second.end,
      endToken: second.endToken,
      type: 'group',
      form: 'nominal',
      entity,
    }
    this.#entities.push({ ...groupState([first.entity, second.entity]), kept: false })
    this.#see(draft)
  }

  #resolveDescription(draft: DraftMention, description: Description | undefined): void {
    const phrase = draft.phrase
    if (phrase === null || draft.entity >= 0) {
      if (draft.entity >= 0 && phrase !== null) this.#relate(draft)
      return
    }
    if (description === undefined) {
      draft.entity = this.#create(draft, undefined)
      return
    }
    const subject = this.#predicated(draft)
    if (subject >= 0) {
      draft.entity = subject
      draft.probability = 0.8
      this.#describe(subject, description)
      return
    }
    const members = findMembers(draft, phrase, this.#recent, this.#entities)
    if (members.length > 0) {
      draft.entity = this.#entities.push(groupState(members)) - 1
      draft.members = members
      draft.probability = 0.7
      return
    }
    const relation = this.#relationKey(draft)
    const related = relation === null ? undefined : this.#relations.get(relation)
    if (related !== undefined && (this.#entities[related] as EntityState).plural === phrase.plural) {
      draft.entity = related
      draft.probability = 0.8
      return
    }
    const isAnaphoric =
      phrase.determiner === 'definite' ||
      phrase.determiner === 'demonstrative' ||
      (phrase.determiner === 'possessive' && relation === null) ||
      (phrase.determiner === 'bare' && description.kind === 'people')
    if (isAnaphoric) {
      draft.entity = resolveNominal(
        draft,
        description,
        this.#entities,
        this.#candidatesFor(description.noun),
        (token) => (this.#reading.tokens[token] as Token).sentence,
      )
      if (draft.entity < 0) draft.entity = resolveKnownOffice(draft, description, this.#entities)
      draft.probability = 0.75
    }
    if (draft.entity < 0) {
      draft.entity = this.#create(draft, description)
      draft.probability = 0.7
    }
    this.#relate(draft)
  }

  #isBeside(draft: DraftMention): boolean {
    const role = grammaticalRole(this.#reading, draft)
    return role === 'appositive' || role === 'predicate' || this.#reading.tokens[draft.firstToken - 1]?.norm === ','
  }

  /** The person that a phrase after "he is" or "she became" says something of; -1 elsewhere. */
  #predicated(draft: DraftMention): number {
    const { tokens } = this.#reading
    let i = draft.firstToken - 1
    if (tokens[i]?.pos === 'ADV') i--
    if (!LINKS.has(tokens[i]?.norm ?? '')) return -1
    if (tokens[i - 1]?.pos === 'ADV') i--
    const norm = tokens[i - 1]?.norm
    if (draft.phrase?.plural === true || (norm !== 'he' && norm !== 'she' && norm !== 'who')) return -1
    return this.#entityAt.get(norm === 'who' ? i - (tokens[i - 2]?.norm === ',' ? 3 : 2) : i - 1) ?? -1
  }

  #describe(number: number, description: Description): void {
    this.#entities[number]?.roles.push(description)
    this.#addNoun(description.noun, number)
  }

  #candidatesFor(noun: string): readonly number[] {
    const out = new Set(this.#byNoun.get(noun) ?? [])
    for (const other of nounsLike(noun)) for (const number of this.#byNoun.get(other) ?? []) out.add(number)
    // The bodies in view, for "the company".
    if (out.size === 0 || nounClass(noun)?.kind === 'body')
      for (const number of this.#recent.slice(0, noun === 'kingdom' ? MOST_RECENT : 12)) out.add(number)
    return [...out]
  }

  /** "his wife" and "Orr's wife" are one person as long as "his" means Orr. */
  #relationKey(draft: DraftMention): string | null {
    const phrase = draft.phrase
    if (phrase === null || phrase.possessor < 0 || !isKinNoun(phrase.noun)) return null
    const owner = this.#entityAt.get(phrase.possessor)
    return owner === undefined ? null : `${owner} ${phrase.noun}`
  }

  #relate(draft: DraftMention): void {
    const key = this.#relationKey(draft)
    if (key !== null && !this.#relations.has(key)) this.#relations.set(key, draft.entity)
  }

  #create(draft: DraftMention, description: Description | undefined): number {
    const phrase = draft.phrase
    const number = this.#entities.length
    const entity: EntityState = {
      type: draft.type,
      gender: draft.gender ?? (draft.type === 'person' ? 'unknown' : 'neutral'),
      leaning: null,
      ending: null,
      plural: phrase?.plural === true || description?.kind === 'people',
      named: false,
      kept: description !== undefined,
      roles: description === undefined ? [] : [description],
      nameWords: new Set(),
      members: [],
      nameTokens: [],
      prominence: -1,
      count: 0,
      last: null,
      first: null,
      subject: null,
    }
    this.#entities.push(entity)
    if (description !== undefined) this.#addNoun(description.noun, number)
    return number
  }

  #resolvePronoun(draft: DraftMention, kind: PronounKind, index: number): void {
    const candidates = rankBySalience(this.#gather(draft, kind, index), draft, kind, this.#entities, this.#reading)
    const links = this.#linksOf(draft, kind)
    const features: (readonly string[])[] = candidates.map((candidate) => {
      const own = pronounFeatures(draft, kind, candidate, this.#entities, this.#reading)
      for (const { entity, label } of links) if (entity === candidate.entity) own.push(label)
      return own
    })
    features.push(noneFeatures(draft, kind, this.#reading))
    const { index: chosen, probability } = this.#choose({
      pronoun: draft,
      kind: pronounClass(kind),
      candidates,
      features,
    })
    const candidate = candidates[chosen]
    if (kind.gender !== 'neutral' && kind.gender !== 'plural' && !this.#hasPerson) {
      this.#lookAhead(draft, kind, index)
      if (draft.entity >= 0) return
    }
    if (candidate === undefined) return
    draft.entity = candidate.entity
    draft.probability = probability
    this.#pronouns.set(kind.gender, draft)
    const entity = this.#entities[candidate.entity] as EntityState
    draft.members = entity.members
    if (entity.type === 'person' && (kind.gender === 'feminine' || kind.gender === 'masculine')) {
      entity.leaning = kind.gender
      // 0.8: such choices are right nine times in ten.
      if (entity.gender === 'unknown' && probability >= 0.8) entity.gender = kind.gender
    }
  }

  /** What the clauses around a pronoun say of each entity. */
  #linksOf(draft: DraftMention, kind: PronounKind): readonly { readonly entity: number; readonly label: string }[] {
    const form = kind.reflexive ? 'reflexive' : kind.possessive ? 'possessive' : kind.subject ? 'subject' : 'object'
    const out: { entity: number; label: string }[] = []
    for (const { token, label } of findClauseLinks(this.#reading, draft, form)) {
      const entity = this.#entityAt.get(token)
      if (entity !== undefined) out.push({ entity, label })
    }
    const chained = this.#pronouns.get(kind.gender)
    if (chained !== undefined && chained.entity >= 0) {
      const back = sentencesBetween(draft, chained, this.#reading)
      if (back <= 2) out.push({ entity: chained.entity, label: `chain=${back}` })
    }
    return out
  }

  /** "He has promised much. … Roe, the mayor, …": where nobody was named yet, the pronoun means the first who is. */
  #lookAhead(draft: DraftMention, kind: PronounKind, index: number): void {
    for (let i = index + 1; i < this.#drafts.length; i++) {
      const mention = this.#drafts[i] as DraftMention
      if (mention.sentence - draft.sentence > LOOK_AHEAD) return
      if (mention.form !== 'name' || mention.type !== 'person' || mention.entity < 0) continue
      const entity = this.#entities[mention.entity] as EntityState
      if (entity.type !== 'person' || !agrees(kind, entity)) continue
      if (entity.gender !== 'unknown' && entity.gender !== kind.gender) continue
      draft.entity = mention.entity
      draft.probability = 0.5
      return
    }
  }

  #gather(draft: DraftMention, kind: PronounKind, index: number): readonly Candidate[] {
    const out: Candidate[] = []
    const most = pronounClass(kind) === 'person' ? MOST_PEOPLE : MOST_CANDIDATES
    for (const number of this.#recent) {
      const entity = this.#entities[number] as EntityState
      const mention = entity.last
      if (mention === null || sentencesBetween(draft, mention, this.#reading) > REACH) continue
      if (!agrees(kind, entity) || isPartOf(draft, mention)) continue
      out.push({ entity: number, mention, rank: out.length, cataphoric: false, ...UNRANKED })
      if (out.length >= most) break
    }
    // Forward only in the same sentence: "Before he left, Orr …".
    for (let i = index + 1; i < Math.min(this.#drafts.length, index + 12); i++) {
      const mention = this.#drafts[i] as DraftMention
      if (mention.sentence !== draft.sentence) break
      if (mention.form !== 'name' || mention.entity < 0) continue
      const entity = this.#entities[mention.entity] as EntityState
      if (!agrees(kind, entity) || out.some((candidate) => candidate.entity === mention.entity)) continue
      out.push({ entity: mention.entity, mention, rank: out.length, cataphoric: true, ...UNRANKED })
    }
    return out
  }
}

function groupState(members: readonly number[]): EntityState {
  return {
    type: 'group',
    gender: 'neutral',
    leaning: null,
    ending: null,
    plural: true,
    named: false,
    kept: true,
    roles: [],
    nameWords: new Set(),
    members,
    nameTokens: [],
    prominence: -1,
    count: 0,
    last: null,
    first: null,
    subject: null,
  }
}
