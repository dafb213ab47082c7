import { expect, it } from 'vitest'
import { matchBest } from './matchBest.js'

it('keeps pairs that are best for both, with the lead over the best rival', () => {
  const score = (a: number, b: number): number | null => (a > 50 !== b > 50 ? null : 1 / (1 + Math.abs(a - b)))
  expect(matchBest([1, 10, 90], [11, 2, 70, 89], score).map(([a, b]) => [a, b])).toEqual([
    [1, 2],
    [10, 11],
    [90, 89],
  ])
  expect(matchBest([1, 10], [11, 2], score)[0]![2]).toBeCloseTo(0.5 - 1 / 9)
})

it('gives nothing where nothing can match', () => {
  expect(matchBest([1], [2], () => null)).toEqual([])
  expect(matchBest([], [2], () => 1)).toEqual([])
})
