import { loadVectors } from '../../annotate/vectors/index.js'
import type { Document } from '../../document/index.js'
import type { ClaimRow, Conflict, QuoteGroup, StoryEntity } from '../findings.js'
import type { Candidate } from './candidate.js'
import { type Family, getFamily } from './features.js'
import { findCandidates } from './findCandidates.js'
import { CERTAIN, getCertainty, LEAST_TURNED, LIKELY } from './getCertainty.js'
import { getNature } from './getNature.js'
import { type ConflictModel, type FamilyDecision, loadConflictModel } from './loadModel.js'
import { type Accepted, mergeConflicts } from './mergeConflicts.js'
import type { StoryView } from './storyView.js'
import { scoreTrees } from './trees.js'

/**
 * What accounts of one story tell differently, typed, with a side for each value and its evidence.
 *
 * Quotations of one utterance are compared elsewhere; all other kinds are found here. Documents must carry sentences,
 * mentions, entities, times, quantities, attributions and claims, and stand in the order of `rows`' cells. Each conflict
 * names its rule and inputs; its probability is that of being real. Shuffled documents give the same conflicts.
 * Near linear in clauses: partners of a clause are bounded.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` when a document lacks a layer, `MODEL_MISSING` or `MODEL_DAMAGED`
 */
export function findConflicts(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  rows: readonly ClaimRow[],
  groups: readonly QuoteGroup[],
  options: { readonly model?: ConflictModel } = {},
): readonly Conflict[] {
  const model = options.model ?? loadConflictModel()
  const isSilent = (family: Family): boolean => {
    const { real, contradiction } = model.families[family].thresholds
    return real >= 1 && contradiction >= 1
  }
  // Where the model shows none of a family by its odds, only what leaves little room is: no need to weigh the others.
  const leastWhole = isSilent('whole') && isSilent('polarity') ? LEAST_TURNED : 0
  const mayShow = (candidate: Candidate): boolean =>
    !isSilent(getFamily(candidate)) || getCertainty(candidate) !== 'open'
  const tools = { relations: model.relations, vectors: loadVectors(), matter: model.matter, leastWhole, mayShow }
  const { view, inputs } = findCandidates(documents, entities, rows, groups, tools)
  const accepted: Accepted[] = []
  for (const { candidate, values } of inputs) {
    const family = model.families[getFamily(candidate)]
    const decided = decide(
      candidate,
      scoreTrees(family.real, values),
      scoreTrees(family.contradiction, values),
      family.thresholds,
      view,
    )
    if (decided !== null) accepted.push(decided)
  }
  return mergeConflicts(accepted, view)
}

// "President" and "the president of Ukraine" are one office told in more words: shown only where it is likelier than not a difference; two
// descriptions mostly hold both.
const LEAST_OF_RULE: ReadonlyMap<string, number> = new Map([
  ['role/refine', 0.5],
  ['role/other', 0.6],
])

/** What a candidate is shown as; null where it is not. Only a difference that nothing explains may be a contradiction. */
export function decide(
  candidate: Candidate,
  real: number,
  contradiction: number,
  thresholds: FamilyDecision['thresholds'],
  view: StoryView,
): Accepted | null {
  const nature = getNature(candidate, view)
  const plain = nature === 'conflict' && candidate.nature === 'conflict'
  const certainty = plain ? getCertainty(candidate) : 'open'
  // Where the model can tell real differences at all, the rules do not overrule it; it has seen too few of none beside some.
  const allowed = thresholds.real >= 1 || real >= thresholds.real || candidate.rule === 'number/none'
  if (plain && (contradiction >= thresholds.contradiction || (certainty === 'certain' && allowed))) {
    return { candidate, strength: 'contradiction', nature, probability: Math.max(real, contradiction, CERTAIN) }
  }
  const least = Math.max(thresholds.real, LEAST_OF_RULE.get(candidate.rule) ?? 0)
  if (real >= least) return { candidate, strength: 'tension', nature, probability: real }
  return certainty === 'likely' ? { candidate, strength: 'tension', nature, probability: Math.max(real, LIKELY) } : null
}
