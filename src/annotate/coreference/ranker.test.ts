import { expect, it } from 'vitest'
import { createRanker } from './ranker.js'

const ranker = createRanker({
  format: 2,
  weights: { person: { near: 0.5 }, it: { near: 2 }, they: {} },
  trees: {
    // near? (subject? 3 : 1) : -1
    person: [
      {
        names: ['subject', 'near'],
        features: [1, 0, -1, -1, -1],
        yes: [1, 2, -1, -1, -1],
        no: [4, 3, -1, -1, -1],
        values: [0, 0, 3, 1, -1],
        roots: [0],
      },
    ],
  },
})

it.each([
  [['near', 'subject'], 3.5],
  [['near', 'unknown'], 1.5],
  [['subject'], -1],
  [[], -1],
])('adds the answer of the tree to the weights of %j', (features, expected) => {
  expect(ranker.score('person', features)).toBe(expected)
})

it('has weights alone where there are no trees', () => {
  expect(ranker.score('it', ['near', 'subject'])).toBe(2)
  expect(ranker.score('they', ['near'])).toBe(0)
})
