/** Rows of averaged weights: feature hash, then `[label, weight]` pairs. */
export interface TrainedRow {
  readonly hash: number
  readonly cells: readonly (readonly [label: number, weight: number])[]
}

export type TrainedRows = readonly TrainedRow[]

/**
 * Averaged perceptron over hashed features with one short row of weights per feature.
 *
 * Only pairs of feature and label that were ever updated take memory; the cells of a row lie side by side, and a row that
 * is full moves to a roomier place. Averaging is lazy: a cell keeps the sum of its value over all steps up to its last
 * change.
 *
 * Source: Collins 2002; lazy averaging as in Daumé 2006.
 */
export class Perceptron {
  /** Steps taken; raise it once per decision or sequence. */
  step = 1
  /** Open-addressing table, two numbers a slot: feature hash and row + 1; 0 is free. */
  private slots = new Int32Array(1 << 18)
  private mask = (1 << 17) - 1
  private rows = 0
  private starts = new Int32Array(1 << 16)
  private sizes = new Int32Array(1 << 16)
  private rooms = new Int32Array(1 << 16)
  private counts = new Int32Array(1 << 16)
  private changes = new Int32Array(1 << 16)
  private hashes = new Int32Array(1 << 16)
  private cells = 0
  private label = new Uint8Array(1 << 18)
  private weight = new Float32Array(1 << 18)
  private sum = new Float64Array(1 << 18)
  private last = new Int32Array(1 << 18)
  /** When set, features without a row of their own are left out of updates (see {@link keepFrequent}). */
  private closed = false
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
    for (let row = 0; row < this.rows; row += 1) if (this.counts[row]! >= least) kept.push(this.hashes[row]!)
    this.slots.fill(0)
    this.rows = 0
    for (const hash of kept) this.findRow(hash, true)
    this.closed = true
  }

  /** Gives these features rows and takes no others from here on: for a second training on what a first one found useful. */
  allowOnly(hashes: Iterable<number>): void {
    for (const hash of hashes) this.findRow(hash, true)
    this.closed = true
  }

  /** Adds the present weights of the features to `scores`. */
  addScores(hashes: Int32Array, count: number, scores: Float64Array | Int32Array): void {
    const { label, weight, starts, sizes, leastChanges } = this
    for (let index = 0; index < count; index += 1) {
      const row = this.findRow(hashes[index]!, false)
      if (row < 0 || (leastChanges > 0 && this.changes[row]! < leastChanges)) continue
      const from = starts[row]!
      const to = from + sizes[row]!
      for (let cell = from; cell < to; cell += 1) scores[label[cell]!]! += weight[cell]!
    }
  }

  /** Adds `amount` to the weight of `label` on every feature. */
  update(hashes: Int32Array, count: number, label: number, amount: number): void {
    for (let index = 0; index < count; index += 1) {
      const row = this.findRow(hashes[index]!, !this.closed)
      if (row < 0) continue
      this.changes[row]! += 1
      const cell = this.findCell(row, label)
      this.sum[cell]! += this.weight[cell]! * (this.step - this.last[cell]!)
      this.last[cell] = this.step
      this.weight[cell]! += amount
    }
  }

  /** Averaged weights, in no particular order. Rows whose weights are all zero are left out. */
  average(): TrainedRow[] {
    const found: TrainedRow[] = []
    for (let row = 0; row < this.rows; row += 1) {
      if (this.changes[row]! < this.leastChanges) continue
      const cells: [number, number][] = []
      const to = this.starts[row]! + this.sizes[row]!
      for (let cell = this.starts[row]!; cell < to; cell += 1) {
        const total = this.sum[cell]! + this.weight[cell]! * (this.step - this.last[cell]!)
        if (total !== 0) cells.push([this.label[cell]!, total / this.step])
      }
      if (cells.length > 0) found.push({ hash: this.hashes[row]!, cells })
    }
    return found
  }

  private findCell(row: number, label: number): number {
    const from = this.starts[row]!
    const size = this.sizes[row]!
    for (let cell = from; cell < from + size; cell += 1) if (this.label[cell] === label) return cell
    if (size === this.rooms[row]) this.moveRow(row)
    const cell = this.starts[row]! + size
    this.sizes[row] = size + 1
    this.label[cell] = label
    this.weight[cell] = 0
    this.sum[cell] = 0
    this.last[cell] = this.step
    return cell
  }

  private moveRow(row: number): void {
    const room = Math.max(2, this.rooms[row]! * 2)
    while (this.cells + room > this.label.length) this.growCells()
    const from = this.starts[row]!
    const to = from + this.sizes[row]!
    this.label.copyWithin(this.cells, from, to)
    this.weight.copyWithin(this.cells, from, to)
    this.sum.copyWithin(this.cells, from, to)
    this.last.copyWithin(this.cells, from, to)
    this.starts[row] = this.cells
    this.rooms[row] = room
    this.cells += room
  }

  private findRow(hash: number, create: boolean): number {
    const { slots, mask } = this
    let slot = (hash & mask) << 1
    for (;;) {
      const row = slots[slot + 1]!
      if (row === 0) return create ? this.addRow(hash, slot) : -1
      if (slots[slot] === hash) return row - 1
      slot = (slot + 2) & (mask * 2 + 1)
    }
  }

  private addRow(hash: number, slot: number): number {
    if (this.rows === this.starts.length) this.growRows()
    const row = this.rows++
    this.hashes[row] = hash
    this.starts[row] = 0
    this.sizes[row] = 0
    this.rooms[row] = 0
    this.counts[row] = 0
    this.changes[row] = 0
    this.slots[slot] = hash
    this.slots[slot + 1] = row + 1
    if (this.rows * 4 > this.slots.length) this.growSlots()
    return row
  }

  private growSlots(): void {
    const size = this.slots.length * 2
    this.slots = new Int32Array(size)
    this.mask = size / 2 - 1
    for (let row = 0; row < this.rows; row += 1) {
      let slot = (this.hashes[row]! & this.mask) << 1
      while (this.slots[slot + 1] !== 0) slot = (slot + 2) & (this.mask * 2 + 1)
      this.slots[slot] = this.hashes[row]!
      this.slots[slot + 1] = row + 1
    }
  }

  private growRows(): void {
    const size = this.starts.length * 2
    this.starts = extend(this.starts, new Int32Array(size))
    this.sizes = extend(this.sizes, new Int32Array(size))
    this.rooms = extend(this.rooms, new Int32Array(size))
    this.counts = extend(this.counts, new Int32Array(size))
    this.changes = extend(this.changes, new Int32Array(size))
    this.hashes = extend(this.hashes, new Int32Array(size))
  }

  private growCells(): void {
    const size = this.label.length * 2
    this.label = extend(this.label, new Uint8Array(size))
    this.weight = extend(this.weight, new Float32Array(size))
    this.sum = extend(this.sum, new Float64Array(size))
    this.last = extend(this.last, new Int32Array(size))
  }
}

function extend<T extends { set(source: T): void }>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
