/** Counts behind a precision and a recall; the shape of the shared scorer's tallies. */
export interface Tally {
  tp: number
  predicted: number
  foundGold: number
  gold: number
}

export type Scores = Readonly<Record<string, Tally>> & {
  readonly spans: { readonly spans: number; readonly broken: number }
}

export const emptyTally = (): Tally => ({ tp: 0, predicted: 0, foundGold: 0, gold: 0 })

/** Right of those shown, or null where nothing was shown. */
export const precisionOf = (tally: Tally): number | null => (tally.predicted === 0 ? null : tally.tp / tally.predicted)

/** Found of those wanted, or null where nothing was wanted. */
export const recallOf = (tally: Tally): number | null => (tally.gold === 0 ? null : tally.foundGold / tally.gold)

/** Harmonic mean; null where either side is. */
export function f1Of(tally: Tally): number | null {
  const [p, r] = [precisionOf(tally), recallOf(tally)]
  if (p === null || r === null) return null
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

export function addTally(sum: Tally, other: Tally): Tally {
  return {
    tp: sum.tp + other.tp,
    predicted: sum.predicted + other.predicted,
    foundGold: sum.foundGold + other.foundGold,
    gold: sum.gold + other.gold,
  }
}
