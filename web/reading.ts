import type { DossierSpan } from '../src/dossier/schema.js'
import { anchors, type View } from './view.js'

/** What others say of a sentence. */
type SentenceMark = 'disputed' | 'agreed' | 'alone' | 'none'

export interface MarkedSentence {
  readonly start: number
  readonly end: number
  readonly mark: SentenceMark
  /** Where the others' words are: the card of a conflict or the row of a claim; null where there is none. */
  readonly href: string | null
  /** How many other accounts tell it. */
  readonly others: number
}

/**
 * The spans that the rest of the page links to (`#w0-42-77`), per account, sorted by start, the longer first.
 *
 * Found in the written page itself, so that no link lacks its anchor and no anchor is written that nothing leads to.
 */
export function collectTargets(view: View, html: string): readonly (readonly DossierSpan[])[] {
  const found = view.dossier.documents.map(() => new Map<string, DossierSpan>())
  for (const [anchor, index, start, end] of html.matchAll(/"#w(\d+)-(\d+)-(\d+)"/g)) {
    const document = view.dossier.documents[Number(index)]
    if (document === undefined) continue
    const span = { document: document.id, start: Number(start), end: Number(end) }
    found[Number(index)]!.set(anchor, { ...span, exact: document.text.slice(span.start, span.end) })
  }
  return found.map((spans) => [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end))
}

interface Pointer extends Pick<DossierSpan, 'start' | 'end'> {
  readonly mark: SentenceMark
  readonly href: string
  readonly others: number
}

const RANK: Readonly<Record<SentenceMark, number>> = { disputed: 3, agreed: 2, alone: 1, none: 0 }

/**
 * Every sentence of every account with its strongest mark: disputed before agreed before alone.
 *
 * Each finding visits the sentences it touches, found by binary search.
 */
export function markSentences(view: View): readonly (readonly MarkedSentence[])[] {
  const sentences = view.dossier.documents.map((document) =>
    document.sentences.map(([start, end]): MarkedSentence => ({ start, end, mark: 'none', href: null, others: 0 })),
  )
  const touch = (document: string, pointer: Pointer): void => {
    const list = sentences[view.indexOf.get(document) ?? -1]
    if (list === undefined) return
    for (let i = firstEndingAfter(list, pointer.start); i < list.length && list[i]!.start < pointer.end; i++) {
      const known = list[i]!
      if (RANK[pointer.mark] <= RANK[known.mark]) continue
      list[i] = { start: known.start, end: known.end, mark: pointer.mark, href: pointer.href, others: pointer.others }
    }
  }
  for (const conflict of view.dossier.conflicts) {
    const href = `#${anchors.conflict(view.conflictNumber.get(conflict.id)!)}`
    const accounts = new Set(conflict.sides.flatMap((side) => side.documents)).size
    for (const span of conflict.sides.flatMap((side) => side.evidence))
      touch(span.document, { ...span, mark: 'disputed', href, others: accounts - 1 })
  }
  view.dossier.claims.forEach((claim, i) => {
    const mark = claim.documents.length > 1 ? 'agreed' : 'alone'
    const href = `#${anchors.claim(i)}`
    for (const span of claim.evidence) touch(span.document, { ...span, mark, href, others: claim.documents.length - 1 })
  })
  return sentences.map((list, i) => joinNeighbours(list, view.dossier.documents[i]!.text))
}

/** Sentences of one paragraph that lead nowhere and carry the same mark become one stretch. */
function joinNeighbours(sentences: readonly MarkedSentence[], text: string): readonly MarkedSentence[] {
  const joined: MarkedSentence[] = []
  for (const sentence of sentences) {
    const last = joined.at(-1)
    const follows = last !== undefined && !text.slice(last.end, sentence.start).includes('\n')
    if (follows && sentence.mark === last.mark && (sentence.mark === 'alone' || sentence.mark === 'none')) {
      joined[joined.length - 1] = { ...last, end: sentence.end }
    } else joined.push(sentence)
  }
  return joined
}

function firstEndingAfter(sentences: readonly MarkedSentence[], place: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** A text as nested pieces: sentences, and within them the words that findings point at. */
export type Piece =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** A point only: the words cross a sentence or each other, so they cannot be wrapped. */
  | { readonly kind: 'point'; readonly span: DossierSpan }
  | { readonly kind: 'words'; readonly span: DossierSpan; readonly pieces: readonly Piece[] }

/** Cuts `[from, to)` into pieces around the spans, which are sorted by start, the longer first. Linear in spans and depth. */
export function nestSpans(from: number, to: number, spans: readonly DossierSpan[]): readonly Piece[] {
  interface Open {
    readonly span: DossierSpan
    readonly pieces: Piece[]
  }
  const root: Piece[] = []
  const open: Open[] = []
  let place = from
  const target = (): Piece[] => open.at(-1)?.pieces ?? root
  const writeTo = (end: number): void => {
    if (end > place) target().push({ kind: 'text', from: place, to: end })
    place = Math.max(place, end)
  }
  const closeUntil = (start: number): void => {
    while (open.length > 0 && open.at(-1)!.span.end <= start) {
      const last = open.at(-1)!
      writeTo(last.span.end)
      open.pop()
      target().push({ kind: 'words', span: last.span, pieces: last.pieces })
    }
  }
  for (const span of spans) {
    closeUntil(span.start)
    writeTo(span.start)
    const limit = open.at(-1)?.span.end ?? to
    // Deep nests come only from hostile or broken input; a point serves there as well.
    if (span.end > limit || open.length >= 12) target().push({ kind: 'point', span })
    else open.push({ span, pieces: [] })
  }
  closeUntil(to)
  writeTo(to)
  return root
}
