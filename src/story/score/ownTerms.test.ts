import { describe, expect, it } from 'vitest'
import { EMPTY_VECTOR, type SparseVector, unitVector } from '../reading/vector.js'
import type { Views } from '../reading/weighTerms.js'
import { findOwnTerms } from './ownTerms.js'

const views = (body: SparseVector): Views => ({
  body,
  lead: EMPTY_VECTOR,
  title: EMPTY_VECTOR,
  names: EMPTY_VECTOR,
  leadNames: EMPTY_VECTOR,
  numbers: EMPTY_VECTOR,
  pairs: EMPTY_VECTOR,
})
const of = (...terms: number[]): Views => views(unitVector(new Map(terms.map((term) => [term, 1]))))

describe('findOwnTerms', () => {
  it('counts a term of all candidates less than one of a single candidate', () => {
    const [both, own] = findOwnTerms(of(1, 2), [of(1), of(2), of(1), of(1)])
    expect(own!.body).toBeCloseTo(Math.SQRT1_2)
    expect(both!.body).toBeCloseTo(Math.SQRT1_2 * 0.25)
  })

  it('gives zero where nothing is shared, and nothing for no candidates', () => {
    expect(findOwnTerms(of(1), [of(2)])[0]).toEqual({ body: 0, lead: 0, names: 0, title: 0 })
    expect(findOwnTerms(of(1), [])).toEqual([])
  })
})
