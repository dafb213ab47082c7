import type { Document, DocumentId, Provenance } from './document.js'

/** What a caller must know of a document; everything else has a neutral default. */
export interface DocumentInput extends Partial<Omit<Document, 'id' | 'text' | 'layers'>> {
  readonly id: string
  readonly text: string
  /** What a reader left out of the text; becomes part of the provenance. */
  readonly removed?: Provenance['removed']
  /** What a record of an archive knows better than its file: its place there, when it was fetched, the hash of its own bytes. */
  readonly record?: Partial<Pick<Provenance, 'origin' | 'fetchedAt' | 'sha256'>>
}

/** A document from its parts, without layers. Text is taken as it is: normalising line ends is the readers' work. */
export function createDocument({ removed = [], record = {}, ...input }: DocumentInput): Document {
  return {
    title: null,
    outlet: null,
    authors: [],
    url: null,
    publishedAt: null,
    modifiedAt: null,
    language: null,
    credit: null,
    state: 'complete',
    provenance: { origin: 'memory', format: 'text', fetchedAt: null, sha256: null, ...record, removed },
    diagnostics: [],
    ...input,
    id: input.id as DocumentId,
    layers: {},
  }
}
