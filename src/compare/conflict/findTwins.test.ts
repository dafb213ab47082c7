import { describe, expect, it } from 'vitest'
import { createTwinTest } from './findTwins.js'
import type { ClausePair } from './pairClauses.js'
import type { Clause } from './storyView.js'

const clause = (id: number, account: number): Clause => ({ id, account }) as Clause
const [a1, a2, b1, b2] = [clause(0, 0), clause(1, 0), clause(2, 1), clause(3, 1)] as const
const pair = (a: Clause, b: Clause, similarity: number): ClausePair => ({ a, b, similarity })

describe('createTwinTest', () => {
  const prints = [pair(a1, b1, 0.95), pair(a2, b2, 0.9)]

  it('knows a pair across two sentences that both accounts print', () => {
    const across = pair(a1, b2, 0.4)
    expect(createTwinTest([...prints, across])(across)).toBe(true)
  })

  it('keeps the prints themselves, and what only one account prints', () => {
    const across = pair(a1, b2, 0.4)
    expect(prints.map(createTwinTest([...prints, across]))).toEqual([false, false])
    expect(createTwinTest([prints[0]!, across])(across)).toBe(false)
  })

  it('keeps a pair that is hardly less alike than the prints', () => {
    const across = pair(a1, b2, 0.55)
    expect(createTwinTest([pair(a1, b1, 0.7), pair(a2, b2, 0.9), across])(across)).toBe(false)
  })

  it('keeps pairs within one account', () => {
    const within = pair(a1, a2, 0.4)
    expect(createTwinTest([...prints, within])(within)).toBe(false)
  })
})
