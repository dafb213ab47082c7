/**
 * Pairs of rows and columns that are each other's best, by a score; pairs of score null cannot match.
 *
 * Of several values told on both sides each is held against its counterpart only: "5 killed, 7 hurt" against "6 killed, 8 hurt" is
 * two differences and not four. Ties keep the first. O(rows × columns).
 */
export function matchBest<A, B>(
  rows: readonly A[],
  columns: readonly B[],
  score: (row: A, column: B) => number | null,
): readonly (readonly [row: A, column: B, margin: number])[] {
  const table = rows.map((row) => columns.map((column) => score(row, column)))
  const bestOf = (values: readonly (number | null)[]): number => {
    let best = -1
    values.forEach((value, index) => {
      if (value !== null && (best < 0 || value > values[best]!)) best = index
    })
    return best
  }
  return rows.flatMap((row, i) => {
    const j = bestOf(table[i]!)
    if (j < 0) return []
    const column = table.map((values) => values[j] ?? null)
    if (bestOf(column) !== i) return []
    const others = [...table[i]!.filter((_, at) => at !== j), ...column.filter((_, at) => at !== i)]
    const rival = Math.max(0, ...others.map((value) => value ?? 0))
    return [[row, columns[j]!, table[i]![j]! - rival] as const]
  })
}
