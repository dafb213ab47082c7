/**
 * A stretch of one document's text.
 *
 * Zero-based UTF-16 code units, `end` exclusive: `text.slice(span.start, span.end)` is the covered text.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Number of code units both spans cover; 0 when they do not meet. */
export function overlapLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** True when `inner` lies wholly inside `outer`; a span contains itself. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Reading order: by start, then the shorter first. For `Array.prototype.sort`. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
