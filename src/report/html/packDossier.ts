import type { Dossier, DossierSpan } from '../../dossier/index.js'

/**
 * A dossier without the accounts' texts and without words that can be cut from them again: what a page carries besides what it shows.
 *
 * A span becomes `{"w": "2@14:9"}` (account 2, from 14, 9 code units), a list of spans `{"s": …}` with each start counted from the
 * end before it, a text that is one of its own finding's spans `{"x": …}`, a list of silent accounts `{"q": "0s,2k"}`.
 */
export type PackedDossier = { readonly [key: string]: unknown }

/** Packs a dossier; `unpackDossier` with the accounts' texts gives it back. */
export function packDossier(dossier: Dossier): PackedDossier {
  const indexes = new Map(dossier.documents.map((document, i) => [document.id, i]))
  const writeSilence = ({ document, why }: Silence): string => `${indexes.get(document)}${SILENCES[why]}`
  const isSilences = (value: readonly unknown[]): value is Silence[] =>
    value.length > 0 && value.every((item) => isSilence(item) && indexes.has(item.document))
  const isKnown = (value: unknown): value is DossierSpan => isSpan(value) && indexes.has(value.document)
  const pack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const isList = value.length > 0 && value.some(isKnown) && value.every((item) => item === null || isKnown(item))
      if (isList) return { s: writeSpans(value as (DossierSpan | null)[], indexes) }
      return isSilences(value) ? { q: value.map(writeSilence).join(',') } : value.map(pack)
    }
    if (isKnown(value)) return { w: writeSpans([value], indexes) }
    const own = 'evidence' in value && Array.isArray(value.evidence) ? value.evidence.filter(isKnown) : []
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const source = key === 'text' && item !== '' ? own.find((span) => span.exact === item) : undefined
        return [key, source === undefined ? pack(item) : { x: writeSpans([source], indexes) }]
      }),
    )
  }
  const documents = dossier.documents.map(({ text: _text, sentences, ...rest }) => ({
    ...rest,
    sentences: writeSentences(sentences),
  }))
  return { ...(pack({ ...dossier, documents: [] }) as PackedDossier), documents }
}

/** Puts the texts, in document order, and all words cut from them back into a packed dossier. */
export function unpackDossier(packed: PackedDossier, texts: readonly string[]): Dossier {
  const documents = (packed.documents as PackedDocument[]).map(({ sentences, ...document }, i) => ({
    ...document,
    text: texts[i] ?? '',
    sentences: readSentences(sentences),
  }))
  const read = (written: string): (DossierSpan | null)[] => readSpans(written, documents)
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    const entries = Object.entries(value)
    const [key, item] = entries.length === 1 ? entries[0]! : ['', null]
    if (key === 'q' && typeof item === 'string') return readSilences(item, documents)
    if (typeof item === 'string' && WRITTEN.test(item)) {
      if (key === 's') return read(item)
      if (key === 'w') return read(item)[0]
      if (key === 'x') return read(item)[0]?.exact
    }
    return Object.fromEntries(entries.map(([name, inner]) => [name, unpack(inner)]))
  }
  return { ...(unpack({ ...packed, documents: [] }) as Dossier), documents }
}

type PackedDocument = Omit<Dossier['documents'][number], 'text' | 'sentences'> & { readonly sentences: string }

type Silence = Dossier['claims'][number]['silent'][number]

const SILENCES = { notSaid: 's', notYetKnown: 'k', notRead: 'r' } as const
const WHY = { s: 'notSaid', k: 'notYetKnown', r: 'notRead' } as const

function isSilence(value: unknown): value is Silence {
  return typeof value === 'object' && value !== null && 'why' in value && Object.keys(value).length === 2
}

function readSilences(written: string, documents: readonly { readonly id: string }[]): Silence[] {
  return written.split(',').map((part) => ({
    document: documents[Number.parseInt(part, 10)]?.id ?? '',
    why: WHY[part.slice(-1) as keyof typeof WHY],
  }))
}

function writeSentences(sentences: Dossier['documents'][number]['sentences']): string {
  let place = 0
  return sentences
    .map(([start, end]) => {
      const written = `${start - place}:${end - start}`
      place = end
      return written
    })
    .join(',')
}

function readSentences(written: string): [number, number][] {
  let place = 0
  return written === ''
    ? []
    : written.split(',').map((part) => {
        const [gap, length] = part.split(':').map(Number)
        const start = place + gap!
        place = start + length!
        return [start, place]
      })
}

const WRITTEN = /^(?:(?:\d+@)?-?\d+:\d+|)(?:,(?:(?:\d+@)?-?\d+:\d+|))*$/

/** Small differences instead of large numbers: they deflate to a third. */
function writeSpans(spans: readonly (DossierSpan | null)[], indexes: ReadonlyMap<string, number>): string {
  let index = -1
  let place = 0
  return spans
    .map((span) => {
      if (span === null) return ''
      const own = indexes.get(span.document)!
      const account = own === index ? '' : `${own}@`
      if (own !== index) place = 0
      const written = `${account}${span.start - place}:${span.end - span.start}`
      index = own
      place = span.end
      return written
    })
    .join(',')
}

function readSpans(written: string, documents: readonly Dossier['documents'][number][]): (DossierSpan | null)[] {
  let index = -1
  let place = 0
  return written.split(',').map((part) => {
    if (part === '') return null
    const [head, tail] = part.includes('@') ? part.split('@') : ['', part]
    if (head !== '') {
      index = Number(head)
      place = 0
    }
    const [gap, length] = tail!.split(':').map(Number)
    const start = place + gap!
    const end = start + length!
    place = end
    const { id, text } = documents[index] ?? { id: '', text: '' }
    return { document: id, start, end, exact: text.slice(start, end) }
  })
}

function isSpan(value: unknown): value is DossierSpan {
  return typeof value === 'object' && value !== null && 'exact' in value && 'document' in value && 'start' in value
}
