import { loadVectors } from '../../annotate/vectors/index.js'
import type { Quantity, Sentence, Time } from '../../annotate/index.js'
import type { Claim } from '../../claim/index.js'
import { type Document, getLayer } from '../../document/index.js'
import type { LayerRef, StoryEntity } from '../findings.js'
import { type NewsCounts, TermTable } from './termTable.js'

/** What several words weigh together: ids ascending and unique, a weight and a length for cosines. */
export interface Bag {
  readonly ids: Int32Array
  readonly weights: Float64Array
  /** Root of the sum of squared weights; 0 for an empty bag. */
  readonly length: number
  readonly total: number
}

/** A claim made ready for comparing: numbers instead of words. */
export interface Profile {
  /** Index of the document in the story and of the claim in the document. */
  readonly document: number
  readonly index: number
  readonly claim: Claim
  readonly bag: Bag
  /** Stems of the whole sentence. */
  readonly sentenceBag: Bag
  /** Stems in reading order, repeated ones too. */
  readonly sequence: Int32Array
  readonly verbs: readonly number[]
  readonly names: ReadonlySet<number>
  /** Numbers of story entities. */
  readonly entities: ReadonlySet<number>
  readonly speakers: ReadonlySet<number>
  readonly quantities: readonly Quantity[]
  readonly numbers: ReadonlySet<number>
  readonly times: readonly Time[]
  readonly quoted: boolean
  readonly quoteGroup: number
  /** Sum of the words' vectors times weight, of length 1; null when no word has one. */
  readonly vector: Float32Array | null
  /** Place in the account, 0 the first claim, 1 the last. */
  readonly place: number
  /** The sentence's number in the account. */
  readonly sentence: number
}

/** The story's claims as profiles, document by document in reading order, and the words they share. */
export interface StoryProfiles {
  readonly profiles: readonly Profile[]
  /** First profile of each document, and the number of profiles at the end. */
  readonly starts: readonly number[]
  readonly terms: TermTable
}

/** Groups of quotations, as `groupQuotes` gives them: only who is with whom is used. */
export type QuoteMembers = readonly { readonly members: readonly LayerRef[] }[]

/** Makes the profiles of all claims of a story. Linear in the claims. */
export function createProfiles(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  quoteGroups: QuoteMembers,
  news: NewsCounts,
): StoryProfiles {
  const terms = new TermTable(news, loadVectors())
  const storyEntity = numberEntities(entities)
  const groupOf = numberGroups(quoteGroups)
  const starts: number[] = []
  const sentenceTerms = documents.map((document) => countTerms(document, terms))
  const profiles: Profile[] = []
  documents.forEach((document, d) => {
    starts.push(profiles.length)
    const claims = getLayer(document, 'claims')
    const bags = new Map<number, Bag>()
    claims.forEach((claim, index) => {
      let sentenceBag = bags.get(claim.sentence)
      if (sentenceBag === undefined) {
        sentenceBag = createBag(sentenceTerms[d]!.get(claim.sentence) ?? [], terms)
        bags.set(claim.sentence, sentenceBag)
      }
      profiles.push(createProfile({ document, d, index, claim, claims, terms, sentenceBag, storyEntity, groupOf }))
    })
  })
  starts.push(profiles.length)
  return { profiles, starts, terms }
}

interface ProfileInput {
  readonly document: Document
  readonly d: number
  readonly index: number
  readonly claim: Claim
  readonly claims: readonly Claim[]
  readonly terms: TermTable
  readonly sentenceBag: Bag
  readonly storyEntity: ReadonlyMap<string, number>
  readonly groupOf: ReadonlyMap<string, number>
}

function createProfile(input: ProfileInput): Profile {
  const { document, d, index, claim, claims, terms, sentenceBag, storyEntity, groupOf } = input
  const sequence = Int32Array.from(claim.terms, (term) => terms.idOf(term.lemma))
  const bag = createBag(sequence, terms)
  const verbs = new Set<number>()
  const names = new Set<number>()
  const numbers = new Set<number>()
  claim.terms.forEach((term, i) => {
    if (term.pos === 'VERB') verbs.add(sequence[i]!)
    else if (term.pos === 'PROPN') names.add(sequence[i]!)
    else if (term.pos === 'NUM') numbers.add(sequence[i]!)
  })
  const attribution = claim.attribution < 0 ? undefined : getLayer(document, 'attributions')[claim.attribution]
  const quantities = claim.quantities.map((q) => getLayer(document, 'quantities')[q]!)
  const canonical = (list: readonly number[]): Set<number> =>
    new Set(list.flatMap((entity) => storyEntity.get(`${document.id}\n${entity}`) ?? []))
  return {
    document: d,
    index,
    claim,
    bag,
    sentenceBag,
    sequence,
    verbs: [...verbs],
    names,
    entities: canonical(claim.entities),
    speakers: canonical(attribution?.speaker.entities ?? []),
    quantities,
    numbers,
    times: claim.times.map((t) => getLayer(document, 'times')[t]!),
    quoted: attribution !== undefined && attribution.kind !== 'indirect',
    quoteGroup: groupOf.get(`${document.id}\n${claim.attribution}`) ?? -1,
    vector: sumVectors(bag, terms),
    place: claims.length < 2 ? 0 : index / (claims.length - 1),
    sentence: claim.sentence,
  }
}

function numberEntities(entities: readonly StoryEntity[]): Map<string, number> {
  const numbers = new Map<string, number>()
  entities.forEach((entity, n) => {
    for (const member of entity.members) numbers.set(`${member.documentId}\n${member.entity}`, n)
  })
  return numbers
}

function numberGroups(groups: QuoteMembers): Map<string, number> {
  const numbers = new Map<string, number>()
  groups.forEach((group, n) => {
    for (const member of group.members) numbers.set(`${member.documentId}\n${member.index}`, n)
  })
  return numbers
}

/** Stems of each sentence, counted in the table. */
function countTerms(document: Document, terms: TermTable): Map<number, number[]> {
  const bySentence = new Map<number, Set<number>>()
  for (const claim of getLayer(document, 'claims')) {
    let found = bySentence.get(claim.sentence)
    if (found === undefined) {
      found = new Set()
      bySentence.set(claim.sentence, found)
    }
    for (const term of claim.terms) found.add(terms.idOf(term.lemma))
  }
  const lists = new Map<number, number[]>()
  for (const [sentence, ids] of bySentence) {
    terms.countSentence(ids)
    lists.set(sentence, [...ids])
  }
  return lists
}

function createBag(sequence: ArrayLike<number>, terms: TermTable): Bag {
  const ids = Int32Array.from(new Set(Array.from(sequence))).sort()
  let squares = 0
  let total = 0
  const weights = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const weight = termWeight(terms, ids[i]!)
    weights[i] = weight
    squares += weight * weight
    total += weight
  }
  return { ids, weights, length: Math.sqrt(squares), total }
}

/** Rare in news and rare in the story: either alone overrates the story's own subject or odd common words. */
export function termWeight(terms: TermTable, id: number): number {
  return Math.sqrt(Math.max(0.05, terms.newsWeight(id)) * terms.storyWeight(id))
}

function sumVectors(bag: Bag, terms: TermTable): Float32Array | null {
  let sum: Float32Array | null = null
  for (let i = 0; i < bag.ids.length; i++) {
    const vector = terms.vectorOf(bag.ids[i]!)
    if (vector === null) continue
    sum ??= new Float32Array(vector.length)
    for (let k = 0; k < vector.length; k++) sum[k] = sum[k]! + vector[k]! * bag.weights[i]!
  }
  if (sum === null) return null
  let squares = 0
  for (const value of sum) squares += value * value
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! * scale
  return sum
}

/** Sentences of a document, for context. */
export function sentencesOf(document: Document): readonly Sentence[] {
  return getLayer(document, 'sentences')
}
