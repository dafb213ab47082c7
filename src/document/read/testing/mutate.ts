import type { Fixture } from './fixtures.js'
import { createRandom, type Random } from './random.js'

// Bytes that parsers treat apart, in every format.
const ODD = [
  '\0',
  '\u00ff\u00fe',
  '\r\n',
  '\n\n',
  '"',
  "'",
  '<',
  '>',
  '&',
  '&#x0;',
  '{',
  '[',
  ',',
  ';',
  ':',
  '=',
  '%',
  '\\',
  '-1',
  '4294967296',
  '9e999',
  '\u202e',
]

// 4 KB finds what breaks; 64 KB, one in a hundred, is large enough for what grows with the square of the length to be seen.
const SMALL = 4 * 1024
const LARGE = 64 * 1024

/** Input number `seed` of a format: {@link mutate} on the fixture, or for packed formats on what is inside for every other number. */
export function hostileInput({ inputs, words, inner }: Fixture, seed: number): Uint8Array {
  if (inner === undefined || seed % 2 === 0) return mutate(inputs, words, seed)
  return inner.pack(mutate(inner.inputs, words, seed))
}

/**
 * One hostile input made from a good one: the same number gives the same bytes.
 *
 * One in ten is random bytes, and one in ten words of the format in any order; the others are the fixture with one to eight changes: bytes flipped, parts left out, copied,
 * repeated many times (deep nesting, long lines), moved, cut off, joined with another fixture, or words of the format put in.
 */
function mutate(fixtures: readonly Uint8Array[], words: readonly string[], seed: number): Uint8Array {
  const random = createRandom(seed)
  const limit = random.below(100) === 0 ? LARGE : SMALL
  const kind = random.below(10)
  if (kind === 0) return randomBytes(random, limit)
  if (kind === 1) return wordsInAnyOrder(words, random, limit)
  let bytes: Buffer = Buffer.from(random.pick(fixtures))
  const changes = 1 + random.below(8)
  for (let i = 0; i < changes; i++) bytes = change(bytes, fixtures, words, random, limit).subarray(0, limit)
  return new Uint8Array(bytes)
}

function wordsInAnyOrder(words: readonly string[], random: Random, limit: number): Uint8Array {
  const parts: Buffer[] = []
  const few = Array.from({ length: 1 + random.below(6) }, () => random.pick(random.below(4) === 0 ? ODD : words))
  for (let size = 0; size < limit; size += parts.at(-1)!.length) {
    const word = random.below(8) === 0 ? random.pick(words) : random.pick(few)
    parts.push(Buffer.from(word === '' ? ' ' : word))
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, random.below(limit)))
}

function randomBytes(random: Random, limit: number): Uint8Array {
  const printable = random.below(2) === 0
  const bytes = new Uint8Array(random.below(limit))
  for (let i = 0; i < bytes.length; i++) bytes[i] = printable ? 32 + random.below(95) : random.below(256)
  return bytes
}

function repeat(part: Buffer, times: number, limit: number): Buffer {
  return part.length === 0 ? part : Buffer.alloc(Math.min(limit, times * part.length), part)
}

function change(
  bytes: Buffer,
  fixtures: readonly Uint8Array[],
  words: readonly string[],
  random: Random,
  limit: number,
): Buffer {
  const at = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, at + 1 + random.below(random.pick([4, 40, 400])))
  const part = bytes.subarray(at, end)
  const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)
  switch (random.below(9)) {
    case 0: {
      const flipped = Buffer.from(bytes)
      for (let i = 0; i < 1 + random.below(8) && flipped.length > 0; i++)
        flipped[random.below(flipped.length)] = random.below(256)
      return flipped
    }
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(end))
    case 2:
      return join(bytes.subarray(0, end), part, bytes.subarray(end))
    case 3: {
      const times = random.pick([10, 100, 5_000])
      return join(bytes.subarray(0, at), repeat(part, times, limit), bytes.subarray(end))
    }
    case 4:
      return bytes.subarray(0, at)
    case 5: {
      const other = Buffer.from(random.pick(fixtures))
      return join(bytes.subarray(0, at), other.subarray(random.below(other.length)))
    }
    case 6:
      return join(bytes.subarray(0, at), Buffer.from(random.pick(ODD)), bytes.subarray(at))
    case 7: {
      const word = Buffer.from(random.pick(words))
      const times = random.pick([1, 1, 1, 20, 2_000])
      return join(bytes.subarray(0, at), repeat(word, times, limit), bytes.subarray(at))
    }
    default:
      return join(bytes.subarray(end), part, bytes.subarray(0, at))
  }
}
