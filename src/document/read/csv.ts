import { SynopticError } from '../../text/index.js'
import { decodeStream } from './decodeStream.js'
import type { Parsed, StreamFormat } from './format.js'
import { readRecord } from './jsonRecords.js'
import { LARGEST_RECORD } from './limits.js'
import { splitRows } from './splitRows.js'

// Tables of articles have ten columns; what has more is no such table, and each row would be read for each.
const MOST_COLUMNS = 1_000

/** CSV and TSV with a header line: one account a row, columns named as in our JSON records or schema.org's. Read row by row. */
export const csv: StreamFormat = {
  kind: 'stream',
  name: 'csv',
  extensions: ['csv', 'tsv'],
  async *stream(source) {
    const pieces = decodeStream(source.open(), source.origin)[Symbol.asyncIterator]()
    const first = await pieces.next()
    if (first.done === true || first.value.trim() === '') return
    const head = first.value.replace(/^\uFEFF/, '')
    const delimiter = source.extension === 'tsv' ? '\t' : delimiterOf(head)
    let header: readonly string[] | null = null
    for await (const { number, fields, problem } of splitRows(resume(head, pieces), delimiter, LARGEST_RECORD)) {
      if (fields === null)
        yield broken(`${source.origin}: row ${number - 1} was left out (${problem}): mend its quotation marks`)
      else if (header === null) header = columns(fields, source.origin)
      else
        yield readRecord(
          toRecord(header, fields),
          `${source.origin}, row ${number - 1}`,
          `${source.name}-${number - 1}`,
        )
    }
  },
}

async function* resume(first: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

function columns(fields: readonly string[], origin: string): readonly string[] {
  if (fields.length <= MOST_COLUMNS) return fields.map((field) => field.trim())
  throw new SynopticError(
    'INPUT_TOO_LARGE',
    `${origin} has ${fields.length} columns, more than the ${MOST_COLUMNS} allowed: leave out those that are not needed`,
  )
}

/** Comma or semicolon, whichever the header line has more of; a tab where it has neither. */
function delimiterOf(text: string): string {
  const [header = ''] = text.slice(0, 10_000).split('\n')
  const count = (character: string): number => header.split(character).length
  if (count('\t') > count(',') && count('\t') > count(';')) return '\t'
  return count(';') > count(',') ? ';' : ','
}

/** The filled fields by the names of their columns. Several authors in one cell are parted by semicolons. */
function toRecord(header: readonly string[], fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    header.flatMap((name, i) => {
      const value = fields[i] ?? ''
      if (value === '') return []
      return [[name, name === 'authors' || name === 'author' ? value.split(/\s*;\s*/).filter(Boolean) : value] as const]
    }),
  )
}

function broken(message: string): Parsed {
  return {
    documents: [],
    diagnostics: [{ code: 'RECORD_INVALID', documentId: null, message, component: 'document/csv' }],
  }
}
