/** Reads what people have into documents. A document is one account's text, never rewritten, with layers added by later stages. */
export type {
  Diagnostic,
  Document,
  DocumentId,
  DocumentState,
  Evidence,
  Layer,
  Layers,
  Provenance,
} from './document.js'
export { createDocument, type DocumentInput } from './createDocument.js'
export { getLayer, withLayer } from './layer.js'
export { type ReadOptions, readInputs, settleIds, streamInputs } from './read/readInputs.js'
export { type ReadResult, readSource } from './read/readSource.js'
export type { FormatAdapter, Parsed, Source } from './read/format.js'
export { decodeText } from './read/decodeText.js'
export { looksEnglish } from './language/looksEnglish.js'
