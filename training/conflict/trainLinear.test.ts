import { expect, it } from 'vitest'
import { sumLinear } from './linear.js'
import { trainLinear } from './trainLinear.js'

it('finds the side of a line, and leaves a feature that never varies alone', () => {
  const examples = Array.from({ length: 60 }, (_, index) => {
    const x = (index % 10) - 4.5
    const y = (Math.floor(index / 10) % 6) - 2.5
    return { values: [x, y, 7], label: Number(x + 2 * y > 0), weight: 1, group: String(index) }
  })
  const model = trainLinear(examples, 0.001)
  const right = examples.filter(({ values, label }) => Number(sumLinear(model, values) > 0) === label).length
  expect(right).toBeGreaterThanOrEqual(58)
  expect(model.weights[2]).toBeCloseTo(0, 6)
})
