import type { ClausePair } from './pairClauses.js'

// Cosine of stems from which on two clauses are two prints of one, a few words aside.
const TWIN = 0.6

// How much more alike the prints must be than the pair: of a clause told three times none is another's print.
const APART = 0.2

/**
 * Which pairs set a clause against another than its own print in the other account, both having one there.
 *
 * Where each account tells both clauses, what differs between them differs within each account, not between the two. Linear in pairs.
 */
export function createTwinTest(pairs: readonly ClausePair[]): (pair: ClausePair) => boolean {
  const best = new Map<string, ClausePair>()
  const note = (key: string, pair: ClausePair): void => {
    const known = best.get(key)
    if (known === undefined || known.similarity < pair.similarity) best.set(key, pair)
  }
  for (const pair of pairs) {
    if (pair.similarity < TWIN || pair.a.account === pair.b.account) continue
    note(`${pair.a.id} ${pair.b.account}`, pair)
    note(`${pair.b.id} ${pair.a.account}`, pair)
  }
  return (pair) => {
    if (pair.a.account === pair.b.account) return false
    const ofA = best.get(`${pair.a.id} ${pair.b.account}`)
    const ofB = best.get(`${pair.b.id} ${pair.a.account}`)
    if (ofA === undefined || ofB === undefined) return false
    return Math.min(ofA.similarity, ofB.similarity) > pair.similarity + APART
  }
}
