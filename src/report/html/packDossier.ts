import type { Dossier, DossierSpan } from '../../dossier/index.js'

/**
 * A dossier without the accounts' texts and without words that can be cut from them again: what a page carries besides what it shows.
 *
 * A span becomes `{"w": [document, start, end]}`, a text that is one of its own finding's spans `{"x": [document, start, end]}`.
 */
export type PackedDossier = { readonly [key: string]: unknown }

type Place = readonly [number, number, number]

/** Packs a dossier; `unpackDossier` with the accounts' texts gives it back. */
export function packDossier(dossier: Dossier): PackedDossier {
  const indexes = new Map(dossier.documents.map((document, i) => [document.id, i]))
  const place = (span: DossierSpan): Place => [indexes.get(span.document) ?? -1, span.start, span.end]
  const pack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(pack)
    if (isSpan(value)) return indexes.has(value.document) ? { w: place(value) } : value
    const entries = Object.entries(value)
    const own = 'evidence' in value && Array.isArray(value.evidence) ? (value.evidence as DossierSpan[]) : []
    return Object.fromEntries(
      entries.map(([key, item]) => {
        const source = key === 'text' && item !== '' ? own.find((span) => span.exact === item) : undefined
        return [key, source !== undefined && indexes.has(source.document) ? { x: place(source) } : pack(item)]
      }),
    )
  }
  const documents = dossier.documents.map(({ text: _text, ...rest }) => rest)
  return { ...(pack({ ...dossier, documents: [] }) as PackedDossier), documents }
}

/** Puts the texts, in document order, and all words cut from them back into a packed dossier. */
export function unpackDossier(packed: PackedDossier, texts: readonly string[]): Dossier {
  const documents = (packed.documents as Omit<Dossier['documents'][number], 'text'>[]).map((document, i) => ({
    ...document,
    text: texts[i] ?? '',
  }))
  const cut = ([index, start, end]: Place): DossierSpan => ({
    document: documents[index]?.id ?? '',
    start,
    end,
    exact: (texts[index] ?? '').slice(start, end),
  })
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    if ('w' in value && isPlace(value.w)) return cut(value.w)
    if ('x' in value && isPlace(value.x)) return cut(value.x).exact
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))
  }
  return { ...(unpack({ ...packed, documents: [] }) as Dossier), documents }
}

function isSpan(value: object): value is DossierSpan {
  return 'exact' in value && 'document' in value && 'start' in value && 'end' in value
}

/** The contract has no other list of three numbers under these keys. */
function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length === 3 && value.every((item) => typeof item === 'number')
}
