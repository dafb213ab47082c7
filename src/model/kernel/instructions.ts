/** Machine code of WebAssembly as nested lists of bytes. */
export type Code = readonly (number | Code)[]

// Numbers are those of the binary format: https://webassembly.github.io/spec/core/binary/instructions.html
const I32 = 0x7f
const V128 = 0x7b
const VOID = 0x40

export const get = (local: number): Code => [0x20, unsigned(local)]
export const set = (local: number): Code => [0x21, unsigned(local)]
/** Sets and leaves the value. */
export const tee = (local: number): Code => [0x22, unsigned(local)]
export const constant = (value: number): Code => [0x41, signed(value | 0)]

export const load = (address: number): Code => [0x28, 2, unsigned(address)]
export const load16Signed = (address: number): Code => [0x2e, 1, unsigned(address)]
export const load16 = (address: number): Code => [0x2f, 1, unsigned(address)]
export const store = (address: number): Code => [0x36, 2, unsigned(address)]

export const ADD: Code = [0x6a]
export const AND: Code = [0x71]
export const SHIFT_LEFT: Code = [0x74]
export const SHIFT_RIGHT: Code = [0x75]
export const SHIFT_RIGHT_UNSIGNED: Code = [0x76]
export const IS_EQUAL: Code = [0x46]
export const IS_ZERO: Code = [0x45]
export const IS_BELOW: Code = [0x49]

/** `leave(depth)` inside jumps behind it. */
export const block = (...body: Code): Code => [0x02, VOID, body, 0x0b]
/** `leave(depth)` inside jumps back to its start. */
export const loop = (...body: Code): Code => [0x03, VOID, body, 0x0b]
export const choose = (yes: Code, no: Code): Code => [0x04, VOID, yes, 0x05, no, 0x0b]
export const leave = (depth: number): Code => [0x0c, unsigned(depth)]
export const leaveIf = (depth: number): Code => [0x0d, unsigned(depth)]

/** 16 bytes. */
export const loadVector = (address: number): Code => [0xfd, 0, 4, unsigned(address)]
export const storeVector = (address: number): Code => [0xfd, 11, 4, unsigned(address)]
/** 8 signed bytes as 8 numbers of 16 bits. */
export const loadBytes = (address: number): Code => [0xfd, 1, 3, unsigned(address)]
export const ADD_16: Code = [0xfd, unsigned(142)]
export const ADD_32: Code = [0xfd, unsigned(174)]
/** The first four of 8 numbers of 16 bits as numbers of 32. */
export const WIDEN_LOW: Code = [0xfd, unsigned(167)]
export const WIDEN_HIGH: Code = [0xfd, unsigned(168)]
export const ZERO_VECTOR: Code = [0xfd, 12, new Array<number>(16).fill(0)]

/**
 * A module with one function `run(a: i32)`, over a memory imported as `m.memory`. Local 0 is `a`, then come `numbers` locals of
 * 32 bits and `vectors` of 128.
 */
export function createModule(numbers: number, vectors: number, body: Code): Uint8Array {
  const code = flatten([2, unsigned(numbers), I32, unsigned(vectors), V128, body, 0x0b])
  return Uint8Array.from(
    flatten([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [1, 0x60, 1, I32, 0]),
      section(2, [1, name('m'), name('memory'), 2, 0, 1]),
      section(3, [1, 0]),
      section(7, [1, name('run'), 0, 0]),
      section(10, [1, unsigned(code.length), code]),
    ]),
  )
}

function section(id: number, content: Code): Code {
  const bytes = flatten(content)
  return [id, unsigned(bytes.length), bytes]
}

function name(text: string): Code {
  return [text.length, [...text].map((letter) => letter.charCodeAt(0))]
}

function flatten(code: Code, bytes: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') bytes.push(part)
    else flatten(part, bytes)
  }
  return bytes
}

function unsigned(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  return [...bytes, rest]
}

function signed(value: number): Code {
  const bytes: number[] = []
  let rest = value
  for (; rest > 63 || rest < -64; rest >>= 7) bytes.push((rest & 127) | 128)
  return [...bytes, rest & 127]
}
