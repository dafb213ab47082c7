import { SynopticError } from '../../text/index.js'
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
  { extensions: ['csv', 'tsv'], load: async () => (await import('./csv.js')).csv },
  { extensions: ['xml', 'rss', 'atom', 'rdf', 'opml'], load: async () => (await import('./feed.js')).feed },
  { extensions: ['pdf'], load: async () => (await import('./pdf.js')).pdf },
  { extensions: ['docx'], load: async () => (await import('./docx.js')).docx },
  { extensions: ['eml'], load: async () => (await import('./mail.js')).mail },
  { extensions: ['mbox'], load: async () => (await import('./mail.js')).mailbox },
  { extensions: ['warc'], load: async () => (await import('./warc.js')).warc },
]

/** Every ending an input file may have, for folders and messages. */
export const KNOWN_EXTENSIONS: readonly string[] = FORMATS.flatMap((format) => format.extensions).filter(
  (e) => e !== '',
)

// Kept, for asking Node for a module takes longer than reading a short file, even when it is loaded.
const loaded = new Map<string, FormatAdapter>()

/**
 * The adapter for a source, by its ending.
 *
 * @throws SynopticError `INPUT_UNKNOWN_FORMAT` when there is none
 */
export async function loadAdapter(source: Pick<Source, 'extension' | 'origin'>): Promise<FormatAdapter> {
  const known = loaded.get(source.extension)
  if (known !== undefined) return known
  const found = FORMATS.find((format) => format.extensions.includes(source.extension))
  if (found !== undefined) {
    const adapter = await found.load()
    loaded.set(source.extension, adapter)
    return adapter
  }
  throw new SynopticError(
    'INPUT_UNKNOWN_FORMAT',
    `${source.origin} ends in ".${source.extension}", which is none of ${KNOWN_EXTENSIONS.map((e) => `.${e}`).join(', ')}: rename or convert it`,
  )
}
