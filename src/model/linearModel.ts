import { createKernel, type Kernel } from './kernel/createKernel.js'
import { createRowTable, MOST_HASHES, type RowTable } from './rowTable.js'

/**
 * A linear classifier over hashed features with one row of weights per feature.
 *
 * Scores are integers: the sum of the rows of the features present. At most 255 labels. The rows stay close to their packed form
 * and are added by a few vector instructions each, see `kernel/`: looking features up and adding their rows is most of the time
 * that an account's reading takes.
 */
export class LinearModel {
  readonly labels: readonly string[]
  private readonly table: RowTable
  private readonly kernel: Kernel

  /**
   * Takes the bytes that `training/shared/packRows.ts` writes.
   *
   * @throws SynopticError `MODEL_DAMAGED` when they end early or late
   */
  constructor(labels: readonly string[], packed: Uint8Array) {
    this.labels = labels
    this.table = createRowTable(packed, labels.length)
    this.kernel = createKernel(this.table)
  }

  /** Adds the rows of the features `hashes[0 … count)` to `scores`, which has one cell a label and is not cleared. */
  addScores(hashes: Int32Array, count: number, scores: Int32Array): void {
    const { labels, table, kernel } = this
    const input = table.hashes
    const output = table.scores
    for (let from = 0; from < count; from += MOST_HASHES) {
      const size = Math.min(MOST_HASHES, count - from)
      for (let index = 0; index < size; index += 1) input[index] = hashes[from + index]!
      kernel(size)
      for (let label = 0; label < labels.length; label += 1) scores[label]! += output[label]!
    }
  }
}

/** Index of the highest of the first `count` scores; the first of equals, so that ties are settled alike everywhere. */
export function findBest(scores: Int32Array, count: number): number {
  let best = 0
  let high = scores[0]!
  for (let index = 1; index < count; index += 1) {
    if (scores[index]! > high) {
      high = scores[index]!
      best = index
    }
  }
  return best
}
