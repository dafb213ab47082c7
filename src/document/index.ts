/** Reads what people have into documents. A document is one account's text, never rewritten, with layers added by later stages. */

export { createDocument, type DocumentInput } from './createDocument.js'
export { type Credit, findCredit } from './credit/findCredit.js'
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
export { looksEnglish } from './language/looksEnglish.js'
export { getLayer, withLayer } from './layer.js'
export { decodeText } from './read/decodeText.js'
export { isCaption, isFurniture } from './read/furnitureLines.js'
export type { FormatAdapter, Parsed, Source } from './read/format.js'
export { type ReadOptions, readInputs, settleIds, streamInputs } from './read/readInputs.js'
export { type ReadResult, readSource } from './read/readSource.js'
