import type { Quantity, Time } from '../../annotate/index.js'
import type { Vectors } from '../../annotate/vectors/index.js'
import type { Claim } from '../../claim/index.js'
import { type Document, getLayer } from '../../document/index.js'
import type { LayerRef, StoryEntity } from '../findings.js'
import { type Bag, createBag, sumVectors } from './bag.js'
import { type ClaimNode, collectNodes } from './collectNodes.js'
import { createStoryIndex, type StoryIndex } from './storyIndex.js'
import { type NewsCounts, TermTable } from './termTable.js'

/** A claim made ready for comparing: numbers instead of words. */
export interface Profile {
  /** Index of the document in the story and of the claim in the document. */
  readonly document: number
  readonly index: number
  readonly claim: Claim
  readonly bag: Bag
  /** Stems of the whole sentence, and of it with the sentences before and after. */
  readonly sentenceBag: Bag
  readonly contextBag: Bag
  /** Stems in reading order, repeated ones too. */
  readonly sequence: Int32Array
  readonly verbs: ReadonlySet<number>
  readonly nouns: ReadonlySet<number>
  readonly names: ReadonlySet<number>
  /** Stems of numerals. */
  readonly numbers: ReadonlySet<number>
  /** Stem of the predicate; -1 when it is no content word. */
  readonly predicate: number
  /** Stems and story entities (below zero) of those who act, and of those and that which is acted on. */
  readonly agents: ReadonlySet<number>
  readonly patients: ReadonlySet<number>
  /** Lemma of the reporting word; null in the reporter's voice. */
  readonly cue: string | null
  /** Numbers of story entities, and the one named first; -1 where none. */
  readonly entities: ReadonlySet<number>
  readonly firstName: number
  readonly speakers: ReadonlySet<number>
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  readonly quoted: boolean
  /** Number of the group of quotations it belongs to; -1 where none. */
  readonly quoteGroup: number
  /** Sum of the words' vectors times weight, of length 1; null when no word has one. */
  readonly vector: Float32Array | null
  /** Place in the account, 0 the first claim, 1 the last. */
  readonly place: number
}

/** The story's claims, those in the same words as one, in the order of documents and reading. */
export interface StoryProfiles {
  readonly nodes: readonly ClaimNode[]
  /** One for each node, made from its first place. */
  readonly profiles: readonly Profile[]
  /** For each document, the node of each claim. */
  readonly nodeOf: readonly Int32Array[]
  readonly documents: number
  readonly terms: TermTable
  readonly index: StoryIndex
}

/** Groups of quotations, as `groupQuotes` gives them: only who is with whom is used. */
export type QuoteMembers = readonly { readonly members: readonly LayerRef[] }[]

/** What is known of words from outside the story. */
export interface WordKnowledge {
  readonly news: NewsCounts
  readonly vectors: Vectors
}

/** Makes the profiles of all claims of a story. Linear in the claims. */
export function createProfiles(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  quoteGroups: QuoteMembers,
  { news, vectors }: WordKnowledge,
): StoryProfiles {
  const terms = new TermTable(news, vectors)
  const sentenceTerms = documents.map((document) => countTerms(document, terms))
  const nodes = collectNodes(documents)
  const nodeOf = documents.map((document) => new Int32Array(getLayer(document, 'claims').length))
  nodes.forEach((node, n) => {
    for (const { document, index } of node) nodeOf[document]![index] = n
  })
  const refer = {
    entityOf: numberMembers(
      entities.map(({ members }) => members.map((m) => ({ documentId: m.documentId, index: m.entity }))),
    ),
    groupOf: numberMembers(quoteGroups.map(({ members }) => members)),
  }
  const bags = documents.map(() => new Map<number, readonly [Bag, Bag]>())
  const profiles = nodes.map((node) => {
    const { document: d, index } = node[0]!
    const sentence = getLayer(documents[d]!, 'claims')[index]!.sentence
    let pair = bags[d]!.get(sentence)
    if (pair === undefined) {
      const words = (n: number): readonly number[] => sentenceTerms[d]!.get(n) ?? []
      const near = [...words(sentence - 1), ...words(sentence), ...words(sentence + 1)]
      pair = [createBag(words(sentence), terms), createBag(near, terms)]
      bags[d]!.set(sentence, pair)
    }
    return createProfile(documents[d]!, { document: d, index, sentenceBag: pair[0], contextBag: pair[1] }, terms, refer)
  })
  const index = createStoryIndex(documents, profiles, terms)
  return { nodes, profiles, nodeOf, documents: documents.length, terms, index }
}

interface References {
  readonly entityOf: ReadonlyMap<string, number>
  readonly groupOf: ReadonlyMap<string, number>
}

function createProfile(
  document: Document,
  place: Pick<Profile, 'document' | 'index' | 'sentenceBag' | 'contextBag'>,
  terms: TermTable,
  { entityOf, groupOf }: References,
): Profile {
  const claims = getLayer(document, 'claims')
  const claim = claims[place.index]!
  const sequence = Int32Array.from(claim.terms, (term) => terms.idOf(term.lemma))
  const bag = createBag(sequence, terms)
  const stems = (pos: string): ReadonlySet<number> =>
    createSet(claim.terms.flatMap((term, i) => (term.pos === pos ? [sequence[i]!] : [])))
  const attribution = claim.attribution < 0 ? undefined : getLayer(document, 'attributions')[claim.attribution]
  const storyEntities = (list: readonly number[]): number[] =>
    list.flatMap((entity) => entityOf.get(`${document.id}\n${entity}`) ?? [])
  const entities = storyEntities(claim.entities)
  const partakers = (roles: readonly string[]): ReadonlySet<number> =>
    createSet(
      claim.participants.flatMap(({ role, entity, head }) =>
        roles.includes(role) ? [terms.idOf(head), ...storyEntities([entity]).map((e) => -1 - e)] : [],
      ),
    )
  const predicate = claim.terms.findIndex((term) => term.start === claim.predicate.span.start)
  return {
    ...place,
    claim,
    bag,
    sequence,
    verbs: stems('VERB'),
    nouns: stems('NOUN'),
    names: stems('PROPN'),
    numbers: stems('NUM'),
    predicate: predicate < 0 ? -1 : sequence[predicate]!,
    agents: partakers(['agent']),
    patients: partakers(['patient', 'recipient', 'attribute']),
    cue: attribution?.cueLemma ?? null,
    entities: createSet(entities),
    firstName: entities[0] ?? -1,
    speakers: createSet(storyEntities(attribution?.speaker.entities ?? [])),
    quantities: claim.quantities.map((q) => getLayer(document, 'quantities')[q]!),
    times: claim.times.map((t) => getLayer(document, 'times')[t]!),
    quoted: attribution !== undefined && attribution.kind !== 'indirect',
    quoteGroup: groupOf.get(`${document.id}\n${claim.attribution}`) ?? -1,
    vector: sumVectors(bag, terms),
    place: claims.length < 2 ? 0 : place.index / (claims.length - 1),
  }
}

/** Number of the list each member is in, by document and index. */
function numberMembers(lists: readonly (readonly LayerRef[])[]): Map<string, number> {
  const numbers = new Map<string, number>()
  lists.forEach((members, n) => {
    for (const { documentId, index } of members) numbers.set(`${documentId}\n${index}`, n)
  })
  return numbers
}

/** Stems of each sentence, counted in the table. */
function countTerms(document: Document, terms: TermTable): Map<number, readonly number[]> {
  const bySentence = new Map<number, Set<number>>()
  for (const claim of getLayer(document, 'claims')) {
    let found = bySentence.get(claim.sentence)
    if (found === undefined) {
      found = new Set()
      bySentence.set(claim.sentence, found)
    }
    for (const term of claim.terms) found.add(terms.idOf(term.lemma))
  }
  const lists = new Map<number, readonly number[]>()
  for (const [sentence, ids] of bySentence) {
    terms.countSentence(ids)
    lists.set(sentence, [...ids])
  }
  return lists
}

const EMPTY: ReadonlySet<number> = new Set()

/** Most sets of most claims are empty: they share one, which matters in a story of 100,000 claims. */
function createSet(items: readonly number[]): ReadonlySet<number> {
  return items.length === 0 ? EMPTY : new Set(items)
}
