import type { ClaimNode } from './collectNodes.js'
import type { PairScores } from './contextFeatures.js'

export interface ExtendOptions {
  /** Half the mean and half the best score of a claim with a row, from which it stands there too. */
  readonly least: number
  /** Most claims of one account in a row. */
  readonly perAccount: number
}

// As in clustering: lower scores are as good as none.
const LEAST_SCORE = 0.05

interface Fit {
  readonly node: number
  readonly row: number
  readonly score: number
}

/**
 * Lets a claim that tells two matters stand in a second row.
 *
 * A sentence that tells a death toll and an arrest has a partner for each in the other accounts, but a cluster for one only. Rows that
 * another row wholly holds afterwards are left out. Linear in the pairs; the best fits are taken first, ties by number.
 */
export function extendRows(
  rows: readonly (readonly number[])[],
  nodes: readonly ClaimNode[],
  pairs: PairScores,
  { least, perAccount }: ExtendOptions,
): number[][] {
  const extended = rows.map((row) => [...row])
  const second = new Set<number>()
  const touched = new Set<number>()
  for (const { node, row } of findFits(rows, nodes, pairs, least)) {
    if (second.has(node) || !fits(extended[row]!, nodes[node]!, nodes, perAccount)) continue
    extended[row]!.push(node)
    second.add(node)
    touched.add(row)
  }
  return dropContained(extended, second)
}

function findFits(
  rows: readonly (readonly number[])[],
  nodes: readonly ClaimNode[],
  pairs: PairScores,
  least: number,
): Fit[] {
  const rowOf = new Int32Array(nodes.length)
  rows.forEach((row, r) => {
    for (const node of row) rowOf[node] = r
  })
  const fits = new Map<string, { node: number; row: number; sum: number; best: number }>()
  const see = (node: number, other: number, score: number): void => {
    const row = rowOf[other]!
    if (rowOf[node] === row) return
    const key = `${node} ${row}`
    const known = fits.get(key)
    if (known === undefined) fits.set(key, { node, row, sum: score, best: score })
    else {
      known.sum += score
      known.best = Math.max(known.best, score)
    }
  }
  for (let k = 0; k < pairs.a.length; k++) {
    if (pairs.score[k]! < LEAST_SCORE) continue
    see(pairs.a[k]!, pairs.b[k]!, pairs.score[k]!)
    see(pairs.b[k]!, pairs.a[k]!, pairs.score[k]!)
  }
  return [...fits.values()]
    .flatMap(({ node, row, sum, best }) => {
      const own = nodes[node]![0]!.document
      const others = rows[row]!.filter((other) => nodes[other]![0]!.document !== own).length
      const score = others === 0 ? 0 : 0.5 * best + (0.5 * sum) / others
      return score >= least ? [{ node, row, score }] : []
    })
    .sort((x, y) => y.score - x.score || x.node - y.node || x.row - y.row)
}

function fits(row: readonly number[], node: ClaimNode, nodes: readonly ClaimNode[], perAccount: number): boolean {
  return node.every(
    ({ document }) =>
      row.filter((other) => nodes[other]!.some((place) => place.document === document)).length < perAccount,
  )
}

/** Leaves out rows whose nodes all stand together in another row too; of equal rows the first is kept. */
function dropContained(rows: readonly number[][], second: ReadonlySet<number>): number[][] {
  const rowsOf = new Map<number, number[]>()
  rows.forEach((row, r) => {
    for (const node of row) {
      const list = rowsOf.get(node)
      if (list === undefined) rowsOf.set(node, [r])
      else list.push(r)
    }
  })
  const sets = rows.map((row) => new Set(row))
  return rows.filter((row, r) => {
    const shared = row.find((node) => second.has(node))
    if (shared === undefined) return true
    return !rowsOf.get(shared)!.some((other) => {
      if (other === r || rows[other]!.length < row.length) return false
      if (rows[other]!.length === row.length && other > r) return false
      return row.every((node) => sets[other]!.has(node))
    })
  })
}
