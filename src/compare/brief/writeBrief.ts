import { type Document, getLayer } from '../../document/index.js'
import { type Span, overlapLength } from '../../text/index.js'
import type { BriefLine } from '../comparison.js'
import type { ClaimRow, Conflict } from '../findings.js'
import { loadAligner } from '../align/aligner.js'
import { chooseLines, prepareChoice } from './chooseLines.js'
import { LEANING, leansBack, type Passage } from './clarity.js'
import { type BriefModel, gainOf } from './gain.js'
import { gatherPassages } from './gatherPassages.js'

/**
 * At most eight lines, most important first, each the exact words of one account.
 *
 * Lines are whole sentences where they are short enough to read, else clauses. Each is the one that adds most to those before, as
 * learnt from people's marks of what belongs in a summary. A line names its rows and the conflicts that touch its words or one of its
 * rows. No rows, no lines. Linear in the claims, and eight times in the 400 passages that matter most.
 */
export function writeBrief(
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  conflicts: readonly Conflict[],
  model?: BriefModel,
): readonly BriefLine[] {
  if (rows.length === 0) return []
  const trained = model ?? loadAligner().brief
  const choice = prepareChoice(gatherPassages(rows, documents), rows, documents)
  const { passages } = choice
  // Marks of what is told say nothing of how it reads: what "it" and "they" are must not be left open.
  const share = passages.map((passage) => (leansBack(passage) ? LEANING : 1))
  return chooseLines(choice, (figures, p) => share[p]! * gainOf(trained, figures)).map((line) =>
    createLine(passages[line]!, rows, documents, conflicts),
  )
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
