import { type Document, getLayer } from '../../document/index.js'
import { type Span, overlapLength } from '../../text/index.js'
import type { BriefLine } from '../comparison.js'
import type { ClaimRow, Conflict } from '../findings.js'
import { clarityOf, type Passage } from './clarity.js'
import { gatherPassages } from './gatherPassages.js'

const MOST_LINES = 8
// A line that adds less than this to what was said is left out: a detail, or the same again.
const LEAST_GAIN = 0.3
// What a row told before still adds when it is told again: another account's sentence on it holds other details.
const TOLD_AGAIN = 0.5
// Share of a line's words that lines before may have said at no cost, and share from which it is the same again.
const FREE_REPEATS = 0.5
const ALL_REPEATED = 0.75

/**
 * At most eight lines, most important first, each the exact words of one account.
 *
 * Lines are whole sentences where they are short enough to read, else clauses. Each is the one that adds most: the importance of the
 * rows it tells that no line before told, times how well it stands alone. A line names its rows and the conflicts that touch its words
 * or one of its rows. No rows, no lines. Linear in the claims, times eight.
 */
export function writeBrief(
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  conflicts: readonly Conflict[],
): readonly BriefLine[] {
  const passages = gatherPassages(rows, documents).map((passage) => ({ passage, clarity: clarityOf(passage) }))
  const told = new Map<number, number>()
  const said = new Set<string>()
  const linesOf = new Map<Document, number>()
  const lines: BriefLine[] = []
  while (lines.length < MOST_LINES) {
    let best: Passage | null = null
    let highest = LEAST_GAIN
    for (const { passage, clarity } of passages) {
      const own = linesOf.get(passage.document) ?? 0
      // Lines of one account after another would tell the story as that account does.
      const gain = (clarity * gainOf(passage, rows, told) * freshness(passage, said)) / (1 + 0.15 * own)
      if (gain > highest) {
        highest = gain
        best = passage
      }
    }
    if (best === null) break
    for (const row of best.rows) told.set(row, (told.get(row) ?? 0) + 1)
    for (const word of best.words) said.add(word)
    linesOf.set(best.document, (linesOf.get(best.document) ?? 0) + 1)
    lines.push(createLine(best, rows, documents, conflicts))
  }
  return lines
}

/** Importance of the rows the passage tells, less of those told before, and more for an account's first sentences. */
function gainOf({ rows: own, claims }: Passage, rows: readonly ClaimRow[], told: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const r of own) sum += rows[r]!.importance ** 1.5 * TOLD_AGAIN ** (told.get(r) ?? 0)
  const sentence = claims[0]?.sentence ?? Number.POSITIVE_INFINITY
  // News puts what matters first: an account's opening is written as its summary.
  const lead = sentence < 1 ? 1.5 : sentence < 3 ? 0.9 : sentence < 6 ? 0.3 : 0
  return sum * (1 + lead)
}

/** Falls from 1 to 0 with the share of its words that lines before have said. */
function freshness({ words }: Passage, said: ReadonlySet<string>): number {
  if (words.length === 0 || said.size === 0) return 1
  const repeated = words.filter((word) => said.has(word)).length / words.length
  return repeated < FREE_REPEATS ? 1 : Math.max(0, (ALL_REPEATED - repeated) / (ALL_REPEATED - FREE_REPEATS))
}

function createLine(
  passage: Passage,
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  conflicts: readonly Conflict[],
): BriefLine {
  const told = passage.rows.map((r) => rows[r]!)
  const spans = new Map<string, Span[]>([[passage.document.id, [passage.span]]])
  for (const row of told) {
    row.cells.forEach((cell, d) => {
      if (cell === null) return
      const { id } = documents[d]!
      const list = spans.get(id) ?? []
      list.push(...cell.map((index) => getLayer(documents[d]!, 'claims')[index]!))
      spans.set(id, list)
    })
  }
  const touches = (conflict: Conflict): boolean =>
    conflict.sides.some(({ evidence }) =>
      evidence.some(({ documentId, span }) =>
        (spans.get(documentId) ?? []).some((own) => overlapLength(own, span) > 0),
      ),
    )
  return {
    evidence: { documentId: passage.document.id, span: passage.span },
    rows: told.map(({ id }) => id),
    conflicts: conflicts.filter(touches).map(({ id }) => id),
  }
}
