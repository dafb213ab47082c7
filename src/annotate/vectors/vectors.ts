/** Word vectors with small whole-number components; the direction says what a word means, the length says nothing. */
export interface Vectors {
  readonly dimensions: number
  readonly size: number
  /** Vector of a lower-case word; null for a word that was not learnt. A view into the table: do not write to it. */
  vectorOf(norm: string): Int8Array | null
  /** Cosine of two lower-case words' vectors, in [-1, 1]; 1 for equal words, null where either has no vector. */
  similarity(a: string, b: string): number | null
  /** Sum of the words' unit vectors, each times its weight (1 where none is given); null when no word has a vector. */
  combine(norms: readonly string[], weights?: readonly number[]): Float32Array | null
}

/** Cosine of two vectors of one length, in [-1, 1]; 0 when either is all zeros. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let product = 0
  let left = 0
  let right = 0
  for (let k = 0; k < a.length; k++) {
    const x = a[k] as number
    const y = b[k] as number
    product += x * y
    left += x * x
    right += y * y
  }
  return left === 0 || right === 0 ? 0 : product / Math.sqrt(left * right)
}

/**
 * Vectors from a table: row `i` of `values` (length `dimensions`) belongs to `words[i]`.
 *
 * `prepareRow` is called before a row is read, for tables that are filled on demand.
 */
export function createVectors(
  words: readonly string[],
  values: Int8Array,
  dimensions: number,
  prepareRow: (row: number) => void = () => {},
): Vectors {
  const rows = new Map<string, number>()
  words.forEach((word, row) => {
    rows.set(word, row)
  })
  // What was asked for once is asked for again: the words of a story come in thousands of pairs of clauses.
  const views: (Int8Array | undefined)[] = new Array(words.length)
  const lengths = new Float64Array(words.length)
  const viewOf = (row: number): Int8Array => {
    const known = views[row]
    if (known !== undefined) return known
    prepareRow(row)
    const view = values.subarray(row * dimensions, (row + 1) * dimensions)
    let squares = 0
    for (let k = 0; k < dimensions; k++) squares += (view[k] as number) ** 2
    lengths[row] = Math.sqrt(squares || 1)
    views[row] = view
    return view
  }
  const vectorOf = (norm: string): Int8Array | null => {
    const row = rows.get(norm)
    return row === undefined ? null : viewOf(row)
  }
  return {
    dimensions,
    size: words.length,
    vectorOf,
    similarity(a, b) {
      const left = vectorOf(a)
      const right = vectorOf(b)
      if (left === null || right === null) return null
      return a === b ? 1 : cosine(left, right)
    },
    combine(norms, weights) {
      const sum = new Float32Array(dimensions)
      let found = false
      norms.forEach((norm, index) => {
        const row = rows.get(norm)
        if (row === undefined) return
        found = true
        const vector = viewOf(row)
        const scale = (weights?.[index] ?? 1) / (lengths[row] as number)
        for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] as number) + scale * (vector[k] as number)
      })
      return found ? sum : null
    },
  }
}
