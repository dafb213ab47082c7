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
  const { starts, nodes, values } = gatherPartners(profiles.length, { a, b, score })
  const hubs = new Int32Array(profiles.length)
  const sums = new Float64Array(profiles.length)
  profiles.forEach((_, p) => {
    for (let at = starts[p]!; at < starts[p + 1]!; at++) {
      sums[p]! += values[at]!
      if (values[at]! > PARTNER) hubs[p]!++
    }
  })
  const between = (p: number, q: number): number => {
    if (p < 0 || q < 0) return 0
    const at = findFrom(nodes, starts[p]!, starts[p + 1]!, q)
    return at < starts[p + 1]! && nodes[at] === q ? values[at]! : 0
  }
  /** The node so many claims further on in the account, -1 beyond its ends. */
  const beside = (p: number, step: number): number => {
    const { document, index } = profiles[p]!
    return nodeOf[document]![index + step] ?? -1
  }
  return (pair) => {
    const p = a[pair]!
    const q = b[pair]!
    const own = score[pair]!
    const fromP = standing(p, q, own)
    const fromQ = standing(q, p, own)
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

  /** Where the partners of p in the account of q start in the list; they stand together, as nodes come in the order of accounts. */
  function firstIn(p: number, q: number): number {
    const { document } = profiles[q]!
    let low = starts[p]!
    let high = starts[p + 1]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (profiles[nodes[middle]!]!.document < document) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Rank of the pair among the partners of p in the account of q, 0 the best, and the best of the others. */
  function standing(p: number, q: number, own: number) {
    const { document } = profiles[q]!
    const end = starts[p + 1]!
    let rank = 0
    let rival = 0
    for (let at = firstIn(p, q); at < end && profiles[nodes[at]!]!.document === document; at++) {
      if (nodes[at] === q) continue
      const value = values[at]!
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
    let accounts = 0
    let last = -1
    let x = starts[p]!
    let y = starts[q]!
    while (x < starts[p + 1]! && y < starts[q + 1]!) {
      const node = nodes[x]!
      const other = nodes[y]!
      if (node < other) x++
      else if (other < node) y++
      else {
        const both = Math.min(values[x++]!, values[y++]!)
        if (both > best) best = both
        const { document } = profiles[node]!
        if (both > 0.2 && document !== last) {
          accounts++
          last = document
        }
      }
    }
    return { best, accounts }
  }

  /** How likely another claim of p's account, in like words as p, tells the same as q. */
  function retold(p: number, q: number): number {
    const { document, bag } = profiles[p]!
    const end = starts[q + 1]!
    let best = 0
    for (let at = firstIn(q, p); at < end; at++) {
      const node = nodes[at]!
      if (profiles[node]!.document !== document) break
      const value = values[at]!
      if (node !== p && value >= POSSIBLE) best = Math.max(best, value * bagCosine(profiles[node]!.bag, bag))
    }
    return best
  }
}

/** The partners of node `p` with their scores, ascending, at `starts[p] … starts[p + 1]` of the two lists. */
interface Partners {
  readonly starts: Int32Array
  readonly nodes: Int32Array
  readonly values: Float64Array
}

function gatherPartners(size: number, { a, b, score }: PairScores): Partners {
  const starts = new Int32Array(size + 1)
  for (let k = 0; k < a.length; k++) {
    starts[a[k]! + 1]!++
    starts[b[k]! + 1]!++
  }
  for (let p = 0; p < size; p++) starts[p + 1]! += starts[p]!
  const free = starts.slice()
  const nodes = new Int32Array(2 * a.length)
  const values = new Float64Array(2 * a.length)
  const put = (p: number, q: number, value: number): void => {
    const at = free[p]!++
    nodes[at] = q
    values[at] = value
  }
  // Pairs come sorted by their lower node, then the higher: first a node's lower partners, then the higher ones, each ascending.
  for (let k = 0; k < a.length; k++) put(b[k]!, a[k]!, score[k]!)
  for (let k = 0; k < a.length; k++) put(a[k]!, b[k]!, score[k]!)
  return { starts, nodes, values }
}

/** First place in `[low, high)` of an ascending list that is not below the value; `high` where all are. */
function findFrom(list: Int32Array, low: number, high: number, value: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >> 1
    if (list[middle]! < value) from = middle + 1
    else to = middle
  }
  return from
}
