import { WARCParser, type WARCRecord } from 'warcio'
import { SynopticError } from '../../text/index.js'
import { charsetOf, decodeText } from './decodeText.js'
import type { Parsed, Source, StreamFormat } from './format.js'
import { hashOf } from './hashOf.js'
import { html } from './html/html.js'
import { LARGEST_RECORD } from './limits.js'

/**
 * Web archives: the articles of their HTML responses, one record at a time. Other records are passed over.
 *
 * A page was fetched when its record says; that is no date of publication, for archives are made years later. Its hash is that of the page's
 * bytes.
 */
export const warc: StreamFormat = {
  kind: 'stream',
  name: 'warc',
  extensions: ['warc'],
  async *stream(source) {
    const parser = new ResumingParser(source.open())
    let count = 0
    for (;;) {
      let record: Awaited<ReturnType<typeof parser.parse>>
      try {
        record = await parser.parse()
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        yield broken(
          `${source.origin}: the archive is damaged after ${count} records (${reason}): the rest was left out`,
        )
        return
      }
      if (parser.skipped > 0)
        yield broken(
          `${source.origin}: ${parser.skipped} bytes behind record ${count} belong to none (its length is wrong): they were left out`,
        )
      if (record === null) return
      count++
      const type = pageType(record)
      if (/html/i.test(type)) yield await readPage(record, source, count, type)
      // The parser never ends on some damaged records that were not read to their end; a page was.
      else for await (const _ of record);
    }
  },
}

/** The type of what a record holds, where that was found and not moved or refused; '' for other records. */
function pageType({ warcType, warcContentType, httpHeaders }: WARCRecord): string {
  if (warcType === 'resource') return warcContentType ?? ''
  const status = Number(httpHeaders?.statusCode ?? 200)
  return warcType === 'response' && !(status >= 300) ? (httpHeaders?.headers.get('content-type') ?? '') : ''
}

const MARK = new TextEncoder().encode('WARC/')
const LINE_FEED = 10
// Long enough for a header; what lies between records may be a page without a line break.
const LONGEST_LINE = 8_192

/** Goes on at the next record where one is longer than it says; the library writes to the terminal then and takes what is left for headers. */
class ResumingParser extends WARCParser {
  /** How many bytes stood before the last record that belong to none; line breaks are not counted. */
  skipped = 0

  override async readToNextRecord(): Promise<Uint8Array | null> {
    this.skipped = 0
    if (this._record === null) return super.readToNextRecord()
    await this._record.skipFully()
    let atStart = true
    for (;;) {
      const line = await this._reader.readlineRaw(LONGEST_LINE)
      if (line === null || line.length === 0) return line
      if (atStart && MARK.every((byte, i) => line[i] === byte)) return line
      atStart = line.at(-1) === LINE_FEED
      if (line.some((byte) => byte !== LINE_FEED && byte !== 13)) this.skipped += line.length
    }
  }
}

async function readPage(record: WARCRecord, source: Source, number: number, type: string): Promise<Parsed> {
  const parts: Uint8Array[] = []
  let size = 0
  const where = record.warcTargetURI ?? `record ${number}`
  for await (const chunk of record) {
    size += chunk.length
    if (size <= LARGEST_RECORD) parts.push(chunk)
  }
  if (size > LARGEST_RECORD)
    return broken(`${source.origin}: the page ${where} is larger than ${LARGEST_RECORD} bytes: it was left out`)
  const address = record.warcTargetURI?.replace(/^<|>$/g, '')
  const page: Source = {
    ...source,
    origin: `${source.origin}#${where}`,
    name: `${source.name}-${number}`,
    ...(address === undefined ? {} : { address }),
  }
  const bytes = new Uint8Array(Buffer.concat(parts))
  try {
    const { text } = decodeText(bytes, page.origin, charsetOf(type))
    const { documents, diagnostics } = await html.parse(text, page)
    const kept = { origin: page.origin, fetchedAt: momentOf(record.warcDate), sha256: hashOf(bytes) }
    return { documents: documents.map((document) => ({ ...document, record: kept })), diagnostics }
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    // One page that is none does not end the archive.
    return broken(error.message)
  }
}

/** The time of a record in ISO 8601; null for what is none. */
function momentOf(date: string | null | undefined): string | null {
  return date != null && /^\d{4}-\d\d-\d\dT/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null
}

function broken(message: string): Parsed {
  return {
    documents: [],
    diagnostics: [{ code: 'RECORD_INVALID', documentId: null, message, component: 'document/warc' }],
  }
}
