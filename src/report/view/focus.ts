import type { DossierConflict, DossierSpan } from '../../dossier/index.js'

/**
 * The evidence of a side, narrowed to the value where the words hold it: what differs is marked, not the clause around it.
 *
 * The value's first place counts. Words without it come back as they are.
 */
export function focusSide(side: DossierConflict['sides'][number]): DossierSpan[] {
  return side.evidence.map((span) => {
    const at = span.exact.indexOf(side.value)
    if (at < 0 || side.value === '') return span
    return {
      document: span.document,
      start: span.start + at,
      end: span.start + at + side.value.length,
      exact: side.value,
    }
  })
}

/** The first span that holds the side's value, so that the words shown hold it too; else the first. */
export function chooseExample(side: DossierConflict['sides'][number]): DossierSpan {
  const focused = focusSide(side)
  return focused.find((span) => span.exact === side.value) ?? focused[0]!
}
