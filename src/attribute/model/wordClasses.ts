import type { Vectors } from '../../annotate/vectors/index.js'
import type { WordClasses } from '../reading/reading.js'

// 200,000 words: past that the memory of classes is emptied, so that a long run does not grow without end.
const MOST_KEPT = 200_000

/** Classes of words by the nearest of some centres among their vectors: 1 for the first centre; 0 for words without a vector. */
export function createWordClasses(vectors: Vectors, centres: Int8Array): WordClasses {
  const { dimensions } = vectors
  const count = Math.floor(centres.length / dimensions)
  const known = new Map<string, number>()
  return (norm) => {
    const before = known.get(norm)
    if (before !== undefined) return before
    const found = findNearest(vectors.vectorOf(norm), centres, count, dimensions)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(norm, found)
    return found
  }
}

function findNearest(vector: Int8Array | null, centres: Int8Array, count: number, dimensions: number): number {
  if (vector === null) return 0
  let best = 0
  let high = Number.NEGATIVE_INFINITY
  for (let centre = 0; centre < count; centre++) {
    let product = 0
    for (let k = 0, at = centre * dimensions; k < dimensions; k++, at++) product += vector[k]! * centres[at]!
    if (product > high) {
      high = product
      best = centre + 1
    }
  }
  return best
}
