/** Rows of averaged weights: feature hash, then `[label, weight]` pairs. */
export interface TrainedRow {
  readonly hash: number
  readonly cells: readonly (readonly [label: number, weight: number])[]
}

export type TrainedRows = readonly TrainedRow[]

/**
 * Averaged perceptron over hashed features with one short list of weights per feature.
 *
 * Only pairs of feature and label that were ever updated take memory. Averaging is lazy: a cell keeps the sum of its
 * value over all steps up to its last change.
 *
 * Source: Collins 2002; lazy averaging as in Daumé 2006.
 */
export class Perceptron {
  /** Steps taken; raise it once per decision or sequence. */
  step = 1
  private slots = new Int32Array(1 << 17).fill(-1)
  private keys = new Int32Array(1 << 17)
  private mask = (1 << 17) - 1
  private rows = 0
  private heads = new Int32Array(1 << 16)
  private counts = new Int32Array(1 << 16)
  private hashes = new Int32Array(1 << 16)
  private cells = 0
  private label = new Uint8Array(1 << 18)
  private next = new Int32Array(1 << 18)
  private weight = new Float32Array(1 << 18)
  private sum = new Float64Array(1 << 18)
  private last = new Int32Array(1 << 18)
  /** When set, features without a row of their own are left out of updates (see {@link countFeatures}). */
  private closed = false
  private changes = new Int32Array(1 << 16)
  private readonly leastChanges: number

  /** @param leastChanges rows changed fewer times than this take no part (Goldberg and Elhadad 2011); 0 keeps all */
  constructor(leastChanges = 0) {
    this.leastChanges = leastChanges
  }

  /** Registers features so that rare ones can be left out; call for every decision of the data before training. */
  countFeatures(hashes: Int32Array, count: number): void {
    for (let index = 0; index < count; index += 1) this.counts[this.findRow(hashes[index]!, true)]! += 1
  }

  /** Drops features seen fewer than `least` times by {@link countFeatures}, and takes no new ones from here on. */
  keepFrequent(least: number): void {
    const kept: number[] = []
    const counts: number[] = []
    for (let row = 0; row < this.rows; row += 1) {
      if (this.counts[row]! >= least) {
        kept.push(this.hashes[row]!)
        counts.push(this.counts[row]!)
      }
    }
    this.slots.fill(-1)
    this.rows = 0
    for (const hash of kept) this.findRow(hash, true)
    counts.forEach((count, row) => {
      this.counts[row] = count
    })
    this.closed = true
  }

  /** Adds the present weights of the features to `scores`. */
  addScores(hashes: Int32Array, count: number, scores: Float64Array | Int32Array): void {
    for (let index = 0; index < count; index += 1) {
      const row = this.findRow(hashes[index]!, false)
      if (row < 0 || this.changes[row]! < this.leastChanges) continue
      for (let cell = this.heads[row]!; cell >= 0; cell = this.next[cell]!) {
        scores[this.label[cell]!]! += this.weight[cell]!
      }
    }
  }

  /** Adds `amount` to the weight of `label` on every feature. */
  update(hashes: Int32Array, count: number, label: number, amount: number): void {
    for (let index = 0; index < count; index += 1) {
      const row = this.findRow(hashes[index]!, !this.closed)
      if (row < 0) continue
      this.changes[row]! += 1
      this.updateCell(row, label, amount)
    }
  }

  /** Averaged weights, in no particular order. Rows whose weights are all zero are left out. */
  average(): TrainedRow[] {
    const found: TrainedRow[] = []
    for (let row = 0; row < this.rows; row += 1) {
      if (this.changes[row]! < this.leastChanges) continue
      const cells: [number, number][] = []
      for (let cell = this.heads[row]!; cell >= 0; cell = this.next[cell]!) {
        const total = this.sum[cell]! + this.weight[cell]! * (this.step - this.last[cell]!)
        if (total !== 0) cells.push([this.label[cell]!, total / this.step])
      }
      if (cells.length > 0) found.push({ hash: this.hashes[row]!, cells })
    }
    return found
  }

  private updateCell(row: number, label: number, amount: number): void {
    let cell = this.heads[row]!
    while (cell >= 0 && this.label[cell] !== label) cell = this.next[cell]!
    if (cell < 0) {
      if (this.cells === this.label.length) this.growCells()
      cell = this.cells++
      this.label[cell] = label
      this.next[cell] = this.heads[row]!
      this.last[cell] = this.step
      this.heads[row] = cell
    }
    this.sum[cell]! += this.weight[cell]! * (this.step - this.last[cell]!)
    this.last[cell] = this.step
    this.weight[cell]! += amount
  }

  private findRow(hash: number, create: boolean): number {
    let slot = hash & this.mask
    for (;;) {
      const row = this.slots[slot]!
      if (row < 0) return create ? this.addRow(hash, slot) : -1
      if (this.keys[slot] === hash) return row
      slot = (slot + 1) & this.mask
    }
  }

  private addRow(hash: number, slot: number): number {
    if (this.rows === this.heads.length) this.growRows()
    const row = this.rows++
    this.hashes[row] = hash
    this.heads[row] = -1
    this.counts[row] = 0
    this.changes[row] = 0
    this.slots[slot] = row
    this.keys[slot] = hash
    if (this.rows * 2 > this.slots.length) this.growSlots()
    return row
  }

  private growSlots(): void {
    const size = this.slots.length * 2
    this.slots = new Int32Array(size).fill(-1)
    this.keys = new Int32Array(size)
    this.mask = size - 1
    for (let row = 0; row < this.rows; row += 1) {
      let slot = this.hashes[row]! & this.mask
      while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask
      this.slots[slot] = row
      this.keys[slot] = this.hashes[row]!
    }
  }

  private growRows(): void {
    this.heads = extend(this.heads, new Int32Array(this.heads.length * 2))
    this.counts = extend(this.counts, new Int32Array(this.counts.length * 2))
    this.changes = extend(this.changes, new Int32Array(this.changes.length * 2))
    this.hashes = extend(this.hashes, new Int32Array(this.hashes.length * 2))
  }

  private growCells(): void {
    const size = this.label.length * 2
    this.label = extend(this.label, new Uint8Array(size))
    this.next = extend(this.next, new Int32Array(size))
    this.weight = extend(this.weight, new Float32Array(size))
    this.sum = extend(this.sum, new Float64Array(size))
    this.last = extend(this.last, new Int32Array(size))
  }
}

function extend<T extends { set(source: T): void }>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
