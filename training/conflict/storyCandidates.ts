import { readSource } from '../../bench/seeded/comparePair.js'
import type { SourceDocument } from '../../bench/seeded/seed.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import type { Candidate, CandidateSide } from '../../src/compare/conflict/candidate.js'
import { findCandidates, type ScoredInput } from '../../src/compare/conflict/findCandidates.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { alignClaims, groupQuotes, linkEntities } from '../../src/compare/index.js'
import type { Span } from '../../src/text/index.js'
import { loadRelations } from './goldExamples.js'

/** Candidates of some accounts, with the accounts' ids in the order that candidates count them. */
export interface StoryCandidates {
  readonly ids: readonly string[]
  readonly inputs: readonly ScoredInput[]
}

/** A function that reads accounts of one story and compares them up to the candidates. Relations and vectors are read once. */
export function createCandidateFinder(matter: TreeModel): (sources: readonly SourceDocument[]) => StoryCandidates {
  const tools = { relations: loadRelations(), vectors: loadVectors(), matter }
  return (sources) => {
    const documents = sources.map(readSource).sort((x, y) => (x.id < y.id ? -1 : 1))
    const entities = linkEntities(documents)
    const groups = groupQuotes(documents, entities)
    const rows = alignClaims(documents, entities, groups)
    const { inputs } = findCandidates(documents, entities, rows, groups, tools)
    return { ids: documents.map((document) => document.id), inputs }
  }
}

/** Where one side of a difference stands: its value, or for whole clauses its evidence. */
export function getPlace({ features }: Candidate, side: CandidateSide): Span {
  return features.whole === 1 ? side.evidence : side.value
}
