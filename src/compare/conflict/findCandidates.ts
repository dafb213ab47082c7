import type { Document } from '../../document/index.js'
import type { ClaimRow, QuoteGroup, StoryEntity } from '../findings.js'
import type { Candidate } from './candidate.js'
import { type ContextFeature, type ContextTools, getContextFeatures } from './contextFeatures.js'
import { getFeatures } from './features.js'
import { findEntityDifferences } from './findEntityDifferences.js'
import { findNoneDifferences, mayTellNone } from './findNoneDifferences.js'
import { findPartDifferences, mayDifferInParts } from './findPartDifferences.js'
import { findValueDifferences } from './findValueDifferences.js'
import { createTwinTest } from './findTwins.js'
import { findWordingDifferences } from './findWordingDifferences.js'
import { matchSlots } from './matchSlots.js'
import { type ClausePair, pairClauses } from './pairClauses.js'
import { type Clause, getClauseText, type StoryView, viewStory } from './storyView.js'
import { sumTrees, type TreeModel } from './trees.js'
import { findAgreements, weighRivals } from './weighRivals.js'

/** What finding candidates needs beside the story; without `matter` (while it is trained) that feature is 0. */
export interface CandidateTools extends Omit<ContextTools, 'view'> {
  readonly matter: TreeModel | null
  /** Clauses less alike than this are not compared as wholes; left out, every pair is. */
  readonly leastWhole?: number
  /** Whether a candidate could be shown, whatever its odds; all are kept where it is left out. */
  mayShow?(candidate: Candidate): boolean
}

/** A candidate with what the decision model reads. */
export interface ScoredInput {
  readonly candidate: Candidate
  readonly values: readonly number[]
}

/**
 * Every typed difference between tellings of one matter, before anything is decided.
 *
 * Also what training reads, so that a model never sees other candidates than the product.
 */
export function findCandidates(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  rows: readonly ClaimRow[],
  groups: readonly QuoteGroup[],
  tools: CandidateTools,
): { readonly view: StoryView; readonly inputs: readonly ScoredInput[] } {
  const view = viewStory(documents, entities, rows)
  const full: ContextTools = { ...tools, view }
  const quoted = getQuotedPairs(documents, groups)
  const pairs = pairClauses(view)
  const drafts: Draft[] = []
  const isBetweenTwins = createTwinTest(pairs)
  for (const pair of pairs) {
    if (isBetweenTwins(pair)) continue
    // Word for word the same differs in nothing: in large stories three pairs in ten are copies.
    if (isCopy(pair, view)) continue
    const across = pair.a.account !== pair.b.account
    const asWholes = across && pair.similarity >= (tools.leastWhole ?? 0) && !isOneQuote(pair, quoted)
    const asParts = across && mayDifferInParts(pair)
    const asNone = across && mayTellNone(pair)
    // Most pairs of a large story share no value: what costs most is asked for where something may come of it.
    const matches = matchSlots(pair, full)
    if (!asWholes && !asParts && !asNone && matches.length === 0) continue
    const context = getContextFeatures(pair, full)
    for (const { candidate, matter } of findValueDifferences(pair, matches, context, full)) {
      drafts.push({ candidate, context, matter: tools.matter === null ? 0 : sumTrees(tools.matter, matter) })
    }
    const others = [
      ...(asNone ? findNoneDifferences(pair, context, full) : []),
      ...(asParts ? findPartDifferences(pair, context, full) : []),
      ...(asWholes ? findWordingDifferences(pair, context, full) : []),
    ]
    for (const candidate of others) drafts.push({ candidate, context, matter: 0 })
  }
  const rivals = weighRivals(
    drafts.map((draft) => draft.candidate),
    findAgreements(pairs, view),
    drafts.map(getFit),
  )
  const inputs: ScoredInput[] = []
  drafts.forEach(({ candidate, context, matter }, index) => {
    const { agreedMost, agreedLeast, behind } = rivals[index]!
    // Each account tells the other's value too, in a clause that fits better: these are two matters, told by both.
    if (agreedLeast > context.similarity && candidate.features.whole !== 1) return
    // One copy for all that is added: stories of hundreds of accounts have a hundred thousand candidates.
    const features = {
      ...candidate.features,
      matter,
      agreedMost,
      agreedLeast,
      behind,
      alike: context.similarity,
      deed: context.predicateSame,
      sameRow: context.sameRow,
      sameAccount: context.sameAccount,
      timesApart: context.timesDisjoint,
      predicateTurned: context.predicateTurned,
    }
    const full = { ...candidate, features }
    if (tools.mayShow?.(full) === false) return
    inputs.push({ candidate: full, values: getFeatures(full, context) })
  })
  for (const candidate of findEntityDifferences(full)) inputs.push({ candidate, values: getFeatures(candidate, null) })
  return { view, inputs }
}

function isCopy({ a, b }: ClausePair, view: StoryView): boolean {
  if (a.end - a.start !== b.end - b.start) return false
  return getClauseText(a, view) === getClauseText(b, view)
}

/** A difference as found, with its clauses' features and the log-odds that two values are of one matter (0 for other kinds). */
interface Draft {
  readonly candidate: Candidate
  readonly context: Readonly<Record<ContextFeature, number>>
  readonly matter: number
}

/** How well the places of a difference fit: near words, what is counted, the clauses and their row. */
function getFit({ candidate, context, matter }: Draft): number {
  const { near = 0, countedKin = 0 } = candidate.features
  return near + 0.5 * countedKin + context.similarity + 0.3 * context.sameRow + 0.5 * matter
}

/** Groups of each attribution, so that two clauses of one utterance are known. */
function getQuotedPairs(
  documents: readonly Document[],
  groups: readonly QuoteGroup[],
): readonly ReadonlyMap<number, string>[] {
  const positions = new Map(documents.map((document, index) => [document.id, index]))
  const maps = documents.map(() => new Map<number, string>())
  for (const group of groups) {
    if (group.members.length < 2) continue
    for (const member of group.members) maps[positions.get(member.documentId) ?? -1]?.set(member.index, group.id)
  }
  return maps
}

function isOneQuote(pair: ClausePair, quoted: readonly ReadonlyMap<number, string>[]): boolean {
  const group = (clause: Clause): string | undefined => quoted[clause.account]?.get(clause.claim?.attribution ?? -1)
  const one = group(pair.a)
  return one !== undefined && one === group(pair.b)
}
