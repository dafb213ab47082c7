import type { Dossier, DossierConflict, DossierDocument, DossierSpan } from '../src/dossier/schema.js'
import { nameAccounts, orderAccounts } from '../src/report/view/accounts.js'
import { formatMoment } from '../src/report/view/days.js'

/** What the components look up again and again; built once per page. */
export interface View {
  readonly dossier: Dossier
  /** Place of an account in the dossier's list; words are addressed by it, as ids may hold anything. */
  readonly indexOf: ReadonlyMap<string, number>
  /** In the order they are shown, and those of them that are compared. */
  readonly accounts: readonly DossierDocument[]
  readonly compared: readonly DossierDocument[]
  /** From 1, in the order of the cards. */
  readonly conflictNumber: ReadonlyMap<string, number>
  readonly conflicts: ReadonlyMap<string, DossierConflict>
  readonly entityName: ReadonlyMap<string, string>
  /** Place of a claim in the dossier's list. */
  readonly claimIndex: ReadonlyMap<string, number>
  /** A short name of each account. */
  readonly names: ReadonlyMap<string, string>
  name(document: string): string
  document(id: string): DossierDocument | undefined
}

export function createView(dossier: Dossier): View {
  const names = nameAccounts(dossier.documents)
  const accounts = orderAccounts(dossier.documents, names)
  const indexOf = new Map(dossier.documents.map((document, i) => [document.id, i]))
  return {
    dossier,
    indexOf,
    accounts,
    compared: accounts.filter((document) => document.compared),
    conflictNumber: new Map(dossier.conflicts.map((conflict, i) => [conflict.id, i + 1])),
    conflicts: new Map(dossier.conflicts.map((conflict) => [conflict.id, conflict])),
    entityName: new Map(dossier.entities.map((entity) => [entity.id, entity.name])),
    claimIndex: new Map(dossier.claims.map((claim, i) => [claim.id, i])),
    names,
    name: (id) => names.get(id) ?? id,
    document: (id) => dossier.documents[indexOf.get(id) ?? -1],
  }
}

/** Anchor of words in the reading view: `w0-42-77` is account 0, from 42 to 77. */
export function anchorOf(view: View, span: DossierSpan): string {
  return `w${view.indexOf.get(span.document) ?? 0}-${span.start}-${span.end}`
}

/** Anchors of findings are numbered by place, since ids come from content that may hold anything. */
export const anchors = {
  conflict: (number: number): string => `c-${number}`,
  claim: (index: number): string => `k-${index + 1}`,
  account: (index: number): string => `a-${index + 1}`,
  omissions: (index: number): string => `o-${index + 1}`,
  speaker: (index: number): string => `s-${index + 1}`,
  quote: (index: number): string => `q-${index + 1}`,
}

/** The accounts that a list of spans stands in, in its order, without repeats, each with its first span. */
export function byAccount(spans: readonly DossierSpan[]): readonly DossierSpan[] {
  const seen = new Set<string>()
  return spans.filter((span) => !seen.has(span.document) && seen.add(span.document) !== undefined)
}

/** Outlet, headline, date and address, for a citation. */
export function citationOf(view: View, id: string): string {
  const document = view.document(id)
  if (document === undefined) return id
  const parts = [
    view.name(id),
    document.title === null || document.title === document.outlet ? null : `“${document.title}”`,
    document.publishedAt === null ? null : formatMoment(document.publishedAt),
    document.url,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
