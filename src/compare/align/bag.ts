import type { TermTable } from './termTable.js'

/** Words without their order: ids ascending and unique, with what each weighs. */
export interface Bag {
  readonly ids: Int32Array
  readonly weights: Float64Array
  /** Root of the sum of squared weights; 0 for an empty bag. */
  readonly length: number
  readonly total: number
}

/** What two bags have in common. */
export interface Share {
  /** Sum of the shared words' weights, sum of their squares, the greatest of them, and how many there are. */
  readonly weight: number
  readonly squares: number
  readonly rarest: number
  readonly count: number
}

/** The bag of a sequence of stems. */
export function createBag(sequence: ArrayLike<number>, terms: TermTable): Bag {
  const ids = Int32Array.from(new Set(Array.from(sequence))).sort()
  const weights = Float64Array.from(ids, (id) => termWeight(terms, id))
  let squares = 0
  let total = 0
  for (const weight of weights) {
    squares += weight * weight
    total += weight
  }
  return { ids, weights, length: Math.sqrt(squares), total }
}

/** Rare in news and rare in the story: either alone overrates the story's own subject or odd common words. */
export function termWeight(terms: TermTable, id: number): number {
  // 0.05 keeps the commonest words from weighing nothing, which would make a bag of them empty.
  return Math.sqrt(Math.max(0.05, terms.newsWeight(id)) * terms.storyWeight(id))
}

/** The words two bags share; linear in both. */
export function shareOf(a: Bag, b: Bag): Share {
  let weight = 0
  let squares = 0
  let rarest = 0
  let count = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i]!
    const right = b.ids[j]!
    if (left < right) i++
    else if (right < left) j++
    else {
      const value = a.weights[i]!
      weight += value
      squares += value * value
      if (value > rarest) rarest = value
      count++
      i++
      j++
    }
  }
  return { weight, squares, rarest, count }
}

/** Cosine of two bags, 0 when either is empty. */
export function bagCosine(a: Bag, b: Bag): number {
  const product = a.length * b.length
  return product === 0 ? 0 : shareOf(a, b).squares / product
}

/** True when the bag holds the stem. */
export function hasTerm(bag: Bag, id: number): boolean {
  return bag.ids[findTerm(bag, id)] === id
}

/** Where in the bag the stem stands, or would stand. */
export function findTerm({ ids }: Bag, id: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Sum of the words' vectors times weight, of length 1; null when no word has a vector. */
export function sumVectors(bag: Bag, terms: TermTable): Float32Array | null {
  let sum: Float32Array | null = null
  for (let i = 0; i < bag.ids.length; i++) {
    const vector = terms.vectorOf(bag.ids[i]!)
    if (vector === null) continue
    sum ??= new Float32Array(vector.length)
    for (let k = 0; k < vector.length; k++) sum[k] = sum[k]! + vector[k]! * bag.weights[i]!
  }
  if (sum === null) return null
  let squares = 0
  for (const value of sum) squares += value * value
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! * scale
  return sum
}
