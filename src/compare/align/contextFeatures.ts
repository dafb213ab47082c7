import { bagCosine } from './bag.js'
import type { StoryProfiles } from './profiles.js'

/** Pairs of nodes with a probability each; `a` below `b`, sorted by `a`, then `b`. */
export interface PairScores {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly score: Float64Array
}

/** Names of the figures that say how a pair stands among the other pairs of its story, in order. */
export const CONTEXT_FEATURES = (
  'alone rankLeast rankMost rivalLeast rivalMost neighbours besides sameSentences third hubLeast hubMost sumLeast sumMost ' +
  'retold accounts thirdAccounts'
).split(' ')

// A pair this likely counts as a partner when partners are counted.
const PARTNER = 0.3
const POSSIBLE = 0.1

/**
 * A function that gives a pair's place among the story's other pairs: whether the claims beside them match too, whether either has a
 * better partner in the other's account, whether a third account tells both.
 *
 * Making it is linear in the pairs; a call costs the partners of both claims.
 */
export function createContext(
  { profiles, nodeOf, documents }: StoryProfiles,
  { a, b, score }: PairScores,
): (pair: number) => number[] {
  const partners: Map<number, number>[] = profiles.map(() => new Map())
  for (let k = 0; k < a.length; k++) {
    partners[a[k]!]!.set(b[k]!, score[k]!)
    partners[b[k]!]!.set(a[k]!, score[k]!)
  }
  const hubs = partners.map((map) => count(map, PARTNER))
  const sums = partners.map((map) => {
    let sum = 0
    for (const value of map.values()) sum += value
    return sum
  })
  const between = (p: number, q: number): number => (p < 0 || q < 0 ? 0 : (partners[p]!.get(q) ?? 0))
  /** The node so many claims further on in the account, -1 beyond its ends. */
  const beside = (p: number, step: number): number => {
    const { document, index } = profiles[p]!
    return nodeOf[document]![index + step] ?? -1
  }
  return (pair) => {
    const p = a[pair]!
    const q = b[pair]!
    const own = score[pair]!
    const fromP = standing(partners[p]!, profiles[q]!.document, own, q)
    const fromQ = standing(partners[q]!, profiles[p]!.document, own, p)
    const [p0, p2] = [beside(p, -1), beside(p, 1)]
    const [q0, q2] = [beside(q, -1), beside(q, 1)]
    const third = thirdAccounts(p, q)
    return [
      own,
      Math.min(fromP.rank, fromQ.rank),
      Math.max(fromP.rank, fromQ.rank),
      Math.min(fromP.rival, fromQ.rival),
      Math.max(fromP.rival, fromQ.rival),
      Math.max(between(p0, q0), between(p2, q2)),
      Math.max(between(p0, q2), between(p2, q0), between(p, q0), between(p, q2), between(p0, q), between(p2, q)),
      sameSentences(p, q),
      third.best,
      Math.min(hubs[p]!, hubs[q]!),
      Math.max(hubs[p]!, hubs[q]!),
      Math.min(sums[p]!, sums[q]!),
      Math.max(sums[p]!, sums[q]!),
      Math.max(retold(p, q), retold(q, p)),
      Math.min(documents, 12),
      third.accounts,
    ]
  }

  /** Rank of the pair among one claim's partners in the other's account, 0 the best, and the best of the others. */
  function standing(map: ReadonlyMap<number, number>, document: number, own: number, other: number) {
    let rank = 0
    let rival = 0
    for (const [node, value] of map) {
      if (node === other || profiles[node]!.document !== document) continue
      if (value > own) rank++
      if (value > rival) rival = value
    }
    return { rank, rival }
  }

  /** The best pair of other claims in the two sentences. */
  function sameSentences(p: number, q: number): number {
    let best = 0
    for (const x of claimsOfSentence(p)) {
      for (const y of claimsOfSentence(q)) if (x !== p || y !== q) best = Math.max(best, between(x, y))
    }
    return best
  }

  function claimsOfSentence(p: number): number[] {
    const { sentence } = profiles[p]!.claim
    const found = [p]
    for (let step = -1; ; step--) {
      const node = beside(p, step)
      if (node < 0 || profiles[node]!.claim.sentence !== sentence) break
      found.push(node)
    }
    for (let step = 1; ; step++) {
      const node = beside(p, step)
      if (node < 0 || profiles[node]!.claim.sentence !== sentence) break
      found.push(node)
    }
    return found
  }

  function thirdAccounts(p: number, q: number): { best: number; accounts: number } {
    let best = 0
    const accounts = new Set<number>()
    const [small, large] = partners[p]!.size <= partners[q]!.size ? [p, q] : [q, p]
    for (const [node, value] of partners[small]!) {
      const other = partners[large]!.get(node)
      if (other === undefined) continue
      const both = Math.min(value, other)
      if (both > best) best = both
      if (both > 0.2) accounts.add(profiles[node]!.document)
    }
    return { best, accounts: accounts.size }
  }

  /** How likely another claim of p's account, in like words as p, tells the same as q. */
  function retold(p: number, q: number): number {
    let best = 0
    for (const [node, value] of partners[q]!) {
      if (node === p || value < POSSIBLE || profiles[node]!.document !== profiles[p]!.document) continue
      best = Math.max(best, value * bagCosine(profiles[node]!.bag, profiles[p]!.bag))
    }
    return best
  }
}

function count(map: ReadonlyMap<number, number>, least: number): number {
  let found = 0
  for (const value of map.values()) if (value > least) found++
  return found
}
