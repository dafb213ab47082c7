import { expect, it } from 'vitest'
import { readCounts } from '../../src/compare/align/aligner.js'
import { type BoostedTrees, scoreExample } from '../../src/compare/align/boostedTrees.js'
import { averageTrees, createRandom, DEFAULTS, trainTrees } from './boost.js'
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

it('gives the mean of the log-odds of several models', () => {
  const tree = (threshold: number, low: number, high: number, base: number): BoostedTrees => {
    return { features: ['x'], base, roots: [0], feature: [0, -1, -1], value: [threshold, low, high], left: [1, 0, 0] }
  }
  const models = [tree(0.4, -1, 2, 0.5), tree(0.6, -3, 1, 0.1)]
  const mean = averageTrees(models)
  const logOdds = (model: BoostedTrees, x: number): number => {
    const p = scoreExample(model, [x])
    return Math.log(p / (1 - p))
  }
  for (const x of [0.1, 0.5, 0.9]) {
    expect(logOdds(mean, x)).toBeCloseTo((logOdds(models[0]!, x) + logOdds(models[1]!, x)) / 2)
  }
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
