import { readFileSync } from 'node:fs'
import { loadGoldStories } from '../../bench/quality/gold.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { createReader } from '../../src/claim/index.js'
import type { ScoredInput } from '../../src/compare/conflict/findCandidates.js'
import { findCandidates } from '../../src/compare/conflict/findCandidates.js'
import { readWordRelations } from '../../src/compare/conflict/loadModel.js'
import { type Clause, type StoryView, viewStory } from '../../src/compare/conflict/storyView.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import type { WordRelations } from '../../src/compare/conflict/wordRelations.js'
import {
  alignClaims,
  type ClaimRow,
  type Conflict,
  findQuoteConflicts,
  groupQuotes,
  linkEntities,
  type QuoteGroup,
  type StoryEntity,
} from '../../src/compare/index.js'
import type { Document } from '../../src/document/index.js'

export interface GoldSpan {
  readonly document: string
  readonly start: number
  readonly end: number
}

export interface GoldConflict {
  readonly id: string
  readonly kind: string
  readonly strength: 'contradiction' | 'tension'
  readonly sides: readonly { readonly spans: readonly GoldSpan[] }[]
}

/** A candidate with what the annotators say of its place. */
export interface LabelledInput extends ScoredInput {
  /** The annotators marked a conflict between the two sides. */
  readonly real: boolean
  /** They called it a contradiction. */
  readonly contradiction: boolean
}

/** One annotated story, read and compared up to the candidates. */
export interface GoldExamples {
  readonly story: string
  readonly view: StoryView
  readonly inputs: readonly LabelledInput[]
  readonly quoteConflicts: readonly Conflict[]
  readonly conflicts: readonly GoldConflict[]
  readonly accepted: readonly GoldConflict[]
}

// Two long sentences: the shared scorer's bound.
const LONGEST = 600

function covers(a: GoldSpan, b: GoldSpan): boolean {
  if (a.document !== b.document || a.end - a.start > LONGEST || b.end - b.start > LONGEST) return false
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

/** As the shared scorer has it: two gold sides are met by two different sides. */
export function meetsGold(gold: GoldConflict, sides: readonly (readonly GoldSpan[])[]): boolean {
  const hits: (readonly [number, number])[] = []
  gold.sides.forEach((side, i) => {
    sides.forEach((spans, j) => {
      if (side.spans.some((x) => spans.some((y) => covers(x, y)))) hits.push([i, j])
    })
  })
  return hits.some(([i, j]) => hits.some(([k, l]) => i !== k && j !== l))
}

/** Word relations of the shipped model, without its decision, which is what training makes. */
export function loadRelations(): WordRelations {
  const url = new URL('../../models/conflict/relations.json', import.meta.url)
  return readWordRelations(JSON.parse(readFileSync(url, 'utf8')) as { antonyms: string; synonyms: string })
}

interface ReadStory {
  readonly name: string
  readonly gold: unknown
  readonly documents: readonly Document[]
  readonly entities: readonly StoryEntity[]
  readonly groups: readonly QuoteGroup[]
  readonly rows: readonly ClaimRow[]
}

async function readGoldStories(): Promise<readonly ReadStory[]> {
  const read = createReader()
  return (await loadGoldStories()).map(({ name, documents: unread, gold }) => {
    const documents = unread.map(read).sort((a, b) => (a.id < b.id ? -1 : 1))
    const entities = linkEntities(documents)
    const groups = groupQuotes(documents, entities)
    return { name, gold, documents, entities, groups, rows: alignClaims(documents, entities, groups) }
  })
}

/** All gold stories as comparing sees them, in the order of their names. Takes about a minute. */
export async function viewGoldStories(): Promise<readonly { readonly story: string; readonly view: StoryView }[]> {
  return (await readGoldStories()).map(({ name, documents, entities, rows }) => ({
    story: name,
    view: viewStory(documents, entities, rows),
  }))
}

/** All gold stories as candidates with labels, in the order of their names. Takes about a minute. */
export async function loadGoldExamples(matter: TreeModel): Promise<readonly GoldExamples[]> {
  const tools = { relations: loadRelations(), vectors: loadVectors(), matter }
  return (await readGoldStories()).map(({ name, gold, documents, entities, groups, rows }) => {
    const { view, inputs } = findCandidates(documents, entities, rows, groups, tools)
    const { conflicts, acceptedConflicts = [] } = gold as {
      readonly conflicts: readonly GoldConflict[]
      readonly acceptedConflicts?: readonly GoldConflict[]
    }
    const all = [...conflicts, ...acceptedConflicts]
    return {
      story: name,
      view: trimView(view),
      inputs: inputs.map((input) => label(trimInput(input), all, documents)),
      quoteConflicts: findQuoteConflicts(documents, entities, groups),
      conflicts,
      accepted: acceptedConflicts,
    }
  })
}

/** The view without what only finding candidates needs, so that it can be kept in a file. */
function trimView(view: StoryView): StoryView {
  return {
    accounts: view.accounts.map((account) => ({
      ...account,
      document: { ...account.document, layers: {} },
      clauses: [],
      quantities: [],
      times: [],
      quantityAnchors: [],
      timeAnchors: [],
      entityIds: [],
      isNamed: () => false,
    })),
    clauses: [],
    entities: new Map(),
    idf: () => 0,
  }
}

/** Of the clauses only what deciding reads. */
function trimInput(input: ScoredInput): ScoredInput {
  const { clauses } = input.candidate
  if (clauses === null) return input
  const trim = (clause: Clause): Clause => ({
    ...clause,
    claim: null,
    text: { words: [], numbers: [] },
    entities: new Set(),
    stems: new Set(),
    context: new Set(),
  })
  return { ...input, candidate: { ...input.candidate, clauses: [trim(clauses[0]), trim(clauses[1])] } }
}

function label(input: ScoredInput, gold: readonly GoldConflict[], documents: readonly Document[]): LabelledInput {
  const { a, b, features } = input.candidate
  const spans = (part: 'evidence' | 'value'): readonly (readonly GoldSpan[])[] =>
    [a, b].map((side) => [{ document: documents[side.account]!.id, start: side[part].start, end: side[part].end }])
  // A value must itself stand in what was marked; a whole clause need only meet it.
  const met = gold.filter(
    (one) => meetsGold(one, spans('evidence')) && (features.whole === 1 || meetsGold(one, spans('value'))),
  )
  return { ...input, real: met.length > 0, contradiction: met.some((one) => one.strength === 'contradiction') }
}
