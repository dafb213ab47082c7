import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canFollow, LABEL_COUNT } from './labels.js'
import { Marginals } from './marginals.js'

const L = LABEL_COUNT
const flat = new Int32Array(L * L)

describe('Marginals', () => {
  it('gives one label nearly all where its score towers', () => {
    const unary = new Int32Array(L)
    unary[4] = 100
    const marginals = new Marginals(flat, 10)
    marginals.read(unary, 1)
    // 18 other labels may stand alone or outside, each with a share of e to the minus ten.
    expect(marginals.probabilityOf(0, 4)).toBeCloseTo(1 / (1 + 9 * Math.exp(-10)), 9)
    expect(marginals.probabilityOf(0, 1)).toBe(0)
  })

  it('agrees with the sum over all pairs of labels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 2 * L, maxLength: 2 * L }), (values) => {
        const marginals = new Marginals(flat, 10)
        marginals.read(Int32Array.from(values), 2)
        const first = new Float64Array(L)
        let total = 0
        for (let x = 0; x < L; x++) {
          for (let y = 0; y < L; y++) {
            if (!canFollow(0, x) || !canFollow(x, y) || !canFollow(y, 0)) continue
            const weight = Math.exp(((values[x] as number) + (values[L + y] as number)) / 10)
            first[x] = (first[x] as number) + weight
            total += weight
          }
        }
        for (let x = 0; x < L; x++) expect(marginals.probabilityOf(0, x)).toBeCloseTo((first[x] as number) / total, 9)
      }),
      { numRuns: 30 },
    )
  })
})
