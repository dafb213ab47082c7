import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSpans } from '../text/index.js'
import { createLocator } from './locate.js'

describe('createLocator', () => {
  it('finds what a plain search finds, in order', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
      .map(([start, size]) => ({ start, end: start + size }))
    fc.assert(
      fc.property(fc.array(span), span, (items, { start, end }) => {
        const sorted = [...items].sort(compareSpans)
        const plain = sorted.flatMap((item, i) => (item.start < end && item.end > start ? [i] : []))
        expect(createLocator(sorted).meeting(start, end)).toEqual(plain)
      }),
    )
  })
})
