import type { TrainedRow, TrainedRows } from './perceptron.js'

/**
 * The mean of several trainings' weights, row by row: for linear models the same as asking all of them and summing their scores.
 *
 * Order of the rows does not matter to what reads them. Source: McDonald, Hall and Mann 2010 (parameter mixing).
 */
export function mixRows(trainings: readonly TrainedRows[]): TrainedRow[] {
  const sums = new Map<number, Map<number, number>>()
  for (const rows of trainings) {
    for (const { hash, cells } of rows) {
      const sum = sums.get(hash) ?? new Map<number, number>()
      sums.set(hash, sum)
      for (const [label, weight] of cells) sum.set(label, (sum.get(label) ?? 0) + weight / trainings.length)
    }
  }
  return [...sums].map(([hash, sum]) => ({ hash, cells: [...sum] }))
}
