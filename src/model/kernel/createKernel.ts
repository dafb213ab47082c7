import { DENSE, KIND_MASK, type RowTable, WIDE } from '../rowTable.js'
import {
  ADD,
  ADD_16,
  ADD_32,
  AND,
  block,
  type Code,
  choose,
  constant,
  createModule,
  get,
  IS_BELOW,
  IS_EQUAL,
  IS_ZERO,
  leave,
  leaveIf,
  load,
  load16,
  load16Signed,
  loadBytes,
  loadVector,
  loop,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  SHIFT_RIGHT_UNSIGNED,
  set,
  store,
  storeVector,
  tee,
  WIDEN_HIGH,
  WIDEN_LOW,
  ZERO_VECTOR,
} from './instructions.js'

/** Sets the table's `scores` to the sum of the rows of its first `count` hashes; at most `MOST_HASHES`. */
export type Kernel = (count: number) => void

/** The part of the host's `WebAssembly` that is used; Node's types for it come with the browser's library only. */
interface WebAssemblyHost {
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
    imports: { readonly m: { readonly memory: object } },
  ) => { readonly exports: { readonly run: Kernel } }
}

/** The fastest kernel that this machine runs. Both give the same numbers. */
export function createKernel(table: RowTable): Kernel {
  return createVectorKernel(table) ?? createPlainKernel(table)
}

/** The kernel in WebAssembly, eight labels at a time; null where the host has no WebAssembly with vectors. */
export function createVectorKernel(table: RowTable): Kernel | null {
  const host = (globalThis as unknown as { WebAssembly?: WebAssemblyHost }).WebAssembly
  if (host === undefined || table.memory === null) return null
  try {
    const module = new host.Module(writeKernel(table))
    return new host.Instance(module, { m: { memory: table.memory } }).exports.run
  } catch {
    // a processor without vector instructions, or a host that forbids compiling: the plain kernel does the same
    return null
  }
}

/** The kernel in JavaScript. */
export function createPlainKernel(table: RowTable): Kernel {
  const { hashes, scores, slots, shift, numbers, halves, bytes } = table
  const mask = slots.length / 2 - 1
  return (count) => {
    scores.fill(0)
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index]!
      let slot = hash >>> shift
      while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== hash) slot = (slot + 1) & mask
      const entry = slots[2 * slot + 1]!
      const kind = entry & KIND_MASK
      const address = entry - kind
      if (entry === 0) continue
      if (kind === DENSE) {
        for (let label = 0; label < scores.length; label += 1) scores[label]! += bytes[address + label]!
      } else if (kind === WIDE) {
        const at = address / 4
        const end = at + 1 + numbers[at]!
        for (let cell = at + 1; cell < end; cell += 1) scores[numbers[cell]! & 255]! += numbers[cell]! >> 8
      } else {
        const at = address / 2
        const end = at + 1 + halves[at]!
        for (let cell = at + 1; cell < end; cell += 1) scores[halves[cell]! & 255]! += halves[cell]! >> 8
      }
    }
  }
}

// Locals.
const COUNT = 0
const NEXT = 1
const END = 2
const HASH = 3
const SLOT = 4
const ROW = 5
const STOP = 6
const PLACE = 7
const DENSE_END = 8
const OTHERS_END = 9
const FIRST_SUM = 10

/**
 * First all features are looked up, then the rows found are added, so that the processor waits for several look-ups at once.
 *
 * Dense rows are summed in registers, 16 bits a label: no overflow with at most 255 rows of one byte a weight. The other rows are
 * added to the scores in memory, cell by cell.
 */
function writeKernel(table: RowTable): Uint8Array {
  const { hashes, found, scores, slots, shift } = table
  const vectors = Array.from({ length: scores.length / 8 }, (_, vector) => vector)
  const mask = slots.length / 2 - 1
  const at = scores.byteOffset
  const slotAt = slots.byteOffset
  const [denseAt, othersAt] = [found[0].byteOffset, found[1].byteOffset]

  const clear = vectors.flatMap((vector) => [
    [constant(at + vector * 32), ZERO_VECTOR, storeVector(0)],
    [constant(at + vector * 32), ZERO_VECTOR, storeVector(16)],
  ])
  const addDense: Code = vectors.map((vector) => [
    [get(FIRST_SUM + vector), get(ROW), loadBytes(vector * 8), ADD_16, set(FIRST_SUM + vector)],
  ])
  const addCell = (readCell: Code): Code => [
    [get(ROW), readCell, tee(PLACE), constant(255), AND, constant(2), SHIFT_LEFT, tee(HASH)],
    [get(HASH), load(at), get(PLACE), constant(8), SHIFT_RIGHT, ADD, store(at)],
  ]
  const addCells = (size: number, readCount: Code, readCell: Code): Code => [
    [get(ROW), get(ROW), readCount, constant(size), SHIFT_LEFT, ADD, set(STOP)],
    loop(
      addCell(readCell),
      [get(ROW), constant(1), constant(size), SHIFT_LEFT, ADD, tee(ROW)],
      [get(STOP), IS_BELOW, leaveIf(0)],
    ),
  ]
  const addOther: Code = [
    [get(ROW), constant(KIND_MASK), AND, set(PLACE)],
    [get(ROW), constant(~KIND_MASK), AND, set(ROW)],
    [get(PLACE), constant(WIDE), IS_EQUAL],
    choose(addCells(2, load(0), load(4)), addCells(1, load16(0), load16Signed(2))),
  ]
  const keepRow: Code = [
    [get(ROW), constant(KIND_MASK), AND, constant(DENSE), IS_EQUAL],
    choose(
      [get(DENSE_END), get(ROW), constant(~KIND_MASK), AND, store(denseAt), advance(DENSE_END)],
      [get(OTHERS_END), get(ROW), store(othersAt), advance(OTHERS_END)],
    ),
  ]
  const findRow: Code = [
    [get(HASH), constant(shift), SHIFT_RIGHT_UNSIGNED, constant(3), SHIFT_LEFT, set(SLOT)],
    block(
      loop(
        // an empty slot: the feature was never seen, on to the next one
        [get(SLOT), load(slotAt + 4), tee(ROW), IS_ZERO, leaveIf(2)],
        [get(SLOT), load(slotAt), get(HASH), IS_EQUAL, leaveIf(1)],
        [get(SLOT), constant(8), ADD, constant(mask * 8), AND, set(SLOT), leave(0)],
      ),
    ),
  ]
  const addSums = vectors.flatMap((vector) =>
    [WIDEN_LOW, WIDEN_HIGH].map((widen, half) => {
      const place = at + vector * 32 + half * 16
      return [constant(place), constant(place), loadVector(0), get(FIRST_SUM + vector), widen, ADD_32, storeVector(0)]
    }),
  )
  return createModule(9, vectors.length, [
    clear,
    [get(COUNT), constant(2), SHIFT_LEFT, set(END)],
    forEach(END, [[get(NEXT), load(hashes.byteOffset), set(HASH), advance(NEXT)], findRow, keepRow]),
    forEach(DENSE_END, [[get(NEXT), load(denseAt), set(ROW), advance(NEXT)], addDense]),
    forEach(OTHERS_END, [[get(NEXT), load(othersAt), set(ROW), advance(NEXT)], addOther]),
    addSums,
  ])
}

/** On to the next number of a list. */
function advance(local: number): Code {
  return [get(local), constant(4), ADD, set(local)]
}

/** Runs the body, which advances `NEXT`, from 0 until `NEXT` is the end; two levels deep, `leave(0)` from it goes on with the next. */
function forEach(end: number, body: Code): Code {
  return [[constant(0), set(NEXT)], block(loop([get(NEXT), get(end), IS_EQUAL, leaveIf(1)], body, leave(0)))]
}
