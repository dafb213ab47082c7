import { WARCParser } from 'warcio'
import { decodeText } from './decodeText.js'
import type { Parsed, Source, StreamFormat } from './format.js'
import { html } from './html/html.js'
import { LARGEST_RECORD } from './limits.js'

/** Web archives: the articles of their HTML responses, one record at a time. Other records are passed over. */
export const warc: StreamFormat = {
  kind: 'stream',
  name: 'warc',
  extensions: ['warc'],
  async *stream(source) {
    const parser = new WARCParser(source.open())
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
      if (record === null) return
      count++
      const type = record.httpHeaders?.headers.get('content-type') ?? ''
      if (record.warcType === 'response' && /html/i.test(type)) yield await readPage(record, source, count)
      // The parser never ends on some damaged records that were not read to their end; a page was.
      else for await (const _ of record);
    }
  },
}

async function readPage(
  record: AsyncIterable<Uint8Array> & {
    readonly warcTargetURI: string | null | undefined
    readonly warcDate: string | null | undefined
  },
  source: Source,
  number: number,
): Promise<Parsed> {
  const parts: Uint8Array[] = []
  let size = 0
  const where = record.warcTargetURI ?? `record ${number}`
  for await (const chunk of record) {
    size += chunk.length
    if (size <= LARGEST_RECORD) parts.push(chunk)
  }
  if (size > LARGEST_RECORD)
    return broken(`${source.origin}: the page ${where} is larger than ${LARGEST_RECORD} bytes: it was left out`)
  const page: Source = { ...source, origin: `${source.origin}#${where}`, name: `${source.name}-${number}` }
  const { text } = decodeText(new Uint8Array(Buffer.concat(parts)), page.origin)
  const parsed = await html.parse(text, page)
  return {
    ...parsed,
    documents: parsed.documents.map((document) => ({ ...document, url: document.url ?? record.warcTargetURI ?? null })),
  }
}

function broken(message: string): Parsed {
  return {
    documents: [],
    diagnostics: [{ code: 'RECORD_INVALID', documentId: null, message, component: 'document/warc' }],
  }
}
