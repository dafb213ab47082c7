import { z } from 'zod'
import type { DocumentInput } from '../createDocument.js'
import type { Diagnostic } from '../document.js'
import type { FormatAdapter, Parsed, Source } from './format.js'

const text = z.string().nullish()
const named = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)])
const oneOrMany = z.union([z.array(named), named.transform((value) => [value])]).nullish()

/** Our own names and schema.org's, side by side; ours win. Unknown fields are let through unread. */
const record = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  '@id': text,
  title: text,
  headline: text,
  text,
  articleBody: text,
  outlet: text,
  publisher: named.nullish(),
  url: text,
  publishedAt: text,
  datePublished: text,
  modifiedAt: text,
  dateModified: text,
  authors: z.array(z.string()).nullish(),
  author: oneOrMany,
  language: text,
  inLanguage: text,
  credit: text,
})

/** JSON: one record, an array of records, or `{"documents": […]}`. A broken record gives a diagnostic; the others are read. */
export const json: FormatAdapter = {
  name: 'json',
  extensions: ['json'],
  parse(content, source) {
    let value: unknown
    try {
      value = JSON.parse(content)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const message = `${source.origin} is no valid JSON (${error.message}): mend it, or name it .txt to read it as plain text`
      return { documents: [], diagnostics: [invalid(message)] }
    }
    return readRecords(listOf(value), source, (index, many) => (many ? `record ${index + 1}` : 'the record'))
  },
}

/** JSON Lines: one record a line; empty lines are passed over. A broken line gives a diagnostic with its number. */
export const jsonLines: FormatAdapter = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  parse(content, source) {
    const records: unknown[] = []
    const lineOf: number[] = []
    const diagnostics: Diagnostic[] = []
    content.split('\n').forEach((line, index) => {
      if (line.trim() === '') return
      try {
        records.push(JSON.parse(line))
        lineOf.push(index + 1)
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        diagnostics.push(
          invalid(
            `${source.origin}, line ${index + 1} is no valid JSON (${error.message}): the line was left out; write one JSON object a line`,
          ),
        )
      }
    })
    const parsed = readRecords(records, source, (index) => `line ${lineOf[index]}`)
    return { documents: parsed.documents, diagnostics: [...diagnostics, ...parsed.diagnostics] }
  },
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null && 'documents' in value && Array.isArray(value.documents))
    return value.documents
  return [value]
}

function readRecords(
  values: readonly unknown[],
  source: Source,
  place: (index: number, many: boolean) => string,
): Parsed {
  const documents: DocumentInput[] = []
  const diagnostics: Diagnostic[] = []
  values.forEach((value, index) => {
    const where = `${source.origin}, ${place(index, values.length > 1)}`
    const parsed = record.safeParse(value)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const path = issue?.path.join('.') || 'the record'
      diagnostics.push(invalid(`${where}: ${path}: ${issue?.message ?? 'not a record'}; it was left out`))
      return
    }
    const found = toInput(parsed.data, values.length > 1 ? `${source.name}-${index + 1}` : source.name)
    if (found === null) {
      diagnostics.push(
        invalid(`${where} has no "text" (or "articleBody"): it was left out; give the account's text in that field`),
      )
      return
    }
    documents.push(found)
  })
  return { documents, diagnostics }
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
    authors: data.authors ?? data.author ?? [],
    language: data.language ?? data.inLanguage ?? null,
    credit: data.credit ?? null,
  }
}

function invalid(message: string): Diagnostic {
  return { code: 'RECORD_INVALID', documentId: null, message, component: 'document/json' }
}
