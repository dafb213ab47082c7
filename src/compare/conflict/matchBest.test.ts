import { expect, it } from 'vitest'
import { matchBest } from './matchBest.js'

it('keeps pairs that are best for both, with the lead over the best rival', () => {
  const score = (a: number, b: number): number | null => (a > 50 !== b > 50 ? null : 1 / (1 + Math.abs(a - b)))
  expect(matchBest([1, 10, 90], [11, 2, 70, 89], score)).toEqual([
    [1, 2, 0.4],
    [10, 11, 0.5 - 1 / 9],
    [90, 89, 0.5 - 1 / 21],
  ])
})

it('gives nothing where nothing can match', () => {
  expect(matchBest([1], [2], () => null)).toEqual([])
  expect(matchBest([], [2], () => 1)).toEqual([])
})
