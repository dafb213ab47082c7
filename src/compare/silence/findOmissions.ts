import type { DocumentId } from '../../document/index.js'
import type { RowSilence } from '../comparison.js'
import type { ClaimRow, Silence } from '../findings.js'

export interface Omission {
  readonly row: string
  readonly documentId: DocumentId
  readonly why: Silence
}

/**
 * Importance from which a claim that an account leaves out is worth a line. On the gold stories, told out of fold, five in six claims
 * from here on belong in a full brief (199 of 235); see docs/align.md.
 */
export const IMPORTANT = 0.55

// Of twenty accounts nineteen leave out what one of them tells alone: that says more of the one than of the nineteen.
const TELLING_SHARE = 0.25

/**
 * The important claims that accounts leave out and at least a quarter of the accounts tell: those that most tell first, then the more
 * important, each in the order of the accounts. No rows, no omissions.
 */
export function findOmissions(rows: readonly ClaimRow[], silences: readonly RowSilence[]): readonly Omission[] {
  const silentOn = new Map(silences.map(({ row, silent }) => [row, silent]))
  return rows
    .map((row) => ({ row, tellers: row.cells.reduce((n, cell) => n + (cell === null ? 0 : 1), 0) }))
    .filter(({ row, tellers }) => row.importance >= IMPORTANT && tellers >= row.cells.length * TELLING_SHARE)
    .sort((a, b) => b.tellers - a.tellers || b.row.importance - a.row.importance || (a.row.id < b.row.id ? -1 : 1))
    .flatMap(({ row }) => (silentOn.get(row.id) ?? []).map(({ documentId, why }) => ({ row: row.id, documentId, why })))
}
