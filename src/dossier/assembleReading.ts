import type { Quantity, Time } from '../annotate/index.js'
import { linkEntities } from '../compare/index.js'
import { type Document, getLayer } from '../document/index.js'
import { assembleAttributions, assembleDocument, assembleEntity } from './assembleDossier.js'
import { indexEntities } from './entityIndex.js'
import type { DossierAttribution, DossierDocument, DossierEntity, DossierSpan } from './schema.js'
import { createSpanMaker } from './spans.js'

/** A time or quantity with its words: the layer's fields beside the dossier's span. */
export type ReadingTime = DossierSpan & Omit<Time, 'start' | 'end'>
export type ReadingQuantity = DossierSpan &
  Omit<Quantity, 'start' | 'end' | 'counted'> & { readonly counted: DossierSpan | null }

/** What was understood of one account: a line of `synoptic read --format jsonl`. */
export interface Reading {
  readonly document: DossierDocument
  readonly sentences: readonly DossierSpan[]
  readonly entities: readonly DossierEntity[]
  readonly attributions: readonly DossierAttribution[]
  readonly times: readonly ReadingTime[]
  readonly quantities: readonly ReadingQuantity[]
  readonly diagnostics: readonly { readonly code: string; readonly document: string | null; readonly message: string }[]
}

/**
 * The reading of one document that went through the components, in the dossier's shapes.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` when a layer is missing
 */
export function assembleReading(document: Document): Reading {
  const spans = createSpanMaker([document])
  const entities = linkEntities([document])
  return {
    document: assembleDocument(document, true),
    sentences: getLayer(document, 'sentences').map((sentence) => spans.span(document.id, sentence)),
    entities: entities.map((entity) => assembleEntity(entity, spans)),
    attributions: assembleAttributions([document], entities, spans, indexEntities(entities)).list,
    times: getLayer(document, 'times').map(({ start, end, ...time }) => ({
      ...spans.span(document.id, { start, end }),
      ...time,
    })),
    quantities: getLayer(document, 'quantities').map(({ start, end, counted, ...quantity }) => ({
      ...spans.span(document.id, { start, end }),
      ...quantity,
      counted: counted === null ? null : spans.span(document.id, counted.span),
    })),
    diagnostics: document.diagnostics.map(({ code, documentId, message }) => ({ code, document: documentId, message })),
  }
}
