import { expect, it } from 'vitest'
import { scoreTrees, sumTrees } from '../../src/compare/conflict/trees.js'
import { calibrate, DEFAULTS, type Example, getFold, trainBoosted } from './boost.js'

// True where the first feature is set and the second is not.
const examples: readonly Example[] = Array.from({ length: 80 }, (_, index) => {
  const x = index % 2
  const y = (index >> 1) % 2
  return { values: [x, y, index % 5], label: x === 1 && y === 0 ? 1 : 0, weight: 1, group: String(index) }
})

it('learns what needs two features at once', () => {
  const model = trainBoosted(examples, ['x', 'y', 'noise'], { ...DEFAULTS, rounds: 60, columns: 1 })
  for (const { values, label } of examples) expect(scoreTrees(model, values) > 0.5).toBe(label === 1)
})

it('gives the same model for the same examples', () => {
  const train = () => trainBoosted(examples, ['x', 'y', 'noise'], { ...DEFAULTS, rounds: 5 })
  expect(train()).toEqual(train())
})

it('calibrates sums that are too sure', () => {
  const labels = [1, 1, 0, 0, 1, 0, 1, 0, 1, 1]
  const sums = labels.map((label, index) => (index < 7 ? 8 : -8) * (label === 1 ? 1 : -1))
  const [slope] = calibrate(
    sums,
    labels,
    labels.map(() => 1),
  )
  expect(slope).toBeLessThan(1)
  expect(sumTrees({ features: [], base: 0, trees: [], calibration: [1, 0] }, [])).toBe(0)
})

it('puts a group into one fold, whatever the order, and fills all folds', () => {
  const folds = Array.from({ length: 200 }, (_, index) => getFold(`g${index}`, 5))
  expect(new Set(folds)).toEqual(new Set([0, 1, 2, 3, 4]))
  expect(getFold('g7', 5)).toBe(folds[7])
})
