import { SynopticError } from '../text/index.js'
import type { Diagnostic, Document, Layer, Layers } from './document.js'

/**
 * The named layer of a document.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` when no component has written it yet
 */
export function getLayer<L extends Layer>(document: Document, layer: L): NonNullable<Layers[L]> {
  const found = document.layers[layer]
  if (found === undefined) {
    throw new SynopticError(
      'DOCUMENT_NOT_ANNOTATED',
      `document "${document.id}" has no layer "${String(layer)}": run the component that provides it first`,
    )
  }
  return found as NonNullable<Layers[L]>
}

/** A copy of the document with one layer set, and any diagnostics the component had to report. */
export function withLayer<L extends Layer>(
  document: Document,
  layer: L,
  value: Layers[L],
  diagnostics: readonly Diagnostic[] = [],
): Document {
  return {
    ...document,
    layers: { ...document.layers, [layer]: value },
    diagnostics: diagnostics.length === 0 ? document.diagnostics : [...document.diagnostics, ...diagnostics],
  }
}
