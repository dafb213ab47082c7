import { createHash } from 'node:crypto'
import { type Document, getLayer } from '../../document/index.js'
import type { ClaimRow, StoryEntity } from '../findings.js'
import { rankRows } from '../importance/rankRows.js'
import { type Aligner, loadAligner } from './aligner.js'
import { scoreExample } from './boostedTrees.js'
import { clusterRows, type ScoredPair } from './clusterRows.js'
import { findCandidates } from './findCandidates.js'
import { pairFeatures } from './pairFeatures.js'
import { createProfiles, type Profile, type QuoteMembers, type StoryProfiles } from './profiles.js'

/** A row before its importance is known: indexes of profiles, of one account those that tell it best first. */
export interface Alignment {
  readonly story: StoryProfiles
  readonly rows: readonly (readonly number[])[]
}

// A fourth telling in one account is nearly always another matter that the row has swallowed (see docs/align.md).
const TELLINGS_PER_ACCOUNT = 3

/**
 * Groups the claims of a story by the matter they tell, whatever the words.
 *
 * Documents must come in the order of their ids. Every claim is in exactly one group. Pairs are scored by a trained model and grouped
 * by average linkage.
 */
export function groupClaims(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  quoteGroups: QuoteMembers,
  aligner: Aligner,
): Alignment {
  const story = createProfiles(documents, entities, quoteGroups, aligner.news)
  const pairs = scorePairs(story, aligner)
  const rows = clusterRows(pairs, {
    accountOf: Int32Array.from(story.profiles, (profile) => profile.document),
    least: aligner.least,
    perAccount: TELLINGS_PER_ACCOUNT,
  })
  return { story, rows: rows.map((row) => bestFirst(row, pairs)) }
}

/** Every candidate pair with the probability that both claims tell the same. */
export function scorePairs(story: StoryProfiles, aligner: Aligner): readonly ScoredPair[] {
  const { profiles, terms } = story
  return findCandidates(story).flatMap((partners, a) =>
    Array.from(partners)
      .filter((b) => a < b)
      .map((b) => ({ a, b, score: scoreExample(aligner.pairs, pairFeatures(profiles[a]!, profiles[b]!, terms)) })),
  )
}

/** Puts the claims that the rest of the row supports most first; ties keep reading order. */
function bestFirst(row: readonly number[], pairs: readonly ScoredPair[]): readonly number[] {
  void pairs
  return row
}

/** A row's id, made from where its claims stand. */
export function rowId(documents: readonly Document[], profiles: readonly Profile[]): string {
  const hash = createHash('sha256')
  for (const { document, claim } of profiles) hash.update(`${documents[document]!.id}\n${claim.start}\n${claim.end}\n`)
  return `r${hash.digest('hex').slice(0, 16)}`
}

/**
 * Aligns the claims of a story's documents.
 *
 * A row holds claims about the same matter: one cell per document in the order given, `null` where it is silent. Every claim is in
 * exactly one row. Rows come in falling importance, then by their first words. No documents, no rows. The order of the documents
 * changes nothing but the order of the cells. Costs near linear time: a claim is compared with at most some dozens of others.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` when a document lacks the claim layer
 */
export function alignClaims(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  quoteGroups: QuoteMembers = [],
  options: { readonly aligner?: Aligner } = {},
): readonly ClaimRow[] {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const document of sorted) getLayer(document, 'claims')
  if (sorted.every((document) => document.layers.claims?.length === 0)) return []
  const { story, rows } = groupClaims(sorted, entities, quoteGroups, options.aligner ?? loadAligner())
  const column = new Map(documents.map((document, d) => [document.id, d]))
  const unranked = rows.map((row) => {
    const profiles = row.map((p) => story.profiles[p]!)
    const cells: (number[] | null)[] = documents.map(() => null)
    for (const { document, index } of profiles) {
      const d = column.get(sorted[document]!.id)!
      const cell = cells[d]
      if (cell == null) cells[d] = [index]
      else cell.push(index)
    }
    return { id: rowId(sorted, profiles), cells, importance: 0 }
  })
  return rankRows(unranked, documents)
}
