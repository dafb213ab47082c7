import { loadVectors } from '../../annotate/vectors/index.js'
import type { Document } from '../../document/index.js'
import type { ClaimRow, Conflict, QuoteGroup, StoryEntity } from '../findings.js'
import type { Candidate } from './candidate.js'
import { findCandidates } from './findCandidates.js'
import { getFamily } from './features.js'
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
  const tools = { relations: model.relations, vectors: loadVectors(), matter: model.matter }
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
  if (plain && (contradiction >= thresholds.contradiction || certainty === 'certain')) {
    return { candidate, strength: 'contradiction', nature, probability: Math.max(real, contradiction, CERTAIN) }
  }
  if (real >= thresholds.real) return { candidate, strength: 'tension', nature, probability: real }
  return certainty === 'likely' ? { candidate, strength: 'tension', nature, probability: Math.max(real, LIKELY) } : null
}

// Of what the two bounds below let through on the gold stories, about these shares were marked at all.
const CERTAIN = 0.75
const LIKELY = 0.65

/**
 * Differences that leave little room, whatever the few labels say: all but the same clause with one value, name or "not" changed
 * (`likely`; `certain` for a value where hardly another word differs), and two offices nobody holds at once (`certain`).
 */
export function getCertainty(candidate: Candidate): 'certain' | 'likely' | 'open' {
  const {
    alike = 0,
    matter = 0,
    near = 0,
    agreedMost = 0,
    hedges = 0,
    vague = 0,
    relationDiffer = 0,
  } = candidate.features
  switch (getFamily(candidate)) {
    case 'value':
      if (relationDiffer === 0 || hedges > 0 || vague > 0 || agreedMost >= 0.2 || matter < 1.5) return 'open'
      return alike >= 0.75 ? 'certain' : alike >= 0.5 ? 'likely' : 'open'
    // Another name or a "not" in else equal clauses was marked as a tension or not at all on the gold stories: never certain.
    case 'part':
      return near >= 0.5 && candidate.features.roleSame === 1 && alike >= 0.4 ? 'likely' : 'open'
    case 'polarity':
      return candidate.rule === 'polarity/negation' && alike >= 0.6 ? 'likely' : 'open'
    case 'entity':
      return candidate.rule === 'role/exclusive' ? 'certain' : 'open'
    default:
      return 'open'
  }
}

/** Rounding and sources as the rule saw them; an update where the account published later has the larger count. */
function getNature(candidate: Candidate, view: StoryView): Conflict['nature'] {
  if (candidate.nature === 'rounding') return 'rounding'
  if (candidate.nature === 'estimates') return 'estimates'
  if (candidate.kind === 'number' && candidate.clauses !== null && candidate.nature === 'conflict') {
    const [a, b] = candidate.clauses
    const published = (account: number): number => Date.parse(view.accounts[account]!.document.publishedAt ?? '')
    const days = (published(b.account) - published(a.account)) / 86_400_000
    const low = candidate.inputs.low
    const other = candidate.inputs.otherLow
    if (typeof low === 'number' && typeof other === 'number' && isCumulative(candidate)) {
      if ((days > 0 && other > low) || (days < 0 && low > other)) return 'update'
    }
    if (a.speaker !== '' && b.speaker !== '' && a.speaker !== b.speaker) return 'estimates'
  }
  return 'conflict'
}

// Counts that only grow while a story is told.
const CUMULATIVE =
  /\b(?:dead|death|deaths|died|die|killed|killing|injured|wounded|hurt|missing|arrest|arrested|arrests|cases|infected|casualties|victims|displaced|evacuated|hospitalized|homes|signatures|votes)\b/i

function isCumulative(candidate: Candidate): boolean {
  return CUMULATIVE.test(`${candidate.subject} ${candidate.inputs.counted} ${candidate.inputs.otherCounted}`)
}
