import { SynopticError } from '../../text/index.js'
import { createDocument, type DocumentInput } from '../createDocument.js'
import { findCredit } from '../credit/findCredit.js'
import type { Diagnostic, Document } from '../document.js'
import { detectLanguage } from '../language/detectLanguage.js'
import { findState } from '../state/findState.js'
import { decodeText } from './decodeText.js'
import type { FormatAdapter, Parsed, Source } from './format.js'
import { loadAdapter } from './formats.js'
import { hashOf } from './hashOf.js'
import { collectBytes, MOST_LISTED, notListed } from './limits.js'
import { readDate } from './readDate.js'

/** Accounts read, and what went wrong on the way. */
export interface ReadResult {
  readonly documents: readonly Document[]
  readonly diagnostics: readonly Diagnostic[]
  /** Addresses of articles that the source lists (OPML, sitemaps); whoever reads it decides whether to fetch them. */
  readonly addresses?: readonly string[]
}

/**
 * Reads one source into accounts, piece by piece for formats of many records.
 *
 * Never throws for what the source holds: that becomes a diagnostic.
 */
export async function* readSource(source: Source): AsyncIterable<ReadResult> {
  try {
    const adapter = await loadAdapter(source)
    if (adapter.kind === 'stream') yield* readStream(adapter.stream(source), source, adapter)
    else yield await readWhole(adapter, source)
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    yield { documents: [], diagnostics: [about(error.code, error.message)] }
  }
}

async function* readStream(
  stream: AsyncIterable<Parsed>,
  source: Source,
  adapter: FormatAdapter,
): AsyncIterable<ReadResult> {
  let empty = true
  let listed = 0
  let unlisted = 0
  for await (const parsed of stream) {
    empty = false
    const documents = await Promise.all(parsed.documents.map((input) => finish(input, source, adapter, null)))
    const shown = parsed.diagnostics.slice(0, MOST_LISTED - listed)
    listed += shown.length
    unlisted += parsed.diagnostics.length - shown.length
    if (documents.length + shown.length > 0) yield { documents, diagnostics: shown }
  }
  if (unlisted > 0) yield { documents: [], diagnostics: [about('RECORD_INVALID', notListed(source.origin, unlisted))] }
  if (empty) throw emptySource(source)
}

async function readWhole(adapter: Exclude<FormatAdapter, { kind: 'stream' }>, source: Source): Promise<ReadResult> {
  const bytes = await collectBytes(source.open(), source.origin)
  if (bytes.length === 0) throw emptySource(source)
  const sha256 = hashOf(bytes)
  const diagnostics: Diagnostic[] = []
  let parsed: Parsed
  if (adapter.kind === 'binary') parsed = await adapter.parse(bytes, source)
  else {
    const decoded = decodeText(bytes, source.origin, source.charset ?? null)
    if (decoded.text.trim() === '') throw emptySource(source)
    if (!decoded.certain) diagnostics.push(guessedEncoding(source))
    parsed = await adapter.parse(decoded.text, source)
  }
  const documents = await Promise.all(parsed.documents.map((input) => finish(input, source, adapter, sha256)))
  const { addresses } = parsed
  return {
    documents,
    diagnostics: [...diagnostics, ...parsed.diagnostics],
    ...(addresses === undefined ? {} : { addresses }),
  }
}

async function finish(
  { record, ...input }: DocumentInput,
  source: Source,
  adapter: FormatAdapter,
  sha256: string | null,
): Promise<Document> {
  const text = input.text.includes('\r') ? input.text.replace(/\r\n?/g, '\n') : input.text
  const state = input.state ?? findState(text)
  const published = checkDate(input.publishedAt, 'publication', source)
  const modified = checkDate(input.modifiedAt, 'modification', source)
  return createDocument({
    ...input,
    text,
    state,
    publishedAt: published.date,
    modifiedAt: modified.date,
    language: await languageOf(text, input.language ?? null),
    credit: input.credit ?? findCredit(text)?.agency ?? null,
    diagnostics: [
      ...(input.diagnostics ?? []),
      ...published.diagnostics,
      ...modified.diagnostics,
      ...cutNotice(input.id, state),
    ],
    provenance: input.provenance ?? {
      origin: source.origin,
      format: adapter.name,
      fetchedAt: source.fetchedAt,
      sha256: sha256 ?? hashOf(input.text),
      ...record,
      removed: input.removed ?? [],
    },
  })
}

// A quotation in another language is shorter than this.
const ENOUGH = 200

/** The language by the text itself where it is long enough to tell; else as it was declared, for templates call everything English. */
async function languageOf(text: string, declared: string | null): Promise<string | null> {
  const tag = declared?.trim().split(/[-_]/)[0]?.toLowerCase() || null
  if (tag !== null && text.length < ENOUGH) return tag
  return (await detectLanguage(text)) ?? tag
}

/** A date of a record in ISO 8601; one that is none is left out and said to be. */
function checkDate(
  date: string | null | undefined,
  what: string,
  source: Source,
): { readonly date: string | null; readonly diagnostics: readonly Diagnostic[] } {
  const read = readDate(date)
  if (read !== null || date == null || date.trim() === '') return { date: read, diagnostics: [] }
  const shown = JSON.stringify(date.slice(0, 60))
  const message = `${source.origin}: the date of ${what} ${shown} is none that can be read: it was left out; write it as 2026-02-03`
  return { date: null, diagnostics: [about('RECORD_INVALID', message)] }
}

/** Said of an account that was not read whole, for its silence proves nothing. */
function cutNotice(id: string, state: Document['state']): readonly Diagnostic[] {
  if (state !== 'truncated' && state !== 'paywalled') return []
  const why = state === 'truncated' ? 'ends in the middle' : 'goes on behind a paywall'
  return [
    {
      code: state === 'truncated' ? 'DOCUMENT_TRUNCATED' : 'DOCUMENT_PAYWALLED',
      documentId: id as Document['id'],
      message: `account "${id}" ${why}: what it does not say was counted as not read; give its full text if you can`,
      component: 'document/state',
    },
  ]
}

function emptySource(source: Source): SynopticError {
  return new SynopticError('INPUT_EMPTY', `${source.origin} is empty: give a file with the account's text`)
}

function guessedEncoding(source: Source): Diagnostic {
  return about(
    'INPUT_ENCODING',
    `${source.origin} is no valid UTF-8 and was read as windows-1252: save it as UTF-8 if characters look wrong`,
  )
}

function about(code: Diagnostic['code'], message: string): Diagnostic {
  return { code, documentId: null, message, component: 'document/read' }
}
