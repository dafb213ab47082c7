import type { TrainedRows } from './perceptron.js'

/** How {@link packRows} turns averaged weights into whole numbers. */
export interface PackOptions {
  /** A weight of 1 becomes this; 0.5 / scale is the precision. */
  readonly scale: number
  /** Rows all of whose whole-number weights are below this in size are left out. */
  readonly least?: number
  /** Cells whose whole-number weight is below this in size are left out; 1 drops zeros only. */
  readonly leastCell?: number
}

/** Hashes of the rows that have a weight of at least `least` in size: what a second training may build on. */
export function selectFeatures(rows: TrainedRows, least: number): number[] {
  return rows.filter((row) => row.cells.some(([, weight]) => Math.abs(weight) >= least)).map((row) => row.hash)
}

/**
 * Packs rows in the form that `createRowTable` of `src/model` reads: quantised, sorted by hash, seven bits a byte.
 *
 * Weights that round to zero are dropped, and rows with them.
 */
export function packRows(rows: TrainedRows, options: PackOptions): Uint8Array {
  const least = options.least ?? 1
  const leastCell = options.leastCell ?? 1
  const bytes: number[] = []
  let kept = 0
  let cellCount = 0
  let previous = 0
  const sorted = [...rows].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0))
  for (const row of sorted) {
    const cells = row.cells
      .map(([label, weight]) => [label, Math.round(weight * options.scale)] as const)
      .filter(([, weight]) => Math.abs(weight) >= leastCell)
      .sort((a, b) => a[0] - b[0])
    if (!cells.some(([, weight]) => Math.abs(weight) >= least)) continue
    pushNumber(bytes, (row.hash >>> 0) - previous)
    previous = row.hash >>> 0
    pushNumber(bytes, cells.length)
    for (const [label, weight] of cells) {
      bytes.push(label)
      pushNumber(bytes, weight < 0 ? -weight * 2 - 1 : weight * 2)
    }
    kept += 1
    cellCount += cells.length
  }
  const packed = new Uint8Array(8 + bytes.length)
  const view = new DataView(packed.buffer)
  view.setUint32(0, kept, true)
  view.setUint32(4, cellCount, true)
  packed.set(bytes, 8)
  return packed
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
