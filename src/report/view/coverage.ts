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
 * Of several conflicts about a claim the cells show one, so that letters of a row compare: the one that parts most of the documents, the
 * first of equals. One that puts them all on the same side shows none. Cells are made when asked for, as a story of hundreds of accounts
 * has more of them than anybody looks at.
 */
export function createCoverage(
  dossier: Dossier,
  documents: readonly DossierDocument[],
): (claim: DossierClaim) => readonly Cell[] {
  const conflictsOf = groupByClaim(dossier.conflicts)
  return (claim) => {
    const tells = new Set(claim.documents)
    const silent = new Map(claim.silent.map((item) => [item.document, item.why]))
    const stand = chooseStand(conflictsOf.get(claim.id) ?? [], documents)
    return documents.map(({ id }): Cell => {
      const side = stand?.sideOf.get(id)
      if (stand !== null && side !== undefined)
        return { document: id, state: 'side', conflict: stand.conflict.id, side }
      const state = tells.has(id) ? 'tells' : (silent.get(id) ?? 'unlisted')
      return { document: id, state, conflict: null, side: null }
    })
  }
}

/** `A` for the first side of a conflict, `B` for the second; after `Z` comes `27`. */
export function letterOf(side: number): string {
  return side < 26 ? String.fromCharCode(65 + side) : String(side + 1)
}

/** A conflict and the side of it that each document stands on. */
interface Stand {
  readonly conflict: DossierConflict
  readonly sideOf: ReadonlyMap<string, number>
}

function groupByClaim(conflicts: readonly DossierConflict[]): ReadonlyMap<string, readonly Stand[]> {
  const groups = new Map<string, Stand[]>()
  for (const conflict of conflicts) {
    const stand = { conflict, sideOf: findSides(conflict) }
    for (const claim of conflict.claims) {
      const list = groups.get(claim)
      if (list === undefined) groups.set(claim, [stand])
      else list.push(stand)
    }
  }
  return groups
}

/** The first side that names a document is its own. */
function findSides(conflict: DossierConflict): ReadonlyMap<string, number> {
  const sides = new Map<string, number>()
  conflict.sides.forEach(({ documents }, side) => {
    for (const document of documents) if (!sides.has(document)) sides.set(document, side)
  })
  return sides
}

function chooseStand(stands: readonly Stand[], documents: readonly DossierDocument[]): Stand | null {
  let best: Stand | null = null
  let most = 0
  for (const stand of stands) {
    const sides = documents.flatMap(({ id }) => stand.sideOf.get(id) ?? [])
    if (sides.length > most && new Set(sides).size > 1) {
      best = stand
      most = sides.length
    }
  }
  return best
}
