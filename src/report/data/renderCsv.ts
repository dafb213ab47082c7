import type { Dossier } from '../../dossier/index.js'
import { SynopticError } from '../../text/index.js'
import { TABLES, type TableName } from './tables.js'
import { writeCsv } from './writeCsv.js'

/** Names that `renderCsv` takes. */
export const CSV_TABLES: readonly TableName[] = ['conflicts', 'quotes', 'claims', 'timeline']

/**
 * One of the dossier's tables as CSV (RFC 4180): a line of names, then a row per finding and account.
 *
 * A cell that a spreadsheet would take for a formula is led by an apostrophe, as OWASP advises; control characters are shown,
 * not kept. For exact text with offsets use JSON.
 * @throws SynopticError `OPTION_INVALID` for a table that does not exist
 */
export function renderCsv(dossier: Dossier, table: TableName): string {
  if (!CSV_TABLES.includes(table)) {
    throw new SynopticError('OPTION_INVALID', `there is no table "${table}": choose from ${CSV_TABLES.join(', ')}`)
  }
  return writeCsv(TABLES[table](dossier))
}
