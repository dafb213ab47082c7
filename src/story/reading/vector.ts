/** Terms (32-bit hashes, ascending, no repeats) with a weight each. Empty vectors have no direction and are like nothing. */
export interface SparseVector {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

export const EMPTY_VECTOR: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) }

/** A vector of unit length from weights by term; empty where all weights are zero. */
export function unitVector(weights: ReadonlyMap<number, number>): SparseVector {
  const terms = Uint32Array.from(weights.keys()).sort()
  const values = Float32Array.from(terms, (term) => weights.get(term)!)
  const length = Math.hypot(...values)
  if (length === 0) return EMPTY_VECTOR
  for (let i = 0; i < values.length; i++) values[i]! /= length
  return { terms, weights: values }
}

/** The inner product; for unit vectors the cosine, in [0, 1] when no weight is negative. Linear in the terms. */
export function dot(a: SparseVector, b: SparseVector): number {
  const [left, right] = [a.terms, b.terms]
  let sum = 0
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const x = left[i]!
    const y = right[j]!
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!
    else if (x < y) i++
    else j++
  }
  return sum
}

/** What each shared term adds to the inner product, largest first, ties by term. */
export function sharedTerms(a: SparseVector, b: SparseVector): readonly { term: number; weight: number }[] {
  const shared: { term: number; weight: number }[] = []
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const x = a.terms[i]!
    const y = b.terms[j]!
    if (x === y) shared.push({ term: x, weight: a.weights[i++]! * b.weights[j++]! })
    else if (x < y) i++
    else j++
  }
  return shared.sort((x, y) => y.weight - x.weight || x.term - y.term)
}

/** Sum of vectors, cut to its `most` heaviest terms and brought to unit length. */
export function centre(vectors: readonly SparseVector[], most: number): SparseVector {
  if (vectors.length === 1 && vectors[0]!.terms.length <= most) return vectors[0]!
  const sums = new Map<number, number>()
  for (const { terms, weights } of vectors)
    terms.forEach((term, i) => void sums.set(term, (sums.get(term) ?? 0) + weights[i]!))
  if (sums.size > most) {
    const kept = [...sums].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, most)
    return unitVector(new Map(kept))
  }
  return unitVector(sums)
}

/** The `most` heaviest terms, heaviest first, ties by term. */
export function heaviest({ terms, weights }: SparseVector, most: number): readonly number[] {
  return [...terms.keys()]
    .sort((i, j) => weights[j]! - weights[i]! || terms[i]! - terms[j]!)
    .slice(0, most)
    .map((i) => terms[i]!)
}
