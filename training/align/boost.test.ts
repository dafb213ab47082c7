import { expect, it } from 'vitest'
import { readCounts } from '../../src/compare/align/aligner.js'
import { scoreExample } from '../../src/compare/align/boostedTrees.js'
import { createRandom, DEFAULTS, trainTrees } from './boost.js'
import { writeCounts } from './countWords.js'

it('learns a threshold and the same trees each time', () => {
  const random = createRandom(3)
  const rows = Array.from({ length: 600 }, () => [random(), random()])
  const labels = rows.map(([x]) => (x! > 0.6 ? 1 : 0))
  const values = Float64Array.from(rows.flat())
  const train = () =>
    trainTrees(values, labels, new Float64Array(600).fill(1), ['x', 'noise'], { ...DEFAULTS, columns: 1 })
  const model = train()
  expect(scoreExample(model, [0.9, 0.5])).toBeGreaterThan(0.9)
  expect(scoreExample(model, [0.2, 0.5])).toBeLessThan(0.1)
  expect(train()).toEqual(model)
})

it('writes word counts that read back as rarities', () => {
  const text = writeCounts(
    100,
    new Map([
      ['fire', 50],
      ['mill', 10],
      ['crew', 10],
      ['odd', 1],
    ]),
  )
  const news = readCounts(text)
  expect(news.rarity('fire')).toBeCloseTo(Math.log(2))
  expect(news.rarity('mill')).toBeCloseTo(Math.log(10))
  expect(news.rarity('odd')).toBeCloseTo(Math.log(20))
})
