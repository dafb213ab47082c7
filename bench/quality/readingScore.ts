/** Shared 4-grams of two texts, and whether two pieces of metadata are the same: the measures of `reading.ts`. */

/** How often each sequence of four words stands in a text, case and marks aside. */
export function fourGrams(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i + 4 <= words.length; i++) {
    const gram = words.slice(i, i + 4).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

export const sizeOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + n, 0)

/** Precision and recall of one text's 4-grams; precision 0 for an empty text. */
export function overlap(found: string, expected: ReadonlyMap<string, number>): readonly [number, number] {
  const counts = fourGrams(found)
  let shared = 0
  for (const [gram, n] of counts) shared += Math.min(n, expected.get(gram) ?? 0)
  return [counts.size === 0 ? 0 : shared / sizeOf(counts), shared / Math.max(1, sizeOf(expected))]
}

/** Letters and digits alone. */
export function fold(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether one of the authors found stands in the expected line, or the line in what was found. */
export function namesAuthor(authors: readonly string[], expected: string): boolean {
  const line = fold(expected)
  return authors.some((author) => fold(author) !== '' && (line.includes(fold(author)) || fold(author).includes(line)))
}

/** Whether two dates are of one day, as written or at one moment; false where either is none. */
export function sameDay(found: string | null, expected: string): boolean {
  const [a, b] = [found, expected].map((date) => Date.parse(date ?? ''))
  if (Number.isNaN(a!) || Number.isNaN(b!)) return false
  const written = (date: string): string | undefined => /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
  return a === b || day(a!) === day(b!) || (written(found!) ?? day(a!)) === (written(expected) ?? day(b!))
}
