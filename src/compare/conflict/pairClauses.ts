import { blockByAnchor } from './blockByAnchor.js'
import { addToBlock } from './blocks.js'
import type { Clause, StoryView } from './storyView.js'

/** Two clauses that may speak of the same matter, in story order. */
export interface ClausePair {
  readonly a: Clause
  readonly b: Clause
  /** Cosine of the clauses' content stems weighted by idf, in [0, 1]. */
  readonly similarity: number
}

// Best partners kept for a clause: three for an account, 24 in all, so that cost stays linear in large stories.
const BEST_PER_ACCOUNT = 3
const BEST_IN_ALL = 24
// In a story of more than a dozen accounts a matter is told so often that fewer partners show every value of it.
const MANY_ACCOUNTS = 12
const BEST_AMONG_MANY = 6
const LARGEST_BLOCK_AMONG_MANY = 8
// Below this, pairs drawn at random from one story are as alike.
const LEAST_SIMILARITY = 0.12
// A stem in more clauses than this says nothing about the matter and would make the index quadratic.
const MOST_CLAUSES = 400
// Members of a row or of a block of numbers compared pairwise; larger ones are thinned evenly.
const LARGEST_BLOCK = 40

/**
 * Pairs worth comparing: of one row of the alignment, alike in words, or holding numbers of the same counted thing.
 *
 * Sorted by ids. Near linear: each clause keeps a bounded number of partners, blocks are thinned.
 */
export function pairClauses(view: StoryView): readonly ClausePair[] {
  const weights = view.clauses.map((clause) => getWeights(clause.stems, view))
  const pairs = new Map<number, ClausePair>()
  const count = view.clauses.length
  const add = (x: number, y: number): void => {
    if (x === y) return
    const [low, high] = x < y ? [x, y] : [y, x]
    const key = low * count + high
    if (pairs.has(key)) return
    const a = view.clauses[low]!
    const b = view.clauses[high]!
    // One sentence told once is no two accounts of a matter.
    if (a.account === b.account && a.sentence === b.sentence) return
    pairs.set(key, { a, b, similarity: getCosine(weights[low]!, weights[high]!) })
  }
  for (const block of [...blockByRow(view), ...blockByCounted(view), ...blockByAnchor(view)]) {
    const members = thin(block, isLarge(view) ? LARGEST_BLOCK_AMONG_MANY : LARGEST_BLOCK)
    for (let i = 0; i < members.length; i++) for (let j = i + 1; j < members.length; j++) add(members[i]!, members[j]!)
  }
  findAlike(view, weights, add)
  return [...pairs.entries()].sort((x, y) => x[0] - y[0]).map((entry) => entry[1])
}

function getWeights(stems: ReadonlySet<string>, view: StoryView): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  let norm = 0
  for (const stem of stems) {
    const weight = view.idf(stem)
    weights.set(stem, weight)
    norm += weight * weight
  }
  const length = Math.sqrt(norm) || 1
  for (const [stem, weight] of weights) weights.set(stem, weight / length)
  return weights
}

function getCosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of short) sum += weight * (long.get(stem) ?? 0)
  return Math.min(1, sum)
}

function blockByRow(view: StoryView): readonly (readonly number[])[] {
  const rows = new Map<number, number[]>()
  for (const clause of view.clauses) for (const row of clause.rows) addToBlock(rows, row, clause.id)
  return [...rows.values()]
}

/** Clauses with a number of one kind and unit that count the same head noun: "12 officers", "14 officers". */
function blockByCounted(view: StoryView): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>()
  for (const clause of view.clauses) {
    const { quantities } = view.accounts[clause.account]!
    for (const at of clause.quantities) {
      const quantity = quantities[at]!
      const head = quantity.counted?.head.toLowerCase() ?? ''
      if (head !== '') addToBlock(blocks, `${quantity.kind} ${quantity.unit} ${head}`, clause.id)
    }
  }
  return [...blocks.values()]
}

function thin(block: readonly number[], largest: number): readonly number[] {
  if (block.length <= largest) return block
  return Array.from({ length: largest }, (_, index) => block[Math.floor((index * block.length) / largest)]!)
}

function isLarge(view: StoryView): boolean {
  return view.accounts.length > MANY_ACCOUNTS
}

/** Each clause's most alike clauses by an inverted index of stems. */
function findAlike(
  view: StoryView,
  weights: readonly ReadonlyMap<string, number>[],
  add: (x: number, y: number) => void,
): void {
  const index = indexStems(view, weights)
  const sums = new Float64Array(view.clauses.length)
  const best = isLarge(view) ? BEST_AMONG_MANY : BEST_IN_ALL
  for (const clause of view.clauses) {
    const touched: number[] = []
    for (const [stem, weight] of weights[clause.id]!) {
      const { clauses, theirs } = index.get(stem)!
      if (clauses.length > MOST_CLAUSES) continue
      for (let at = 0; at < clauses.length; at++) {
        const other = clauses[at]!
        if (other === clause.id) continue
        if (sums[other] === 0) touched.push(other)
        sums[other] = sums[other]! + weight * theirs[at]!
      }
    }
    const alike = touched.filter((other) => sums[other]! >= LEAST_SIMILARITY)
    alike.sort((x, y) => sums[y]! - sums[x]! || x - y)
    const perAccount = new Map<number, number>()
    let kept = 0
    for (const other of alike) {
      if (kept === best) break
      const { account } = view.clauses[other]!
      const taken = perAccount.get(account) ?? 0
      if (taken === BEST_PER_ACCOUNT) continue
      perAccount.set(account, taken + 1)
      kept++
      add(clause.id, other)
    }
    for (const other of touched) sums[other] = 0
  }
}

/** The clauses that hold a stem, ascending, each with the stem's weight in it. */
interface StemPosting {
  readonly clauses: number[]
  readonly theirs: number[]
}

function indexStems(
  view: StoryView,
  weights: readonly ReadonlyMap<string, number>[],
): ReadonlyMap<string, StemPosting> {
  const index = new Map<string, StemPosting>()
  for (const clause of view.clauses) {
    for (const [stem, weight] of weights[clause.id]!) {
      let posting = index.get(stem)
      if (posting === undefined) {
        posting = { clauses: [], theirs: [] }
        index.set(stem, posting)
      }
      posting.clauses.push(clause.id)
      posting.theirs.push(weight)
    }
  }
  return index
}
