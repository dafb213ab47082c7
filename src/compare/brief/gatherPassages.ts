import type { Claim } from '../../claim/index.js'
import { type Document, getLayer } from '../../document/index.js'
import type { Span } from '../../text/index.js'
import { stemWord } from '../align/stem.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'

// A sentence of more code units than this is hard to take in; its clauses are offered instead.
const LONGEST = 380
// Rows of less importance add nothing to a brief, and there may be thousands.
const MOST_ROWS = 400

/** Sentences and, where those are long, clauses that tell the more important rows, in document and reading order. */
export function gatherPassages(rows: readonly ClaimRow[], documents: readonly Document[]): readonly Passage[] {
  const rowsOf = documents.map(() => new Map<number, number[]>())
  const order = rows
    .map((_, r) => r)
    .sort((x, y) => rows[y]!.importance - rows[x]!.importance || (rows[x]!.id < rows[y]!.id ? -1 : 1))
  for (const r of order.slice(0, MOST_ROWS)) {
    rows[r]!.cells.forEach((cell, d) => {
      for (const index of cell ?? []) {
        const list = rowsOf[d]!.get(index)
        if (list === undefined) rowsOf[d]!.set(index, [r])
        else list.push(r)
      }
    })
  }
  return documents.flatMap((document, d) => passagesOf(document, rowsOf[d]!))
}

function passagesOf(document: Document, rowsOf: ReadonlyMap<number, readonly number[]>): Passage[] {
  const claims = getLayer(document, 'claims')
  const bySentence = new Map<number, number[]>()
  for (const index of [...rowsOf.keys()].sort((x, y) => x - y)) {
    const { sentence } = claims[index]!
    const list = bySentence.get(sentence)
    if (list === undefined) bySentence.set(sentence, [index])
    else list.push(index)
  }
  const passages: Passage[] = []
  for (const [sentence, indexes] of bySentence) {
    const { start, end } = getLayer(document, 'sentences')[sentence]!
    if (end - start <= LONGEST) {
      passages.push(createPassage(document, { start, end }, indexes, rowsOf, true))
    } else {
      for (const index of indexes) {
        const claim = claims[index]!
        const span = { start: claim.start, end: claim.end }
        passages.push(createPassage(document, span, [index], rowsOf, false))
      }
    }
  }
  return passages
}

function createPassage(
  document: Document,
  span: Span,
  indexes: readonly number[],
  rowsOf: ReadonlyMap<number, readonly number[]>,
  whole: boolean,
): Passage {
  const claims: readonly Claim[] = indexes.map((index) => getLayer(document, 'claims')[index]!)
  return {
    document,
    span,
    whole,
    claims,
    rows: [...new Set(indexes.flatMap((index) => rowsOf.get(index) ?? []))].sort((x, y) => x - y),
    words: [...new Set(claims.flatMap((claim) => claim.terms.map(({ lemma }) => stemWord(lemma))))],
  }
}
