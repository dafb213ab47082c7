import type { Span } from '../../src/text/index.js'

/** A time expression as a corpus or the system tells it; offsets in UTF-16 code units. */
export interface Timex extends Span {
  readonly type: string
  readonly value: string | null
}

/** Counts of one or several documents; figures come from sums, so that long documents weigh more. */
export interface TimeCounts {
  readonly gold: number
  readonly found: number
  /** Pairs with equal spans. */
  readonly strict: number
  /** Pairs whose spans overlap; each side is used once. */
  readonly relaxed: number
  readonly type: number
  readonly value: number
}

export interface TimeFigures {
  readonly strict: number
  readonly relaxed: number
  readonly type: number
  /** F1 of relaxed matches with the right value. */
  readonly value: number
  /** Share of relaxed matches with the right value. */
  readonly valueAccuracy: number
}

/**
 * Counts how far found expressions meet the gold ones, as TempEval-3 does.
 *
 * Equal spans pair first, then overlapping ones in reading order; each expression pairs once. Values compare as strings,
 * `null` with `null`. Both lists sorted by start. O(n·k) in the overlaps.
 *
 * Source: UzZaman et al. 2013, SemEval-2013 Task 1 (strict, relaxed, attribute F1 over relaxed matches).
 */
export function countTimes(gold: readonly Timex[], found: readonly Timex[]): TimeCounts {
  const partner = new Map<number, number>()
  const used = new Set<number>()
  const byKey = new Map(found.map((timex, index) => [`${timex.start}-${timex.end}`, index]))
  let strict = 0
  gold.forEach((timex, index) => {
    const equal = byKey.get(`${timex.start}-${timex.end}`)
    if (equal === undefined || used.has(equal)) return
    strict++
    partner.set(index, equal)
    used.add(equal)
  })
  gold.forEach((timex, index) => {
    if (partner.has(index)) return
    const other = found.findIndex((entry, at) => !used.has(at) && entry.start < timex.end && timex.start < entry.end)
    if (other < 0) return
    partner.set(index, other)
    used.add(other)
  })
  let type = 0
  let value = 0
  for (const [index, other] of partner) {
    if (gold[index]!.type === found[other]!.type) type++
    if (gold[index]!.value === found[other]!.value) value++
  }
  return { gold: gold.length, found: found.length, strict, relaxed: partner.size, type, value }
}

/** Sums counts of several documents. */
export function sumTimes(counts: readonly TimeCounts[]): TimeCounts {
  const sum = { gold: 0, found: 0, strict: 0, relaxed: 0, type: 0, value: 0 }
  for (const count of counts) for (const key of Object.keys(sum) as (keyof TimeCounts)[]) sum[key] += count[key]
  return sum
}

/** F1 figures in [0, 1]; 0 for what nothing was found of. */
export function scoreTimes(counts: TimeCounts): TimeFigures {
  const f1 = (hits: number): number =>
    counts.gold + counts.found === 0 ? 0 : (2 * hits) / (counts.gold + counts.found)
  return {
    strict: f1(counts.strict),
    relaxed: f1(counts.relaxed),
    type: f1(counts.type),
    value: f1(counts.value),
    valueAccuracy: counts.relaxed === 0 ? 0 : counts.value / counts.relaxed,
  }
}
