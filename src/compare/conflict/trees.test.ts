import { expect, it } from 'vitest'
import { scoreTrees, sumTrees } from './trees.js'

const model = {
  features: ['x', 'y'],
  base: 0.5,
  trees: [
    [
      [0, 2, 1, 2],
      [-1, -1],
      [1, 0, 3, 4],
      [-1, 2],
      [-1, 3],
    ],
    [[-1, 0.25]],
  ],
  calibration: [2, -1] as const,
}

it('goes left below the threshold and adds the leaves', () => {
  expect(sumTrees(model, [1, 0])).toBe(-0.25)
  expect(sumTrees(model, [2, -1])).toBe(2.75)
  expect(sumTrees(model, [2, 0])).toBe(3.75)
})

it('squashes the calibrated sum', () => {
  expect(scoreTrees(model, [1, 0])).toBeCloseTo(1 / (1 + Math.exp(1.5)), 10)
})
