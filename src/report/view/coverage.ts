import type { Dossier, DossierClaim, DossierConflict, DossierDocument } from '../../dossier/index.js'

/**
 * What one account does with one claim.
 *
 * `tells`: says it; `side`: says it, and stands on a side of a conflict about it; the rest are the ways of not saying it.
 * `unlisted`: the dossier does not say why it is silent.
 */
type CellState = 'tells' | 'side' | 'notSaid' | 'notYetKnown' | 'notRead' | 'unlisted'

export interface Cell {
  readonly document: string
  readonly state: CellState
  /** The conflict and the account's side in it (0 for A, 1 for B); null unless `state` is `side`. */
  readonly conflict: string | null
  readonly side: number | null
}

/**
 * Gives a claim's cells: one per document, in the order they are handed in.
 *
 * Cells are made when asked for, as a story of hundreds of accounts has more of them than anybody looks at.
 */
export function createCoverage(
  dossier: Dossier,
  documents: readonly DossierDocument[],
): (claim: DossierClaim) => readonly Cell[] {
  const conflictsOf = groupByClaim(dossier.conflicts)
  return (claim) => {
    const tells = new Set(claim.documents)
    const silent = new Map(claim.silent.map((item) => [item.document, item.why]))
    const conflicts = conflictsOf.get(claim.id) ?? []
    return documents.map(({ id }): Cell => {
      const stand = conflicts.length === 0 ? null : findSide(conflicts, id)
      if (stand !== null) return { document: id, state: 'side', ...stand }
      const state = tells.has(id) ? 'tells' : (silent.get(id) ?? 'unlisted')
      return { document: id, state, conflict: null, side: null }
    })
  }
}

/** `A` for the first side of a conflict, `B` for the second; after `Z` comes `27`. */
export function letterOf(side: number): string {
  return side < 26 ? String.fromCharCode(65 + side) : String(side + 1)
}

function groupByClaim(conflicts: readonly DossierConflict[]): ReadonlyMap<string, readonly DossierConflict[]> {
  const groups = new Map<string, DossierConflict[]>()
  for (const conflict of conflicts) {
    for (const claim of conflict.claims) {
      const list = groups.get(claim)
      if (list === undefined) groups.set(claim, [conflict])
      else list.push(conflict)
    }
  }
  return groups
}

function findSide(conflicts: readonly DossierConflict[], document: string): { conflict: string; side: number } | null {
  for (const conflict of conflicts) {
    const side = conflict.sides.findIndex((item) => item.documents.includes(document))
    if (side >= 0) return { conflict: conflict.id, side }
  }
  return null
}
