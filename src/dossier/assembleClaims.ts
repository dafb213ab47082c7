import type { Claim } from '../claim/index.js'
import { type ClaimRow, type Comparison, countIndependent } from '../compare/index.js'
import { type Document, getLayer } from '../document/index.js'
import { type EntityIndex, round } from './entityIndex.js'
import type { DossierClaim, DossierSpan } from './schema.js'
import type { SpanMaker } from './spans.js'

/** The dossier's claims, and the ways to refer to them. `status` is settled once the conflicts are known. */
export interface ClaimAssembly {
  readonly list: readonly Omit<DossierClaim, 'status'>[]
  readonly idOfRow: ReadonlyMap<string, string>
  /** Ids of the claims whose evidence shares at least half of itself or of the span with one of the spans. */
  touchedBy(spans: readonly DossierSpan[]): string[]
}

// A clause longer than this is hard to read as a title; a shorter telling is preferred where there is one.
const LONGEST_TITLE = 240

/** Rows as claims, most important first; ties by the place of their first words. */
export function assembleClaims(comparison: Comparison, spans: SpanMaker, storyId: EntityIndex): ClaimAssembly {
  const silences = new Map(comparison.silences.map((item) => [item.row, item.silent]))
  const idOfRow = new Map<string, string>()
  const list = [...comparison.rows]
    .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
    .map((row, i) => {
      const id = `c${i + 1}`
      idOfRow.set(row.id, id)
      const tellings = tellingsOf(row, comparison.documents)
      const evidence = spans.list(
        tellings.map(({ document, claim }) => ({
          documentId: document.id,
          span: { start: claim.start, end: claim.end },
        })),
      )
      const best = clearest(tellings)
      return {
        id,
        text: best.document.text.slice(best.claim.start, best.claim.end),
        evidence,
        documents: [...new Set(evidence.map((span) => span.document))],
        independent: countIndependent(
          comparison.origins,
          tellings.map(({ document, claim }) => ({
            documentId: document.id,
            span: { start: claim.start, end: claim.end },
          })),
        ),
        voice: tellings.some(({ claim }) => claim.voice === 'reporter')
          ? ('reporter' as const)
          : ('attributed' as const),
        saidBy: [...new Set(tellings.flatMap((telling) => speakersOf(telling, storyId)))].sort(byNumber),
        importance: round(row.importance),
        silent: (silences.get(row.id) ?? []).map((item) => ({ document: item.documentId, why: item.why })),
      }
    })
  return { list, idOfRow, touchedBy: createToucher(list) }
}

interface Telling {
  readonly document: Document
  readonly claim: Claim
  /** 0 for the best telling of its account. */
  readonly rank: number
}

function tellingsOf(row: ClaimRow, documents: readonly Document[]): readonly Telling[] {
  return row.cells.flatMap((cell, d) => {
    const document = documents[d]!
    const claims = getLayer(document, 'claims')
    return (cell ?? []).map((index, rank) => ({ document, claim: claims[index]!, rank }))
  })
}

/**
 * The telling that stands for the row: the one whose words the other accounts share most; then the outlet's own voice, an account's
 * best telling and a full but readable length.
 */
function clearest(tellings: readonly Telling[]): Telling {
  const accounts = new Set(tellings.map(({ document }) => document.id)).size
  const told = new Map<string, Set<string>>()
  for (const { document, claim } of tellings) {
    for (const { lemma } of claim.terms) {
      const tellers = told.get(lemma)
      if (tellers === undefined) told.set(lemma, new Set([document.id]))
      else tellers.add(document.id)
    }
  }
  const score = ({ claim, rank }: Telling): number => {
    const length = claim.end - claim.start
    const shared = claim.terms.reduce(
      (sum, { lemma }) => sum + (told.get(lemma)!.size - 1) / Math.max(1, accounts - 1),
      0,
    )
    const central = accounts < 2 || claim.terms.length === 0 ? 0 : shared / Math.sqrt(claim.terms.length)
    return (
      central * CENTRAL +
      (claim.voice === 'reporter' ? 1000 : 0) +
      (rank === 0 ? 500 : 0) +
      (length > LONGEST_TITLE ? 0 : length)
    )
  }
  return tellings.reduce((best, next) => (score(next) > score(best) ? next : best))
}

// Sharing one word in four of nine (4/9 · √9 ≈ 1.3) outweighs voice and place: a telling that shares none is an odd title.
const CENTRAL = 1000

function speakersOf({ document, claim }: Telling, storyId: EntityIndex): readonly string[] {
  const attribution = getLayer(document, 'attributions')[claim.attribution]
  return (attribution?.speaker.entities ?? []).flatMap((entity) => storyId(document.id, entity) ?? [])
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}

function createToucher(claims: readonly Omit<DossierClaim, 'status'>[]): (spans: readonly DossierSpan[]) => string[] {
  const byDocument = new Map<string, { start: number; end: number; claim: number }[]>()
  claims.forEach((claim, index) => {
    for (const { document, start, end } of claim.evidence) {
      const list = byDocument.get(document)
      if (list === undefined) byDocument.set(document, [{ start, end, claim: index }])
      else list.push({ start, end, claim: index })
    }
  })
  return (spans) => {
    const touched = new Set<number>()
    for (const span of spans) {
      for (const place of byDocument.get(span.document) ?? []) {
        const shared = Math.min(span.end, place.end) - Math.max(span.start, place.start)
        if (shared > 0 && shared * 2 >= Math.min(span.end - span.start, place.end - place.start))
          touched.add(place.claim)
      }
    }
    return [...touched].sort((a, b) => a - b).map((index) => claims[index]!.id)
  }
}
