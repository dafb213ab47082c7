import { type Document, getLayer } from '../../document/index.js'
import type { RowSilence } from '../comparison.js'
import type { ClaimRow, Silence } from '../findings.js'

/** Which accounts are silent on which row, and whether a long list was cut. */
export interface Silences {
  readonly rows: readonly RowSilence[]
  /** True when single-account rows of little importance were left out to bound the output. */
  readonly capped: boolean
}

// 200,000 entries: with 3,000 accounts the 66 most important rows and some 10 MB of JSON, more than anybody reads.
const MOST_ENTRIES = 200_000

/**
 * Says for each row which accounts do not tell it, and why.
 *
 * `notRead` where the account was not read whole; `notYetKnown` where it was published before the day of what the row tells, or,
 * failing any time, before the first account that tells it and that is known to come later, where it tells that something happened: what
 * is so or had been so before ("is one of the oldest", "had been planned") could be known at any time. Else `notSaid`. Rows are in the order given;
 * those of most accounts first are kept when the list would grow beyond 200,000 entries.
 */
export function findSilences(rows: readonly ClaimRow[], documents: readonly Document[]): Silences {
  const instants = documents.map((document) => readInstant(document.publishedAt))
  const ordered = rows
    .map((row) => ({ row, tellers: row.cells.reduce((n, cell) => n + (cell === null ? 0 : 1), 0) }))
    .sort((a, b) => b.row.importance - a.row.importance || b.tellers - a.tellers || (a.row.id < b.row.id ? -1 : 1))
  let entries = 0
  const kept = new Set<string>()
  for (const { row, tellers } of ordered) {
    entries += documents.length - tellers
    if (entries > MOST_ENTRIES) break
    kept.add(row.id)
  }
  return {
    rows: rows.flatMap((row) => (kept.has(row.id) ? [silenceOf(row, documents, instants)] : [])),
    capped: kept.size < rows.length,
  }
}

function silenceOf(row: ClaimRow, documents: readonly Document[], instants: readonly (Instant | null)[]): RowSilence {
  const occasion = findOccasion(row, documents)
  const first = happened(row, documents) ? earliestTelling(row, instants) : null
  return {
    row: row.id,
    silent: row.cells.flatMap((cell, d) => {
      if (cell !== null) return []
      const document = documents[d]!
      return [{ documentId: document.id, why: why(document, instants[d]!, occasion, first) }]
    }),
  }
}

function why(document: Document, published: Instant | null, { day, end }: Occasion, first: Instant | null): Silence {
  if (document.state !== 'complete') return 'notRead'
  if (published === null) return 'notSaid'
  if (day !== null) return published.day < day ? 'notYetKnown' : 'notSaid'
  if (end !== null && end <= published.day) return 'notSaid'
  return first !== null && isBefore(published, first) ? 'notYetKnown' : 'notSaid'
}

/** A moment of publication: its day, and the time where it is given. */
interface Instant {
  readonly day: string
  /** Milliseconds since 1970; null where only the day is known. */
  readonly time: number | null
}

function readInstant(publishedAt: string | null): Instant | null {
  if (publishedAt === null || publishedAt.length < 10) return null
  const time = publishedAt.length > 10 ? Date.parse(publishedAt) : Number.NaN
  return { day: publishedAt.slice(0, 10), time: Number.isNaN(time) ? null : time }
}

/** Surely before: by time where both have one, else by day. */
function isBefore(a: Instant, b: Instant): boolean {
  return a.time !== null && b.time !== null ? a.time < b.time : a.day < b.day
}

/** When what a row tells came about, by its tellings that name a time of the past. */
interface Occasion {
  /** The earliest exact day named; null where none is. */
  readonly day: string | null
  /** The last day of the earliest stretch named ("in 2018"): from then on it could be known. Null where none is. */
  readonly end: string | null
}

function findOccasion(row: ClaimRow, documents: readonly Document[]): Occasion {
  let day: string | null = null
  let end: string | null = null
  row.cells.forEach((cell, d) => {
    if (cell === null) return
    const document = documents[d]!
    for (const index of cell) {
      const claim = getLayer(document, 'claims')[index]!
      if (claim.tense !== 'past' || claim.modality !== 'asserted') continue
      for (const t of claim.times) {
        const time = getLayer(document, 'times')[t]!
        if (time.range === null || !time.anchored) continue
        if (time.precision === 'day' && (day === null || time.range.start < day)) day = time.range.start
        if (end === null || time.range.end < end) end = time.range.end
      }
    }
  })
  return { day, end }
}

/**
 * True where the row tells of something that came about: all its tellings are of the past, none sets it before its own story, and none
 * is in somebody's words, who may have said them at any time.
 */
function happened(row: ClaimRow, documents: readonly Document[]): boolean {
  return row.cells.every((cell, d) =>
    (cell ?? []).every((index) => {
      const document = documents[d]!
      const { attribution, background, modality, tense } = getLayer(document, 'claims')[index]!
      const kind = attribution < 0 ? 'indirect' : getLayer(document, 'attributions')[attribution]?.kind
      return !background && modality === 'asserted' && tense === 'past' && kind === 'indirect'
    }),
  )
}

/** The earliest account that tells the row; null when one of the tellers has no date, since it may have come first. */
function earliestTelling(row: ClaimRow, instants: readonly (Instant | null)[]): Instant | null {
  let earliest: Instant | null = null
  for (let d = 0; d < row.cells.length; d++) {
    if (row.cells[d] === null) continue
    const instant = instants[d]!
    if (instant === null) return null
    if (earliest === null || isBefore(instant, earliest)) earliest = instant
  }
  return earliest
}
