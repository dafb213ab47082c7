import type { Time } from '../../annotate/index.js'
import type { Claim } from '../../claim/index.js'
import { type Document, type Evidence, getLayer } from '../../document/index.js'
import type { ClaimRow, Conflict, TimelineEntry } from '../findings.js'

// Coarser than a month a date places nothing on the line of one event.
const FINE: ReadonlySet<string> = new Set(['minute', 'hour', 'part-of-day', 'day', 'week', 'month'])
// What years and seasons are kept for: the background that accounts date.
const COARSE: ReadonlySet<string> = new Set(['season', 'quarter', 'year'])

interface Dated {
  readonly documentIndex: number
  readonly evidence: Evidence
  readonly text: string
  readonly start: string
  readonly end: string
  readonly precision: string
  readonly words: string
}

/**
 * The dated steps of the event, told by any account, in the order of their dates, finest precision first within a day.
 *
 * One entry for each row and date: accounts that date one matter differently give two entries, both marked disputed. Text and date
 * are the words of the first account that tells it. Rows without a resolved date are not in the timeline.
 */
export function findTimeline(
  documents: readonly Document[],
  rows: readonly ClaimRow[],
  conflicts: readonly Conflict[],
): readonly TimelineEntry[] {
  const disputedSpans = conflicts
    .filter((conflict) => conflict.kind === 'date')
    .flatMap((conflict) => conflict.sides.flatMap((side) => side.evidence))
  const entries: TimelineEntry[] = []
  for (const row of rows) {
    const byDate = new Map<string, Dated[]>()
    row.cells.forEach((cell, d) => {
      for (const index of cell ?? []) {
        const dated = dateOf(documents[d]!, index, d)
        if (dated === null) continue
        const key = `${dated.start}/${dated.end}`
        byDate.set(key, [...(byDate.get(key) ?? []), dated])
      }
    })
    for (const told of byDate.values()) entries.push(entryOf(told, disputedSpans))
  }
  return dropNested(entries).sort(
    (a, b) =>
      compareText(a.when.start, b.when.start) ||
      compareText(a.when.end, b.when.end) ||
      compareText(a.evidence[0]!.documentId, b.evidence[0]!.documentId) ||
      a.evidence[0]!.span.start - b.evidence[0]!.span.start ||
      a.evidence[0]!.span.end - b.evidence[0]!.span.end,
  )
}

/** Without entries that only repeat a piece of another one's sentence under the same date: a clause and the clause around it. */
function dropNested(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const byDate = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const key = `${entry.when.start}/${entry.when.end}`
    byDate.set(key, [...(byDate.get(key) ?? []), entry])
  }
  return [...byDate.values()].flatMap((told) =>
    told.filter(
      (entry, i) =>
        !told.some(
          (other, j) =>
            i !== j && entry.evidence.every((inner) => other.evidence.some((outer) => covers(outer, inner, j < i))),
        ),
    ),
  )
}

function covers(outer: Evidence, inner: Evidence, orEqual: boolean): boolean {
  if (outer.documentId !== inner.documentId) return false
  const { start, end } = outer.span
  if (start > inner.span.start || end < inner.span.end) return false
  return orEqual || end - start > inner.span.end - inner.span.start
}

/** The finest resolved date inside a claim that happened or is planned; null where it has none. */
function dateOf(document: Document, index: number, documentIndex: number): Dated | null {
  const claim = getLayer(document, 'claims')[index]!
  if (claim.negated || claim.modality === 'question' || claim.modality === 'counterfactual') return null
  const times = claim.times
    .map((i) => getLayer(document, 'times')[i]!)
    .filter((time) => time.range !== null && time.type !== 'set')
    .filter((time) => !(isQuoted(document, claim) && COUNTED.test(document.text.slice(time.start, time.end))))
    .filter((time) => !isSignature(document, time) && !namesThing(claim, time))
  const best = times.find((time) => FINE.has(time.precision)) ?? times.find((time) => COARSE.has(time.precision))
  if (best?.range == null) return null
  const span = { start: claim.start, end: claim.end }
  return {
    documentIndex,
    evidence: { documentId: document.id, span },
    text: document.text.slice(span.start, span.end),
    start: best.range.start,
    end: best.range.end,
    precision: best.precision,
    words: document.text.slice(best.start, best.end),
  }
}

// "I want it today": what a speaker counts from is the day of speaking, which an account seldom tells.
const COUNTED = /^(?:today|tonight|tomorrow|yesterday|this|next|last)\b/i

/** "— Ada Lind (@adalind) March 4, 2026" under a post says when it was posted, not when what it tells came about. */
function isSignature(document: Document, time: Time): boolean {
  return /\(@\w+\)\W*$/.test(document.text.slice(Math.max(0, time.start - 60), time.start))
}

/** A year that stands before a noun says which one is meant ("below 1990 levels"), not when the clause holds. */
function namesThing(claim: Claim, time: Time): boolean {
  if (!COARSE.has(time.precision)) return false
  return claim.terms.some((term) => term.start === time.end + 1 && term.pos === 'NOUN')
}

function isQuoted(document: Document, claim: Claim): boolean {
  const attribution = getLayer(document, 'attributions')[claim.attribution]
  return attribution !== undefined && attribution.kind !== 'indirect'
}

function entryOf(told: readonly Dated[], disputed: readonly Evidence[]): TimelineEntry {
  const first = [...told].sort(
    (a, b) => a.documentIndex - b.documentIndex || a.evidence.span.start - b.evidence.span.start,
  )[0]!
  const evidence = told.map((item) => item.evidence)
  return {
    when: { start: first.start, end: first.end, precision: first.precision, text: first.words },
    text: first.text,
    evidence: [first.evidence, ...evidence.filter((item) => item !== first.evidence)],
    disputed: evidence.some((item) => disputed.some((other) => meets(item, other))),
  }
}

function meets(a: Evidence, b: Evidence): boolean {
  return a.documentId === b.documentId && a.span.start < b.span.end && b.span.start < a.span.end
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
