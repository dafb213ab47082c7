import { describe, expect, it } from 'vitest'
import { decode } from '../../src/attribute/model/crf.js'
import { type Example, packExample, scoreExample, trainCrf } from './trainCrf.js'
import { findThreshold, trainLogistic } from './trainLogistic.js'

/** Tag 1 follows the word 7; the word 9 tells nothing. */
function createExamples(): readonly Example[] {
  return [
    [7, 9, 9],
    [9, 7, 9],
    [9, 9, 7, 9],
    [9, 9],
    [7, 9, 7, 9],
  ].map((words) =>
    packExample(
      words.map((word) => Int32Array.of(word)),
      Uint8Array.from(words, (_, i) => (i > 0 && words[i - 1] === 7 ? 1 : words[i] === 7 ? 2 : 0)),
    ),
  )
}

const options = { tags: 3, bits: 4, epochs: 60, rate: 0.2, penalty: 0, seed: 3 }

describe('trainCrf', () => {
  it('learns from transitions what no word tells', () => {
    const crf = trainCrf(createExamples(), options)
    for (const example of createExamples()) {
      expect([...decode(crf, scoreExample(crf, example), example.tags.length)]).toEqual([...example.tags])
    }
  })

  it('gives the same weights for the same seed', () => {
    const weights = (): string => trainCrf(createExamples(), options).weights.join()
    expect(weights()).toBe(weights())
  })
})

describe('trainLogistic', () => {
  const decisions = [0, 1, 2, 3, 4, 5].map((x) => ({ features: { bias: 1, x }, right: x >= 3, weight: 1 }))

  it('separates what one feature separates', () => {
    const weights = trainLogistic(decisions, 0.01)
    expect(weights.x).toBeGreaterThan(0)
    expect(findThreshold(weights, decisions, 0).f1).toBe(1)
  })

  it('counts what was never put against the threshold', () => {
    expect(findThreshold(trainLogistic(decisions, 0.01), decisions, 3).f1).toBeCloseTo(6 / 9, 6)
  })
})
