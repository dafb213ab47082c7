import { z } from 'zod'
import type { DocumentInput } from '../createDocument.js'
import type { Diagnostic } from '../document.js'
import type { Parsed, Source, StreamFormat, TextFormat } from './format.js'
import { hashOf } from './hashOf.js'
import { LARGEST_RECORD, MOST_LISTED, notListed } from './limits.js'
import { decodeLine, lineTooLong, splitLines } from './splitLines.js'

const text = z.string().nullish()
// What is said of an account and cannot be read leaves the account itself as good as it is.
const aside = text.catch(null)
const named = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)])
const oneOrMany = z
  .union([z.array(named.nullable().catch(null)), named.transform((value) => [value])])
  .nullish()
  .catch(null)

/** Our own names and schema.org's, side by side; ours win. Unknown fields are let through unread. */
const record = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  '@id': aside,
  title: aside,
  headline: aside,
  text,
  articleBody: text,
  outlet: aside,
  publisher: named.nullish().catch(null),
  url: aside,
  publishedAt: aside,
  datePublished: aside,
  modifiedAt: aside,
  dateModified: aside,
  authors: oneOrMany,
  author: oneOrMany,
  language: aside,
  inLanguage: aside,
  credit: aside,
})

/** JSON: one record, an array of records, or `{"documents": […]}`, or a JSON feed. A broken record gives a diagnostic; the others are read. */
export const json: TextFormat = {
  kind: 'text',
  name: 'json',
  extensions: ['json'],
  async parse(content, source) {
    let value: unknown
    try {
      value = JSON.parse(content)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const message = `${source.origin} is no valid JSON (${error.message}): mend it, or name it .txt to read it as plain text`
      return { documents: [], diagnostics: [invalid(message)] }
    }
    if (isJsonFeed(value)) return (await import('./feed.js')).feed.parse(content, source)
    const values = listOf(value)
    const many = values.length > 1
    const documents: DocumentInput[] = []
    const diagnostics: Diagnostic[] = []
    let unlisted = 0
    for (const [i, item] of values.entries()) {
      const where = `${source.origin}, ${many ? `record ${i + 1}` : 'the record'}`
      const read = readRecord(item, where, many ? `${source.name}-${i + 1}` : source.name)
      // The only record of a file is where the file is.
      documents.push(...read.documents.map((found) => (many ? found : { ...found, record: {} })))
      if (diagnostics.length < MOST_LISTED) diagnostics.push(...read.diagnostics)
      else unlisted += read.diagnostics.length
    }
    if (unlisted > 0) diagnostics.push(invalid(notListed(source.origin, unlisted)))
    return { documents, diagnostics }
  },
}

/** JSON Lines: one record a line, read line by line; empty lines are passed over. A broken line gives a diagnostic with its number. */
export const jsonLines: StreamFormat = {
  kind: 'stream',
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  async *stream(source) {
    for await (const { number, bytes } of splitLines(source.open(), LARGEST_RECORD)) {
      const line = bytes === null ? '' : decodeLine(bytes)
      if (bytes === null) yield failed(lineTooLong(source.origin, number, LARGEST_RECORD))
      else if (line.trim() !== '') yield withHash(parseLine(line, number, source), bytes)
    }
  },
}

function withHash({ documents, diagnostics }: Parsed, bytes: Uint8Array): Parsed {
  const hashed = documents.map((found) => ({ ...found, record: { ...found.record, sha256: hashOf(bytes) } }))
  return { documents: hashed, diagnostics }
}

function parseLine(line: string, number: number, source: Source): Parsed {
  try {
    const value: unknown = JSON.parse(line)
    return readRecord(value, `${source.origin}, line ${number}`, `${source.name}-${number}`)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return failed(
      `${source.origin}, line ${number} is no valid JSON (${error.message}): the line was left out; write one JSON object a line`,
    )
  }
}

function isJsonFeed(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    /^https?:\/\/jsonfeed\.org\//.test(String(value.version))
  )
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null && 'documents' in value && Array.isArray(value.documents))
    return value.documents
  return [value]
}

/** One record as an account, or why it is none. */
export function readRecord(value: unknown, where: string, fallbackId: string): Parsed {
  const parsed = record.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const path = issue?.path.join('.') || 'the record'
    return failed(`${where}: ${path}: ${issue?.message ?? 'not a record'}; it was left out`)
  }
  const found = toInput(parsed.data, fallbackId)
  if (found === null) {
    return failed(`${where} has no "text" (or "articleBody"): it was left out; give the account's text in that field`)
  }
  return { documents: [{ ...found, record: { origin: where } }], diagnostics: [] }
}

function failed(message: string): Parsed {
  return { documents: [], diagnostics: [invalid(message)] }
}

function toInput(data: z.infer<typeof record>, fallbackId: string): DocumentInput | null {
  const body = data.text ?? data.articleBody ?? ''
  if (body.trim() === '') return null
  return {
    id: String(data.id ?? data['@id'] ?? fallbackId),
    text: body,
    title: data.title ?? data.headline ?? null,
    outlet: data.outlet ?? data.publisher ?? null,
    url: data.url ?? null,
    publishedAt: data.publishedAt ?? data.datePublished ?? null,
    modifiedAt: data.modifiedAt ?? data.dateModified ?? null,
    authors: (data.authors ?? data.author ?? []).flatMap((name) => (name === null || name.trim() === '' ? [] : name)),
    language: data.language ?? data.inLanguage ?? null,
    credit: data.credit ?? null,
  }
}

function invalid(message: string): Diagnostic {
  return { code: 'RECORD_INVALID', documentId: null, message, component: 'document/json' }
}
