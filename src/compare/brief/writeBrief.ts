import type { Claim } from '../../claim/index.js'
import { type Document, getLayer } from '../../document/index.js'
import type { BriefLine } from '../comparison.js'
import type { ClaimRow, Conflict } from '../findings.js'

const MOST_LINES = 8
// Lines longer than this are no brief, shorter ones seldom stand alone. In UTF-16 code units.
const LONGEST = 320
const SHORTEST = 40
// Share of a line's words that earlier lines may have said already.
const MOST_REPEATED = 0.55

interface Telling {
  readonly document: Document
  readonly claim: Claim
}

/**
 * At most eight lines, most important first, each the exact words of one account.
 *
 * A row is told in the clearest of its tellings; a row whose words earlier lines mostly said is passed over. Every line names the rows
 * whose telling lies in it and the conflicts that touch its words or its rows. No rows, no lines.
 */
export function writeBrief(
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  conflicts: readonly Conflict[],
): readonly BriefLine[] {
  const ordered = [...rows].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
  const lines: BriefLine[] = []
  const said = new Set<string>()
  for (const row of ordered) {
    if (lines.length >= MOST_LINES) break
    const best = clearest(row, documents, said)
    if (best === null) continue
    for (const term of best.claim.terms) said.add(term.lemma)
    lines.push(createLine(best, row, rows, documents, conflicts))
  }
  return lines
}

function clearest(row: ClaimRow, documents: readonly Document[], said: ReadonlySet<string>): Telling | null {
  let best: Telling | null = null
  let highest = Number.NEGATIVE_INFINITY
  for (const telling of tellingsOf(row, documents)) {
    const { claim, document } = telling
    const length = claim.end - claim.start
    if (length < SHORTEST || length > LONGEST) continue
    const repeated = claim.terms.filter((term) => said.has(term.lemma)).length / Math.max(1, claim.terms.length)
    if (repeated > MOST_REPEATED) continue
    const score = clarity(claim, document)
    if (score > highest) {
      highest = score
      best = telling
    }
  }
  return best
}

/** How well a clause stands alone: the outlet's own voice, names rather than pronouns, a full but readable length. */
function clarity(claim: Claim, document: Document): number {
  const length = claim.end - claim.start
  const dangling = claim.participants.some((participant) => isPronoun(document, participant.start, participant.end))
  return (
    (claim.voice === 'reporter' ? 2 : 0) +
    (claim.modality === 'question' ? -4 : 0) +
    (dangling ? -1.5 : 0) +
    (/^\p{Lu}|^[“"\d]/u.test(document.text.slice(claim.start, claim.start + 1)) ? 1.5 : 0) +
    Math.min(length, 140) / 100
  )
}

function isPronoun(document: Document, start: number, end: number): boolean {
  const word = document.text.slice(start, end).toLowerCase()
  return /^(he|she|it|they|him|her|them|his|its|their|this|that|these|those|we|i|you)$/.test(word)
}

function tellingsOf(row: ClaimRow, documents: readonly Document[]): readonly Telling[] {
  return row.cells.flatMap((cell, d) => {
    const document = documents[d]!
    return (cell ?? []).map((index) => ({ document, claim: getLayer(document, 'claims')[index]! }))
  })
}

function createLine(
  { document, claim }: Telling,
  row: ClaimRow,
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  conflicts: readonly Conflict[],
): BriefLine {
  const told = rows.filter(
    (other) =>
      other.id === row.id ||
      tellingsOf(other, [document].length === 0 ? [] : documents).some(
        (telling) =>
          telling.document === document && telling.claim.start >= claim.start && telling.claim.end <= claim.end,
      ),
  )
  const spans = told.flatMap((other) => tellingsOf(other, documents))
  const touching = conflicts.filter((conflict) =>
    conflict.sides.some((side) =>
      side.evidence.some((evidence) =>
        spans.some(
          (telling) =>
            telling.document.id === evidence.documentId &&
            Math.min(telling.claim.end, evidence.span.end) > Math.max(telling.claim.start, evidence.span.start),
        ),
      ),
    ),
  )
  return {
    evidence: { documentId: document.id, span: { start: claim.start, end: claim.end } },
    rows: told.map((other) => other.id),
    conflicts: touching.map((conflict) => conflict.id),
  }
}
