import { loadVectors } from '../../src/annotate/vectors/index.js'
import { createReader } from '../../src/claim/index.js'
import { CONTEXT_FEATURES, getContextFeatures } from '../../src/compare/conflict/contextFeatures.js'
import { FAMILIES, getFamily } from '../../src/compare/conflict/features.js'
import { findCandidates } from '../../src/compare/conflict/findCandidates.js'
import { loadConflictModel } from '../../src/compare/conflict/loadModel.js'
import { pairClauses } from '../../src/compare/conflict/pairClauses.js'
import { scoreTrees } from '../../src/compare/conflict/trees.js'
import { alignClaims, findConflicts, groupQuotes, linkEntities } from '../../src/compare/index.js'
import { createDocument } from '../../src/document/index.js'

/** Names of a reading's values: the nearest two clauses' features, then the surest candidate's odds for each family of rules. */
export const CLAUSE_FEATURES: readonly string[] = [
  ...CONTEXT_FEATURES,
  ...FAMILIES.map((family) => `odds of ${family}`),
]

/** Two passages as the product compares two accounts. */
export interface ClauseReading {
  /** In the order of {@link CLAUSE_FEATURES}; the clauses' features are −1 where no two clauses are near. */
  readonly values: readonly number[]
  /** The surest thing the product shows. */
  readonly shown: 'contradiction' | 'tension' | 'nothing'
}

/**
 * Reads two passages as two undated accounts of one story and compares them with the shipped models.
 *
 * Costs about ten milliseconds a pair, most of it parsing.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED` when a shipped model cannot be read
 */
export function createClauseReading(): (premise: string, claim: string) => ClauseReading {
  const read = createReader()
  const model = loadConflictModel()
  const tools = { relations: model.relations, vectors: loadVectors(), matter: model.matter }
  return (premise, claim) => {
    const documents = [premise, claim].map((text, index) => read(createDocument({ id: `passage-${index}`, text })))
    const entities = linkEntities(documents)
    const groups = groupQuotes(documents, entities)
    const rows = alignClaims(documents, entities, groups)
    const { view, inputs } = findCandidates(documents, entities, rows, groups, tools)
    const nearest = pairClauses(view)
      .filter(({ a, b }) => a.account !== b.account)
      .sort((x, y) => y.similarity - x.similarity)[0]
    const context = nearest === undefined ? null : getContextFeatures(nearest, { ...tools, view })
    const odds = FAMILIES.map((family) =>
      inputs
        .filter(({ candidate }) => getFamily(candidate) === family)
        .reduce((most, { values }) => Math.max(most, scoreTrees(model.families[family].real, values)), 0),
    )
    const conflicts = findConflicts(documents, entities, rows, groups, { model })
    return {
      values: [...CONTEXT_FEATURES.map((name) => context?.[name] ?? -1), ...odds],
      shown:
        conflicts.length === 0
          ? 'nothing'
          : conflicts.some(({ strength }) => strength === 'contradiction')
            ? 'contradiction'
            : 'tension',
    }
  }
}
