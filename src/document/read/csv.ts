import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Parsed, StreamFormat } from './format.js'
import { readRecord } from './jsonRecords.js'
import { LARGEST_RECORD } from './limits.js'

/** CSV and TSV with a header line: one account a row, columns named as in our JSON records or schema.org's. Read row by row. */
export const csv: StreamFormat = {
  kind: 'stream',
  name: 'csv',
  extensions: ['csv', 'tsv'],
  async *stream(source) {
    const chunks = source.open()[Symbol.asyncIterator]()
    const first = await chunks.next()
    if (first.done === true) return
    const skipped: string[] = []
    const parser = Readable.from(resume(first.value, chunks)).pipe(
      parse({
        columns: true,
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_error: true,
        on_skip: (error) => {
          skipped.push(error?.message ?? 'unreadable')
        },
        delimiter: source.extension === 'tsv' ? '\t' : delimiterOf(first.value),
        max_record_size: LARGEST_RECORD,
      }),
    )
    let row = 0
    for await (const record of parser as AsyncIterable<Record<string, string>>) {
      row++
      const given = Object.entries(record).filter(([, value]) => value !== '')
      yield readRecord(toRecord(given), `${source.origin}, row ${row}`, `${source.name}-${row}`)
    }
    for (const reason of skipped)
      yield broken(`${source.origin}: a row was left out (${reason}): mend its quotation marks`)
  },
}

async function* resume(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** Comma or semicolon, whichever the header line has more of. */
function delimiterOf(bytes: Uint8Array): string {
  const [header = ''] = new TextDecoder().decode(bytes.subarray(0, 10_000)).split('\n')
  return header.split(';').length > header.split(',').length ? ';' : ','
}

/** Several authors in one cell are parted by semicolons. */
function toRecord(entries: readonly (readonly [string, string])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === 'authors' ? value.split(/\s*;\s*/).filter(Boolean) : value]),
  )
}

function broken(message: string): Parsed {
  return {
    documents: [],
    diagnostics: [{ code: 'RECORD_INVALID', documentId: null, message, component: 'document/csv' }],
  }
}
