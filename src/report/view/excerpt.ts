import type { DossierDocument, DossierSpan } from '../../dossier/index.js'

/** Words in their sentence: `before + exact + after` is a stretch of the account. */
export interface Excerpt {
  readonly before: string
  readonly exact: string
  readonly after: string
  /** True where the sentence goes on beyond the stretch. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/**
 * The sentence or sentences a span stands in, cut to about `limit` characters around it at a word's end.
 *
 * A span longer than the limit is cut itself. Binary search over the sentences; without any, white space decides.
 */
export function cutExcerpt(document: DossierDocument, span: DossierSpan, limit = 320): Excerpt {
  const { text, sentences } = document
  if (span.end - span.start >= limit) {
    const word = backToWord(text, span.start, span.start + limit)
    const end = word > span.start ? word : safeCut(text, span.start + limit)
    return { before: '', exact: text.slice(span.start, end), after: '', cutBefore: false, cutAfter: end < span.end }
  }
  const first = findSentence(sentences, span.start)
  const last = findSentence(sentences, span.end - 1)
  const from = first === null ? lineStart(text, span.start) : Math.min(first[0], span.start)
  const to = last === null ? lineEnd(text, span.end) : Math.max(last[1], span.end)
  const room = limit - (span.end - span.start)
  // Two thirds of the room stand before the words: what is told comes before the detail that differs more often than after.
  const wantBefore = Math.min(span.start - from, Math.max(Math.floor((room * 2) / 3), room - (to - span.end)))
  const wantAfter = Math.min(to - span.end, room - wantBefore)
  const start = span.start - wantBefore <= from ? from : forwardToWord(text, span.start - wantBefore, span.start)
  const end = span.end + wantAfter >= to ? to : backToWord(text, span.end, span.end + wantAfter)
  return {
    before: text.slice(start, span.start),
    exact: text.slice(span.start, span.end),
    after: text.slice(span.end, end),
    cutBefore: start > from,
    cutAfter: end < to,
  }
}

/** The sentence that holds the place, or null between sentences. Sentences are sorted. */
export function findSentence(sentences: DossierDocument['sentences'], place: number): readonly [number, number] | null {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [start, end] = sentences[middle]!
    if (place < start) high = middle - 1
    else if (place >= end) low = middle + 1
    else return [start, end]
  }
  return null
}

function lineStart(text: string, place: number): number {
  return place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1
}

function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place)
  return end < 0 ? text.length : end
}

function isSpace(text: string, i: number): boolean {
  return text.charCodeAt(i) <= 0x20
}

function forwardToWord(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (isSpace(text, i)) return i + 1
  return limit
}

function backToWord(text: string, limit: number, from: number): number {
  for (let i = from; i > limit; i--) if (isSpace(text, i)) return i
  return limit
}

/** Never between the halves of a character beyond the basic plane. */
function safeCut(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place
}
