/** Mentions of one entity as keys ("start-end"), so that gold and found ones can be compared. */
export type Chain = readonly string[]

/** Sums over documents, to be divided at the end. */
export interface ConllSums {
  readonly muc: Sums
  readonly b3: Sums
  readonly ceafe: Sums
}

export interface Sums {
  recallSum: number
  recallOf: number
  precisionSum: number
  precisionOf: number
}

export function emptyConll(): ConllSums {
  const sums = (): Sums => ({ recallSum: 0, recallOf: 0, precisionSum: 0, precisionOf: 0 })
  return { muc: sums(), b3: sums(), ceafe: sums() }
}

/** F1 of one measure, in [0, 1]; 0 where nothing matches. */
export function f1Of(sums: Sums): number {
  const recall = sums.recallOf === 0 ? 0 : sums.recallSum / sums.recallOf
  const precision = sums.precisionOf === 0 ? 0 : sums.precisionSum / sums.precisionOf
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}

/** The CoNLL figure: the mean of MUC, B³ and CEAFe with entity similarity φ4 (Pradhan et al. 2014). */
export function conllF1(sums: ConllSums): number {
  return (f1Of(sums.muc) + f1Of(sums.b3) + f1Of(sums.ceafe)) / 3
}

/** Adds one document. CEAFe aligns chains best by the Hungarian method: cubic in the number of chains. */
export function addConll(sums: ConllSums, gold: readonly Chain[], found: readonly Chain[]): void {
  const goldOf = owners(gold)
  const foundOf = owners(found)
  addMuc(gold, foundOf, (a, b) => {
    sums.muc.recallSum += a
    sums.muc.recallOf += b
  })
  addMuc(found, goldOf, (a, b) => {
    sums.muc.precisionSum += a
    sums.muc.precisionOf += b
  })
  sums.b3.recallSum += b3(gold, found, foundOf)
  sums.b3.recallOf += goldOf.size
  sums.b3.precisionSum += b3(found, gold, goldOf)
  sums.b3.precisionOf += foundOf.size
  const similarity = gold.map((a) => {
    const set = new Set(a)
    return found.map((b) => (2 * b.filter((key) => set.has(key)).length) / (a.length + b.length))
  })
  const best = bestAssignment(similarity)
  sums.ceafe.recallSum += best
  sums.ceafe.recallOf += gold.length
  sums.ceafe.precisionSum += best
  sums.ceafe.precisionOf += found.length
}

function owners(chains: readonly Chain[]): Map<string, number> {
  return new Map(chains.flatMap((chain, index) => chain.map((key) => [key, index] as const)))
}

function addMuc(
  chains: readonly Chain[],
  other: ReadonlyMap<string, number>,
  add: (a: number, b: number) => void,
): void {
  for (const chain of chains) {
    const parts = new Set<number | string>(chain.map((key) => other.get(key) ?? key))
    add(chain.length - parts.size, chain.length - 1)
  }
}

function b3(chains: readonly Chain[], others: readonly Chain[], otherOf: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const chain of chains) {
    const counts = new Map<number, number>()
    for (const key of chain) {
      const other = otherOf.get(key)
      if (other !== undefined && others[other] !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    for (const count of counts.values()) sum += (count * count) / chain.length
  }
  return sum
}

/** Highest total of a one-to-one assignment of rows to columns (Kuhn and Munkres, by potentials). */
export function bestAssignment(similarity: readonly (readonly number[])[]): number {
  const rows = similarity.length
  const columns = similarity[0]?.length ?? 0
  const n = Math.max(rows, columns)
  if (rows === 0 || columns === 0) return 0
  const cost = (i: number, j: number): number => -(similarity[i]?.[j] ?? 0)
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const match = new Int32Array(n + 1)
  const way = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    match[0] = i
    let column = 0
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(n + 1)
    do {
      used[column] = 1
      const row = match[column] as number
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (used[j] === 1) continue
        const reduced = cost(row - 1, j - 1) - (u[row] as number) - (v[j] as number)
        if (reduced < (least[j] as number)) {
          least[j] = reduced
          way[j] = column
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number
          next = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j] === 1) {
          u[match[j] as number] = (u[match[j] as number] as number) + delta
          v[j] = (v[j] as number) - delta
        } else least[j] = (least[j] as number) - delta
      }
      column = next
    } while (match[column] !== 0)
    do {
      const before = way[column] as number
      match[column] = match[before] as number
      column = before
    } while (column !== 0)
  }
  let sum = 0
  for (let j = 1; j <= n; j++) sum += similarity[(match[j] as number) - 1]?.[j - 1] ?? 0
  return sum
}
