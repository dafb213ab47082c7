import { FAMILIES, type Family } from '../../src/compare/conflict/features.js'
import {
  type Calibrations,
  type ConflictTally,
  type HeldOut,
  showCandidates,
  type Thresholds,
  tallyConflicts,
} from './crossValidate.js'

// What must hold out of fold in each family: three of four shown are real, seven of ten called contradictions are.
const REAL_PRECISION = 0.75
const CONTRADICTION_PRECISION = 0.7
// What the forgiven one must leave.
const LEAST_PRECISION = 0.7
// What is less likely is not shown, whatever the annotated stories say of it: there the low odds held three times in four, on seventy development
// stories read by eye about once in three.
const LEAST_REAL = 0.4
// Of what their odds let through in the same stories about one in ten was real by eye, of forty: only what the rules call likely is shown.
const SHUT: ReadonlySet<Family> = new Set(['polarity', 'whole'])
const GRID = Array.from({ length: 47 }, (_, index) => Number((0.04 + index * 0.02).toFixed(2)))

/**
 * For each family the lowest thresholds at which the held-out precision still holds, with one more wrong one imagined for contradictions and one
 * forgiven for what is shown at all, since families are small and one conflict would else move a threshold far;
 * 1 (nothing is shown) where it never does.
 */
export function chooseThresholds(held: readonly HeldOut[], calibrations: Calibrations): Thresholds {
  const choose = (family: Family): Thresholds[Family] => {
    if (SHUT.has(family)) return { real: 1, contradiction: 1 }
    const measure = (real: number, contradiction: number): ConflictTally => {
      const thresholds = Object.fromEntries(
        FAMILIES.map((one) => [one, { real, contradiction }]),
      ) as unknown as Thresholds
      const tallies = new Map<string, ConflictTally>()
      for (const one of held) tallyConflicts(showCandidates(one, calibrations, thresholds, family), one.story, tallies)
      return tallies.get('all')!
    }
    const contradiction =
      GRID.find((value) => {
        const { contradictions } = measure(1, value)
        return (
          contradictions.right > 0 && contradictions.right >= CONTRADICTION_PRECISION * (contradictions.predicted + 1)
        )
      }) ?? 1
    const real =
      GRID.find((value) => {
        if (value < LEAST_REAL) return false
        const { shown } = measure(value, contradiction)
        return (
          shown.real > 0 &&
          shown.real >= REAL_PRECISION * (shown.predicted - 1) &&
          shown.real >= LEAST_PRECISION * shown.predicted
        )
      }) ?? 1
    return { real, contradiction }
  }
  return Object.fromEntries(FAMILIES.map((family) => [family, choose(family)])) as unknown as Thresholds
}
