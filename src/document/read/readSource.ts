import { createHash } from 'node:crypto'
import { SynopticError } from '../../text/index.js'
import { createDocument, type DocumentInput } from '../createDocument.js'
import type { Diagnostic, Document } from '../document.js'
import { detectLanguage } from '../language/detectLanguage.js'
import { decodeText } from './decodeText.js'
import type { FormatAdapter, Source } from './format.js'
import { json, jsonLines } from './jsonRecords.js'
import { plainText } from './plainText.js'

/** A format that is loaded when the first file of its kind comes, so that reading plain text stays quick. */
interface LazyFormat {
  readonly extensions: readonly string[]
  load(): Promise<FormatAdapter>
}

const FORMATS: readonly LazyFormat[] = [
  { extensions: plainText.extensions, load: async () => plainText },
  { extensions: json.extensions, load: async () => json },
  { extensions: jsonLines.extensions, load: async () => jsonLines },
  { extensions: ['html', 'htm', 'xhtml'], load: async () => (await import('./html/html.js')).html },
]

/** Accounts read from one source, and what went wrong on the way. */
export interface ReadResult {
  readonly documents: readonly Document[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Every ending an input file may have, for folders and messages. */
export const KNOWN_EXTENSIONS: readonly string[] = FORMATS.flatMap((format) => format.extensions).filter(
  (e) => e !== '',
)

/** Reads one source into accounts. Never throws for what the source holds: that becomes a diagnostic. */
export async function readSource(source: Source): Promise<ReadResult> {
  try {
    return await parseSource(source)
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    return { documents: [], diagnostics: [about(error.code, error.message)] }
  }
}

async function parseSource(source: Source): Promise<ReadResult> {
  const adapter = await loadAdapter(source)
  const decoded = decodeText(source.bytes, source.origin)
  if (decoded.text.trim() === '') {
    throw new SynopticError('INPUT_EMPTY', `${source.origin} is empty: give a file with the account's text`)
  }
  const parsed = adapter.parse(decoded.text, source)
  const diagnostics = [...parsed.diagnostics]
  if (!decoded.certain) {
    diagnostics.push(
      about(
        'INPUT_ENCODING',
        `${source.origin} is no valid UTF-8 and was read as windows-1252: save it as UTF-8 if characters look wrong`,
      ),
    )
  }
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  return {
    documents: await Promise.all(parsed.documents.map((input) => finish(input, source, adapter, sha256))),
    diagnostics,
  }
}

function loadAdapter(source: Source): Promise<FormatAdapter> {
  const found = FORMATS.find((format) => format.extensions.includes(source.extension))
  if (found !== undefined) return found.load()
  throw new SynopticError(
    'INPUT_UNKNOWN_FORMAT',
    `${source.origin} ends in ".${source.extension}", which is none of ${KNOWN_EXTENSIONS.map((e) => `.${e}`).join(', ')}: rename or convert it`,
  )
}

async function finish(input: DocumentInput, source: Source, adapter: FormatAdapter, sha256: string): Promise<Document> {
  return createDocument({
    ...input,
    language: input.language ?? (await detectLanguage(input.text)),
    text: input.text.includes('\r') ? input.text.replace(/\r\n?/g, '\n') : input.text,
    provenance: input.provenance ?? {
      origin: source.origin,
      format: adapter.name,
      fetchedAt: null,
      sha256,
      removed: [],
    },
  })
}

function about(code: Diagnostic['code'], message: string): Diagnostic {
  return { code, documentId: null, message, component: 'document/read' }
}
