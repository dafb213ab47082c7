import { createHash } from 'node:crypto'
import { type Document, getLayer } from '../../document/index.js'
import type { ClaimRow, StoryEntity } from '../findings.js'
import { rankRows } from '../importance/rankRows.js'
import { type Aligner, loadAligner } from './aligner.js'
import { clusterRows } from './clusterRows.js'
import type { ClaimPlace } from './collectNodes.js'
import type { PairScores } from './contextFeatures.js'
import { extendRows } from './extendRows.js'
import { createProfiles, type QuoteMembers, type StoryProfiles } from './profiles.js'
import { scorePairs } from './scorePairs.js'

// A fourth telling in one account is nearly always another matter that the row has swallowed (see docs/align.md).
const TELLINGS_PER_ACCOUNT = 3

/**
 * Aligns the claims of a story's documents.
 *
 * A row holds claims about the same matter: one cell per document in the order given, `null` where it is silent, each with the best
 * telling first. Every claim is in a row; one that tells two matters may be in two. Rows come in falling importance. No documents, no
 * rows. The order of the documents changes nothing but the order of the cells. Costs near linear time: a claim is compared with at
 * most some dozens of others. Claims in the same words are aligned whatever the model says. In stories of hundreds of accounts the
 * least important claims that one account alone tells are left out, so that rows times accounts stay below 20 million.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` when a document lacks the claim layer
 */
export function alignClaims(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  quoteGroups: QuoteMembers = [],
  options: { readonly aligner?: Omit<Aligner, 'brief'> } = {},
): readonly ClaimRow[] {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (sorted.every((document) => getLayer(document, 'claims').length === 0)) return []
  const aligner = options.aligner ?? loadAligner()
  const story = createProfiles(sorted, entities, quoteGroups, aligner)
  const rows = groupNodes(story, scorePairs(story, aligner), aligner)
  return rankRows(createRows(story, rows, sorted, documents), documents, aligner.importance)
}

/** Rows of nodes as rows of claims, in the columns of `documents`; `sorted` are the documents the story was made from. */
export function createRows(
  story: StoryProfiles,
  rows: readonly (readonly number[])[],
  sorted: readonly Document[],
  documents: readonly Document[],
): readonly ClaimRow[] {
  const column = new Map(documents.map((document, d) => [document.id, d]))
  const placed = rows.map((row) => row.flatMap((node) => story.nodes[node]!))
  return capSingles(placed, sorted).map((places) => {
    const cells: (number[] | null)[] = documents.map(() => null)
    for (const { document, index } of places) {
      const d = column.get(sorted[document]!.id)!
      const cell = cells[d]
      if (cell == null) cells[d] = [index]
      else cell.push(index)
    }
    return { id: rowId(sorted, places), cells, importance: 0 }
  })
}

/** The rows as nodes, those best supported by the rest of their row first. */
export function groupNodes(
  story: StoryProfiles,
  pairs: PairScores,
  { least, leastSecond }: Pick<Aligner, 'least' | 'leastSecond'>,
): readonly (readonly number[])[] {
  const perAccount = TELLINGS_PER_ACCOUNT
  const rows = clusterRows(story.nodes, pairs, { least, perAccount })
  const extended = extendRows(rows, story.nodes, pairs, { least: leastSecond, perAccount })
  return orderMembers(extended, story.nodes.length, pairs)
}

function orderMembers(rows: readonly number[][], size: number, pairs: PairScores): number[][] {
  const rowsOf: number[][] = Array.from({ length: size }, () => [])
  rows.forEach((row, r) => {
    for (const node of row) rowsOf[node]!.push(r)
  })
  const support = rows.map(() => new Map<number, number>())
  const add = (r: number, node: number, score: number): void => {
    support[r]!.set(node, (support[r]!.get(node) ?? 0) + score)
  }
  for (let k = 0; k < pairs.a.length; k++) {
    const a = pairs.a[k]!
    const b = pairs.b[k]!
    for (const r of rowsOf[a]!) {
      if (!rowsOf[b]!.includes(r)) continue
      add(r, a, pairs.score[k]!)
      add(r, b, pairs.score[k]!)
    }
  }
  return rows.map((row, r) => [...row].sort((x, y) => (support[r]!.get(y) ?? 0) - (support[r]!.get(x) ?? 0) || x - y))
}

// 20 million cells take 160 MB; only stories of more than some 500 accounts come near.
const MOST_CELLS = 20_000_000

/** Leaves out claims of one account alone, those furthest from the start of their account first, where rows would not fit. */
function capSingles(rows: readonly ClaimPlace[][], documents: readonly Document[]): readonly ClaimPlace[][] {
  const most = Math.floor(MOST_CELLS / documents.length)
  if (rows.length <= most) return rows
  const alone = rows.filter((row) => row.length === 1)
  const kept = new Set(
    alone
      .sort((x, y) => x[0]!.index - y[0]!.index || x[0]!.document - y[0]!.document)
      .slice(0, Math.max(0, most - (rows.length - alone.length))),
  )
  return rows.filter((row) => row.length > 1 || kept.has(row))
}

/** A row's id, made from where its claims stand. */
function rowId(documents: readonly Document[], places: readonly ClaimPlace[]): string {
  const hash = createHash('sha256')
  const lines = places.map(({ document, index }) => {
    const { start, end } = getLayer(documents[document]!, 'claims')[index]!
    return `${documents[document]!.id}\n${start}\n${end}\n`
  })
  for (const line of lines.sort()) hash.update(line)
  return `r${hash.digest('hex').slice(0, 16)}`
}
