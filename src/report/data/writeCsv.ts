import { makeSafe } from '../view/safeText.js'
import type { Table } from './tables.js'

/** A table as CSV (RFC 4180); lines end in CRLF. */
export function writeCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(quoteCell).join(',')}\r\n`).join('')
}

/** A cell as CSV writes it. What a spreadsheet would take for a formula is led by an apostrophe. */
export function quoteCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = makeSafe(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${safe}` : safe
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
