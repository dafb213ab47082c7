import { type Document, getLayer } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'

/**
 * Gives each row its importance in [0, 1] and puts the rows in falling order; ties by id.
 *
 * Told by many accounts, early, in few words of the title: weights of a logistic regression (training/align/README part).
 */
export function rankRows(rows: readonly ClaimRow[], documents: readonly Document[]): readonly ClaimRow[] {
  return rows
    .map((row) => ({ ...row, importance: importanceOf(row, documents) }))
    .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
}

function importanceOf(row: ClaimRow, documents: readonly Document[]): number {
  let earliest = 1
  let tellers = 0
  row.cells.forEach((cell, d) => {
    if (cell === null) return
    tellers++
    const claims = getLayer(documents[d]!, 'claims')
    for (const index of cell) earliest = Math.min(earliest, index / Math.max(1, claims.length))
  })
  const share = documents.length < 2 ? 0 : (tellers - 1) / (documents.length - 1)
  return 1 / (1 + Math.exp(-(2.5 * share - 5 * earliest - 0.5)))
}
