import type { Candidate, CandidateSide } from './candidate.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes } from './compareTimes.js'
import type { ClausePair } from './pairClauses.js'
import type { StoryView } from './storyView.js'

/** What the rest of the two accounts says of a difference; added to the candidate's own features. */
export interface RivalFeatures {
  /** How alike the clause is in which the other account tells this very value; 0 where it never does. The larger of both sides. */
  readonly agreedMost: number
  /** The smaller of both sides: 0 unless each account tells the other's value somewhere. */
  readonly agreedLeast: number
  /** How much better the best other partner of either value fits; 0 for the best. */
  readonly behind: number
}

/** Place of a value within the story. */
const getSite = (side: CandidateSide): string => `${side.account} ${side.value.start}`

/**
 * For each value, how alike the clauses are in which another account tells the same value.
 *
 * Keys are `site account`. An account that tells both 5 dead and 7 hurt does not conflict with one that tells 7 hurt. Linear in
 * pairs.
 */
export function findAgreements(pairs: readonly ClausePair[], view: StoryView): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const note = (account: number, start: number, other: number, similarity: number): void => {
    const key = `${account} ${start} ${other}`
    if ((found.get(key) ?? 0) < similarity) found.set(key, similarity)
  }
  for (const { a, b, similarity } of pairs) {
    const x = view.accounts[a.account]!
    const y = view.accounts[b.account]!
    for (const i of a.quantities) {
      for (const j of b.quantities) {
        if (compareQuantities(x.quantities[i]!, y.quantities[j]!).relation !== 'equal') continue
        note(a.account, x.quantities[i]!.start, b.account, similarity)
        note(b.account, y.quantities[j]!.start, a.account, similarity)
      }
    }
    for (const i of a.times) {
      for (const j of b.times) {
        const { relation } = compareTimes(x.times[i]!, y.times[j]!)
        if (relation !== 'same' && relation !== 'duration-same') continue
        note(a.account, x.times[i]!.start, b.account, similarity)
        note(b.account, y.times[j]!.start, a.account, similarity)
      }
    }
  }
  return found
}

/** What rivals say of each candidate. `strengths` say how well each one's two places fit. Linear. */
export function weighRivals(
  candidates: readonly Candidate[],
  agreements: ReadonlyMap<string, number>,
  strengths: readonly number[],
): readonly RivalFeatures[] {
  const best = new Map<string, number>()
  const keys = candidates.map((candidate) => {
    const forA = `${getSite(candidate.a)} ${candidate.b.account}`
    const forB = `${getSite(candidate.b)} ${candidate.a.account}`
    return { forA, forB, a: `${candidate.kind} ${forA}`, b: `${candidate.kind} ${forB}` }
  })
  keys.forEach(({ a, b }, index) => {
    const strength = strengths[index]!
    for (const key of [a, b]) if ((best.get(key) ?? -Infinity) < strength) best.set(key, strength)
  })
  return keys.map(({ forA, forB, a, b }, index) => {
    const [agreedA, agreedB] = [agreements.get(forA) ?? 0, agreements.get(forB) ?? 0]
    return {
      agreedMost: Math.max(agreedA, agreedB),
      agreedLeast: Math.min(agreedA, agreedB),
      behind: Math.max(best.get(a) ?? -Infinity, best.get(b) ?? -Infinity) - strengths[index]!,
    }
  })
}
