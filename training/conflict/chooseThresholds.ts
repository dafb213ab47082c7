import { FAMILIES, type Family } from '../../src/compare/conflict/features.js'
import {
  type Calibrations,
  type ConflictTally,
  type HeldMark,
  type HeldOut,
  showCandidates,
  squash,
  type Thresholds,
  tallyConflicts,
} from './crossValidate.js'

// What must hold out of fold in each family: three of four shown are real, seven of ten called contradictions are.
const REAL_PRECISION = 0.75
const CONTRADICTION_PRECISION = 0.7
// What the forgiven one must leave.
const LEAST_PRECISION = 0.7
// Of our own marks, so many of what passes must be real; families of fewer marked as real are shown by rule alone. The annotated stories
// flatter: there low odds of whole clauses held three times in four, on other stories read by eye about once in ten.
const MARKED_PRECISION = 0.625
const LEAST_MARKED = 5
const GRID = Array.from({ length: 47 }, (_, index) => Number((0.04 + index * 0.02).toFixed(2)))

/**
 * For each family the lowest thresholds at which the held-out precision still holds, on the annotated stories and on our own marks.
 *
 * One more wrong one is imagined for contradictions and one forgiven for what is shown at all, since families are small and one conflict
 * would else move a threshold far; 1 (nothing is shown) where it never holds.
 */
export function chooseThresholds(
  held: readonly HeldOut[],
  marks: readonly HeldMark[],
  calibrations: Calibrations,
): Thresholds {
  const holdsOnMarks = (family: Family, least: number): boolean => {
    // Names and roles need no clauses and were not marked.
    if (family === 'entity') return true
    const passed = marks.filter(
      ({ example, sums }) => example.family === family && squash(sums.real, calibrations[family].real) >= least,
    )
    const count = (of: readonly HeldMark[]): number => of.reduce((sum, { example }) => sum + example.weight, 0)
    const real = count(passed.filter(({ example }) => example.real === 1))
    return real >= LEAST_MARKED && real >= MARKED_PRECISION * count(passed)
  }
  const choose = (family: Family): Thresholds[Family] => {
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
        if (!holdsOnMarks(family, value)) return false
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
