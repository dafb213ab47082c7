import type { Document, DocumentId, Evidence } from '../document/index.js'
import { type Span, SynopticError } from '../text/index.js'
import type { DossierSpan } from './schema.js'

/** Turns evidence into dossier spans, with the exact words cut from the account at that moment. */
export interface SpanMaker {
  span(documentId: DocumentId, span: Span): DossierSpan
  evidence(evidence: Evidence): DossierSpan
  /** All of them, in order of document, then place, without duplicates. */
  list(evidence: readonly Evidence[]): DossierSpan[]
}

/**
 * A span maker over the documents of one story.
 *
 * Its functions throw `SPAN_OUT_OF_RANGE` for a span outside its text: no line can be shown that no words back.
 */
export function createSpanMaker(documents: readonly Document[]): SpanMaker {
  const texts = new Map(documents.map((document) => [document.id, document.text]))
  const make = (documentId: DocumentId, { start, end }: Span): DossierSpan => {
    const text = texts.get(documentId) ?? ''
    if (!(start >= 0 && start < end && end <= text.length)) {
      throw new SynopticError(
        'SPAN_OUT_OF_RANGE',
        `span [${start}, ${end}) is outside account "${documentId}" of ${text.length} characters`,
      )
    }
    return { document: documentId, start, end, exact: text.slice(start, end) }
  }
  const evidence = (item: Evidence): DossierSpan => make(item.documentId, item.span)
  return {
    span: make,
    evidence,
    list: (items) => withoutDuplicates(items.map(evidence).sort(compareDossierSpans)),
  }
}

/** By document id, then start, then end. */
export function compareDossierSpans(a: DossierSpan, b: DossierSpan): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1
  return a.start - b.start || a.end - b.end
}

function withoutDuplicates(sorted: readonly DossierSpan[]): DossierSpan[] {
  return sorted.filter((span, i) => i === 0 || compareDossierSpans(sorted[i - 1]!, span) !== 0)
}
