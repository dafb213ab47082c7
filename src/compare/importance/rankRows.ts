import type { Document } from '../../document/index.js'
import { type BoostedTrees, scoreExample } from '../align/boostedTrees.js'
import type { ClaimRow } from '../findings.js'
import { createRowReader } from './rowFeatures.js'

/**
 * Gives each row its importance in [0, 1] and puts the rows in falling order; ties by id.
 *
 * Importance is learnt from people's marks: 1 belongs in a summary of three sentences, 0.6 in a full brief, 0.25 is a detail, 0 was not
 * worth noting. Linear in the claims.
 */
export function rankRows(
  rows: readonly ClaimRow[],
  documents: readonly Document[],
  model: BoostedTrees,
): readonly ClaimRow[] {
  const read = createRowReader(documents)
  return rows
    .map((row) => ({ ...row, importance: scoreExample(model, read(row)) }))
    .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
}
