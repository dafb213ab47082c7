import { expect, it } from 'vitest'
import type { Example } from './boost.js'
import { sumPassage, trainPassageModel } from './passageModel.js'

// True where the first feature is set; the second says nothing.
const examples: readonly Example[] = Array.from({ length: 60 }, (_, index) => ({
  values: [index % 2, index % 7],
  label: index % 2,
  weight: 1,
  group: String(index),
}))

it('puts what it was shown as true above the rest, in log-odds around 0', () => {
  const model = trainPassageModel(examples, ['set', 'noise'])
  expect(sumPassage(model, [1, 3])).toBeGreaterThan(0)
  expect(sumPassage(model, [0, 3])).toBeLessThan(0)
})

it('stays finite where every tree is sure', () => {
  const model = trainPassageModel(
    examples.map((example) => ({ ...example, label: 1 })),
    ['set', 'noise'],
  )
  expect(Number.isFinite(sumPassage(model, [1, 3]))).toBe(true)
})
