import { describe, expect, it } from 'vitest'
import { cosine, createVectors, unpackVectors } from './index.js'

const vectors = createVectors(['cat', 'dog', 'tax'], Int8Array.of(3, 4, 4, 3, -4, 3), 2)

describe('vectors', () => {
  it('gives the row of a word and null for an unknown one', () => {
    expect([...(vectors.vectorOf('dog') ?? [])]).toEqual([4, 3])
    expect(vectors.vectorOf('cow')).toBeNull()
  })

  it.each([
    ['cat', 'cat', 1],
    ['cat', 'dog', 0.96],
    ['cat', 'tax', 0],
    ['cat', 'cow', null],
  ])('similarity of %s and %s is %s', (a, b, expected) => {
    const found = vectors.similarity(a, b)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(expected, 6)
    expect(vectors.similarity(b, a)).toEqual(found)
  })

  it('combines unit vectors by weight and skips unknown words', () => {
    expect([...(vectors.combine(['cat', 'cow', 'dog'], [1, 9, 2]) ?? [])].map((x) => +x.toFixed(3))).toEqual([2.2, 2])
    expect(vectors.combine(['cow'])).toBeNull()
  })

  it('gives 0 for a vector without direction', () => {
    expect(cosine([0, 0], [1, 2])).toBe(0)
  })
})

describe('unpackVectors', () => {
  const bytes = Uint8Array.of(...new TextEncoder().encode('a\nb'), 0x18, 0xf8)

  it('reads two components from a byte', () => {
    const read = unpackVectors(bytes, { words: 2, dimensions: 2, wordBytes: 3 })
    expect([...(read.vectorOf('a') ?? [])]).toEqual([-7, 0])
    expect([...(read.vectorOf('b') ?? [])]).toEqual([7, 0])
  })

  it('refuses a file whose size is not what the manifest says', () => {
    expect(() => unpackVectors(bytes, { words: 2, dimensions: 4, wordBytes: 3 })).toThrow(/manifest says 2 words of 4/)
  })
})
