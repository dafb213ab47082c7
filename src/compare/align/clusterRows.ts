import type { ClaimNode } from './collectNodes.js'
import type { PairScores } from './contextFeatures.js'

export interface ClusterOptions {
  /** Mean score below which two clusters stay apart. */
  readonly least: number
  /** Most claims of one account in a cluster. */
  readonly perAccount: number
}

// Pairs below this are as good as not scored; leaving them out keeps large stories small in memory.
const LEAST_SCORE = 0.05

interface Cluster {
  /** Nodes. */
  members: number[]
  /** Number of claims, and of those of each account. */
  size: number
  accounts: Map<number, number>
  /** For each neighbour cluster: sum of the scores and number of pairs scored. */
  links: Map<number, { sum: number; count: number }>
}

/**
 * Groups nodes by average linkage over the pairs of different accounts, the likeliest first.
 *
 * The mean counts a pair that was not scored as 0, but asks for no more pairs than would join the two clusters in a chain, so that
 * large clusters are not torn apart by the limit on scored pairs. Ties go to the lower node numbers, which
 * do not depend on the inputs' order. Costs O(p log p) in the pairs, each looked at again when its cluster grows.
 */
export function clusterRows(
  nodes: readonly ClaimNode[],
  pairs: PairScores,
  { least, perAccount }: ClusterOptions,
): number[][] {
  const clusters: (Cluster | null)[] = nodes.map((node, n) => ({
    members: [n],
    size: node.length,
    accounts: new Map(node.map(({ document }) => [document, 1])),
    links: new Map(),
  }))
  const queue = new Queue()
  for (let k = 0; k < pairs.a.length; k++) {
    const a = pairs.a[k]!
    const b = pairs.b[k]!
    if (pairs.score[k]! < LEAST_SCORE) continue
    const count = crossPairs(clusters[a]!, clusters[b]!)
    if (count === 0) continue
    const link = { sum: pairs.score[k]! * count, count }
    clusters[a]!.links.set(b, link)
    clusters[b]!.links.set(a, link)
  }
  clusters.forEach((cluster, a) => {
    for (const b of cluster!.links.keys()) if (a < b) enqueue(queue, clusters, a, b, least)
  })
  for (let next = queue.pop(); next !== null; next = queue.pop()) {
    const left = clusters[next.a]
    const right = clusters[next.b]
    if (left == null || right == null) continue
    // Entries are not taken out of the queue when a cluster grows; one whose score is out of date is dropped here.
    if (linkage(left, right, next.b) !== next.score) continue
    if (!fits(left, right, perAccount)) continue
    merge(clusters, next.a, next.b)
    for (const other of left.links.keys()) {
      enqueue(queue, clusters, Math.min(next.a, other), Math.max(next.a, other), least)
    }
  }
  return clusters.flatMap((cluster) => (cluster === null ? [] : [cluster.members.sort((x, y) => x - y)]))
}

function enqueue(queue: Queue, clusters: readonly (Cluster | null)[], a: number, b: number, least: number): void {
  const score = linkage(clusters[a]!, clusters[b]!, b)
  if (score >= least) queue.push({ a, b, score })
}

function linkage(left: Cluster, right: Cluster, rightNode: number): number {
  const link = left.links.get(rightNode)
  if (link === undefined) return 0
  const possible = crossPairs(left, right)
  const chain = left.size + right.size - 1
  return possible === 0 ? 0 : link.sum / Math.max(link.count, Math.min(possible, chain))
}

/** Pairs of members of different accounts. */
function crossPairs(left: Cluster, right: Cluster): number {
  let within = 0
  const [small, large] = left.accounts.size <= right.accounts.size ? [left, right] : [right, left]
  for (const [account, count] of small.accounts) within += count * (large.accounts.get(account) ?? 0)
  return left.size * right.size - within
}

function fits(left: Cluster, right: Cluster, perAccount: number): boolean {
  const [small, large] = left.accounts.size <= right.accounts.size ? [left, right] : [right, left]
  for (const [account, count] of small.accounts) {
    if (count + (large.accounts.get(account) ?? 0) > perAccount) return false
  }
  return true
}

function merge(clusters: (Cluster | null)[], into: number, from: number): void {
  const left = clusters[into]!
  const right = clusters[from]!
  clusters[from] = null
  left.members.push(...right.members)
  left.size += right.size
  for (const [account, count] of right.accounts) left.accounts.set(account, (left.accounts.get(account) ?? 0) + count)
  left.links.delete(from)
  for (const [other, link] of right.links) {
    if (other === into) continue
    const known = left.links.get(other)
    const joined = known === undefined ? link : { sum: known.sum + link.sum, count: known.count + link.count }
    left.links.set(other, joined)
    const neighbour = clusters[other]!
    neighbour.links.delete(from)
    neighbour.links.set(into, joined)
  }
}

interface Entry {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** A binary heap, the highest score first, then the lower nodes. */
class Queue {
  private readonly heap: Entry[] = []

  push(entry: Entry): void {
    const { heap } = this
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(entry, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = entry
  }

  pop(): Entry | null {
    const { heap } = this
    const top = heap[0]
    if (top === undefined) return null
    const last = heap.pop()!
    const size = heap.length
    if (size > 0) {
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++
        if (!before(heap[child]!, last)) break
        heap[at] = heap[child]!
        at = child
      }
      heap[at] = last
    }
    return top
  }
}

function before(x: Entry, y: Entry): boolean {
  return x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b
}
