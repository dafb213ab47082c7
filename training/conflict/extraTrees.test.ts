import { expect, it } from 'vitest'
import { sumTrees } from '../../src/compare/conflict/trees.js'
import type { Example } from './boost.js'
import { trainExtraTrees } from './extraTrees.js'

// True where the first feature is set and the second is not.
const examples: readonly Example[] = Array.from({ length: 80 }, (_, index) => {
  const x = index % 2
  const y = (index >> 1) % 2
  return { values: [x, y, index % 5], label: x === 1 && y === 0 ? 1 : 0, weight: 1, group: String(index) }
})
const options = { trees: 30, leaf: 2, columns: 0.7, seed: 1 }
const names = ['x', 'y', 'noise']

it('learns what needs two features at once, as a probability', () => {
  const model = trainExtraTrees(examples, names, options)
  for (const { values, label } of examples) {
    const probability = sumTrees(model, values)
    expect(probability).toBeGreaterThanOrEqual(0)
    expect(probability).toBeLessThanOrEqual(1 + 1e-9)
    expect(probability > 0.5).toBe(label === 1)
  }
})

it('gives the same trees for the same examples and seed', () => {
  expect(trainExtraTrees(examples, names, options)).toEqual(trainExtraTrees(examples, names, options))
  expect(trainExtraTrees(examples, names, { ...options, seed: 2 })).not.toEqual(
    trainExtraTrees(examples, names, options),
  )
})

it('gives the share of positives where nothing can be split', () => {
  const same = [1, 0, 0, 0].map((label): Example => ({ values: [5], label, weight: 1, group: '' }))
  expect(sumTrees(trainExtraTrees(same, ['five'], { ...options, leaf: 1 }), [5])).toBeCloseTo(0.25)
})

it('keeps leaves as large as asked', () => {
  const { trees } = trainExtraTrees(examples, names, { ...options, leaf: 60 })
  expect(trees.every((nodes) => nodes.length === 1)).toBe(true)
})
