import { expect, it } from 'vitest'
import { PAIR_FEATURES, type PairFeature } from './pairFeatures.js'
import { type PairModel, scorePair, sumPair } from './scorePair.js'
import { makeTools, makeTree } from './testing/tools.js'

/** Half a tree on one feature, half a logistic regression on another. */
function makeModel(tree: PairFeature, linear: PairFeature): PairModel {
  return {
    trees: makeTree(PAIR_FEATURES, tree, 0.5, -2, 2),
    linear: {
      means: PAIR_FEATURES.map(() => 0),
      scales: PAIR_FEATURES.map(() => 1),
      weights: PAIR_FEATURES.map((name) => (name === linear ? 2 : 0)),
      bias: -1,
    },
  }
}

const model = {
  relations: makeTools([]).relations,
  pairAgainst: makeModel('negationMismatch', 'opposites'),
  pairFor: makeModel('coverage', 'coverage'),
}

it('gives three shares that add up to one', () => {
  const score = scorePair('The bridge is safe.', 'The bridge is safe.', { model })
  expect(score.against + score.for + score.neither).toBeCloseTo(1, 12)
  expect(score.for).toBeGreaterThan(score.against)
})

it('sees a denial and opposites', () => {
  const denied = scorePair('The bridge is safe.', 'The bridge is not safe.', { model })
  const opposite = scorePair('The mayor was calm.', 'The mayor was angry.', { model })
  const plain = scorePair('The mayor was calm.', 'The mayor was calm.', { model })
  expect(denied.against).toBeGreaterThan(plain.against)
  expect(opposite.against).toBeGreaterThan(plain.against)
})

it('averages the two log-odds', () => {
  const values = PAIR_FEATURES.map((name) => Number(name === 'negationMismatch' || name === 'opposites'))
  expect(sumPair(model.pairAgainst, values)).toBe((2 + 1) / 2)
})
