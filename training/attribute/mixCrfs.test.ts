import { describe, expect, it } from 'vitest'
import { mixCrfs } from './mixCrfs.js'

describe('mixCrfs', () => {
  it('gives the mean of weights, each in its own unit, and of transitions', () => {
    const mixed = mixCrfs([
      { tags: 2, mask: 0, weights: Int8Array.of(4, -2), scale: 0.5, transitions: Float32Array.of(1, 0, 0, 0, 0, 0) },
      { tags: 2, mask: 0, weights: Float32Array.of(4, 1), scale: 1, transitions: Float32Array.of(3, 0, 0, 0, 0, 2) },
    ])
    expect([...mixed.weights]).toEqual([3, 0])
    expect(mixed.scale).toBe(1)
    expect([...mixed.transitions]).toEqual([2, 0, 0, 0, 0, 1])
  })

  it('asks for at least one training', () => {
    expect(() => mixCrfs([])).toThrow('train at least one')
  })
})
