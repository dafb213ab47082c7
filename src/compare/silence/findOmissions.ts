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
 * from here on belong in a full brief (205 of 246); see docs/align.md.
 */
export const IMPORTANT = 0.5

/** The important claims that accounts leave out: in the order of the rows, then of the accounts. No rows, no omissions. */
export function findOmissions(rows: readonly ClaimRow[], silences: readonly RowSilence[]): readonly Omission[] {
  const important = new Set(rows.filter((row) => row.importance >= IMPORTANT).map((row) => row.id))
  return silences.flatMap(({ row, silent }) =>
    important.has(row) ? silent.map(({ documentId, why }) => ({ row, documentId, why })) : [],
  )
}
