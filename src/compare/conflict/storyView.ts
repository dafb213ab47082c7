import type { Quantity, Time } from '../../annotate/index.js'
import type { Anchor, Claim } from '../../claim/index.js'
import { type Document, getLayer } from '../../document/index.js'
import { containsSpan, overlapLength, type Span } from '../../text/index.js'
import type { ClaimRow, StoryEntity } from '../findings.js'
import { DENIALS, type PairText, type PairWord, readPairText } from './pairText.js'

/**
 * One clause of one account as comparing sees it: a claim, or a whole sentence where no claim was read from it.
 *
 * Indexes point into the layers of the account's document.
 */
export interface Clause extends Span {
  /** Number of the clause in the story, in document order, then reading order. */
  readonly id: number
  readonly account: number
  readonly sentence: number
  readonly claim: Claim | null
  readonly claimIndex: number
  /** Rows of the alignment that hold the claim. */
  readonly rows: readonly number[]
  readonly quantities: readonly number[]
  readonly times: readonly number[]
  /** Ids of the story's entities that the clause mentions. */
  readonly entities: ReadonlySet<string>
  readonly text: PairText
  /** Content stems of the clause, and of its sentence. */
  readonly stems: ReadonlySet<string>
  readonly context: ReadonlySet<string>
  /** Plain denials ("not", "never", "no") in its sentence. */
  readonly denials: number
  /** Who says it, in one form (entity id or lower-case name); '' in the outlet's own voice. */
  readonly speaker: string
  /** Position of the sentence in its account, in [0, 1). */
  readonly position: number
}

export interface Account {
  readonly document: Document
  readonly index: number
  readonly clauses: readonly Clause[]
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  /** What each number and each time hangs on, by their indexes. */
  readonly quantityAnchors: readonly (Anchor | undefined)[]
  readonly timeAnchors: readonly (Anchor | undefined)[]
  /** Id of the story entity for each entity of the document; null where it was linked to none. */
  readonly entityIds: readonly (string | null)[]
  /** Whether an entity of the document has a name, or is described only ("a judge", "the mayor"). */
  isNamed(entity: number): boolean
}

export interface StoryView {
  readonly accounts: readonly Account[]
  readonly clauses: readonly Clause[]
  readonly entities: ReadonlyMap<string, StoryEntity>
  /** How telling a stem is within the story: log of sentences over sentences that hold it. */
  idf(stem: string): number
}

/** Gathers what the rules compare: clauses with their numbers, times, entities, rows and words. Linear in the layers. */
export function viewStory(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  rows: readonly ClaimRow[],
): StoryView {
  const accounts: Account[] = []
  const clauses: Clause[] = []
  const frequencies = new Map<string, number>()
  let sentenceCount = 0
  documents.forEach((document, index) => {
    const entityIds = getEntityIds(document, entities)
    const rowsOfClaim = getRowsOfClaims(rows, index)
    const sentences = getLayer(document, 'sentences')
    const texts = sentences.map((sentence) => readPairText(document.text.slice(sentence.start, sentence.end)))
    const contexts = texts.map(getStems)
    for (const context of contexts) {
      sentenceCount++
      for (const stem of context) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    }
    const own: Clause[] = []
    const denials = texts.map((text) => text.words.filter((word) => DENIALS.has(word.norm)).length)
    const read = createClauseReader(document, index, entityIds, rowsOfClaim, contexts, denials)
    const claims = getLayer(document, 'claims')
    const told = new Set(claims.map((claim) => claim.sentence))
    const drafts = [
      ...claims.map((claim, claimIndex) => ({ claim, claimIndex, sentence: claim.sentence, span: claim as Span })),
      ...sentences.flatMap((sentence, at) =>
        told.has(at) || sentence.kind === 'dateline' || sentence.kind === 'furniture'
          ? []
          : [{ claim: null, claimIndex: -1, sentence: at, span: sentence as Span }],
      ),
    ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    for (const draft of drafts) {
      const clause = read(clauses.length, draft.claim, draft.claimIndex, draft.sentence, draft.span, sentences.length)
      clauses.push(clause)
      own.push(clause)
    }
    const named = getLayer(document, 'entities').map(({ name }) => hasName(name))
    accounts.push({
      document,
      index,
      clauses: own,
      quantities: getLayer(document, 'quantities'),
      times: getLayer(document, 'times'),
      quantityAnchors: getAnchors(document, 'quantity'),
      timeAnchors: getAnchors(document, 'time'),
      entityIds,
      isNamed: (entity) => named[entity] ?? false,
    })
  })
  return {
    accounts,
    clauses,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    idf: (stem) => Math.log(1 + sentenceCount / (frequencies.get(stem) ?? 1)),
  }
}

const DETERMINER =
  /^(?:an?|the|this|that|these|those|one|some|any|no|each|every|another|both|all|several|many|most|few)\s+/i

/** True where any word of a name is written with a capital, its determiner aside. */
const hasName = (name: string): boolean => /(?:^|[\s"“‘(-])\p{Lu}/u.test(name.replace(DETERMINER, ''))

/** A clause in the account's words. */
export function getClauseText({ account, start, end }: Clause, { accounts }: StoryView): string {
  return accounts[account]!.document.text.slice(start, end)
}

/** What {@link getPartKey} gives for a part of which nothing is known. */
export const NO_PART = 'head '

/** One key for who or what takes part, the same in every account: the linked entity, marked where it has no name, or the head noun. */
export function getPartKey(account: Account, entity: number, head: string): string {
  const id = entity < 0 ? null : account.entityIds[entity]
  if (id == null) return `${NO_PART}${head}`
  return account.isNamed(entity) ? id : `some ${id}`
}

/** True where all have names: "a judge" and "a court in Halden" may be one, two with names are not. */
export function haveNames(keys: ReadonlySet<string>): boolean {
  return [...keys].every((key) => !key.includes(' '))
}

function getAnchors(document: Document, of: Anchor['of']): readonly (Anchor | undefined)[] {
  const found: (Anchor | undefined)[] = []
  // Accounts read by other components have claims and no anchors: what a value hangs on is then unknown.
  for (const anchor of document.layers.anchors ?? []) if (anchor.of === of) found[anchor.index] = anchor
  return found
}

function getEntityIds(document: Document, entities: readonly StoryEntity[]): readonly (string | null)[] {
  const ids: (string | null)[] = getLayer(document, 'entities').map(() => null)
  for (const entity of entities) {
    for (const member of entity.members) if (member.documentId === document.id) ids[member.entity] = entity.id
  }
  return ids
}

function getRowsOfClaims(rows: readonly ClaimRow[], account: number): ReadonlyMap<number, readonly number[]> {
  const map = new Map<number, number[]>()
  rows.forEach((row, index) => {
    for (const claim of row.cells[account] ?? []) {
      const list = map.get(claim)
      if (list === undefined) map.set(claim, [index])
      else list.push(index)
    }
  })
  return map
}

type ClauseReader = (
  id: number,
  claim: Claim | null,
  claimIndex: number,
  sentence: number,
  span: Span,
  sentences: number,
) => Clause

function createClauseReader(
  document: Document,
  account: number,
  entityIds: readonly (string | null)[],
  rows: ReadonlyMap<number, readonly number[]>,
  contexts: readonly ReadonlySet<string>[],
  denials: readonly number[],
): ClauseReader {
  const mentions = getLayer(document, 'mentions')
  const attributions = getLayer(document, 'attributions')
  const quantities = createFinder(getLayer(document, 'quantities'))
  const times = createFinder(getLayer(document, 'times'))
  const mentionsIn = createFinder(mentions)
  return (id, claim, claimIndex, sentence, span, sentences) => {
    const text = readPairText(document.text.slice(span.start, span.end))
    const ids = new Set<string>()
    for (const at of mentionsIn(span)) {
      const mention = mentions[at]!
      for (const entity of [mention.entity, ...mention.members]) {
        const found = entity < 0 ? null : entityIds[entity]
        if (found !== null && found !== undefined) ids.add(found)
      }
    }
    const attribution = claim === null || claim.attribution < 0 ? undefined : attributions[claim.attribution]
    const speaker = attribution?.speaker.entities.map((entity) => entityIds[entity]).find((found) => found != null)
    return {
      id,
      start: span.start,
      end: span.end,
      account,
      sentence,
      claim,
      claimIndex,
      rows: claim === null ? [] : (rows.get(claimIndex) ?? []),
      quantities: quantities(span),
      times: times(span),
      entities: ids,
      text,
      stems: getStems(text),
      context: contexts[sentence] ?? new Set(),
      denials: denials[sentence] ?? 0,
      speaker: attribution === undefined ? '' : (speaker ?? attribution.speaker.name?.toLowerCase() ?? '?'),
      position: sentence / Math.max(1, sentences),
    }
  }
}

/** Indexes of the items of a sorted layer that lie mostly inside a span. Binary search, then the few that follow. */
export function createFinder(items: readonly Span[]): (span: Span) => readonly number[] {
  return (span) => {
    let low = 0
    let high = items.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (items[middle]!.start < span.start) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let index = low; index < items.length && items[index]!.start < span.end; index++) {
      const item = items[index]!
      if (containsSpan(span, item) || overlapLength(span, item) * 2 > item.end - item.start) found.push(index)
    }
    return found
  }
}

// Words of dates: with numbers left out of the comparison of wordings, since the values are compared by themselves.
const CALENDAR = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow million billion trillion thousand
  hundred dozen percent`.split(/\s+/),
)

/** Stems of the words that carry content, names included; numbers and words of dates left out. */
export function getStems(text: PairText): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of text.words) if (carriesMatter(word)) stems.add(word.stem)
  return stems
}

/** True for words that say what a clause is about, and not how many or when. */
export function carriesMatter(word: PairWord): boolean {
  return word.kind !== 'function' && word.kind !== 'number' && !CALENDAR.has(word.norm)
}
