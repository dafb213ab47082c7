import { describe, expect, it } from 'vitest'
import { addConll, bestAssignment, type Chain, conllF1, emptyConll, f1Of } from './coreferenceConll.js'

function score(gold: readonly Chain[], found: readonly Chain[]): readonly number[] {
  const sums = emptyConll()
  addConll(sums, gold, found)
  return [f1Of(sums.muc), f1Of(sums.b3), f1Of(sums.ceafe), conllF1(sums)].map((x) => Math.round(1000 * x) / 1000)
}

describe('CoNLL figure', () => {
  // The example of Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions".
  const gold = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f', 'g'],
  ]
  const found = [
    ['a', 'b'],
    ['c', 'd'],
    ['f', 'g', 'h', 'i'],
  ]

  it('agrees with the published example', () => {
    expect(score(gold, found).slice(0, 3)).toEqual([0.4, 0.455, 0.52])
  })

  it('is 1 for equal chains and 0 for none', () => {
    expect(score(gold, gold)).toEqual([1, 1, 1, 1])
    expect(score(gold, [])).toEqual([0, 0, 0, 0])
  })

  it('assigns for the highest total', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.9, 0.1],
      ]),
    ).toBeCloseTo(1.7)
    expect(bestAssignment([])).toBe(0)
  })
})
