import { describe, expect, it } from 'vitest'
import { createRanker } from '../../src/annotate/coreference/ranker.js'
import { BOOST, boostTrees } from './boostTrees.js'
import { countArticle } from './countGenders.js'
import { type Example, learnRanker } from './logLinear.js'
import { readChains } from './readGum.js'

describe('readChains', () => {
  it('reads nested and one-word brackets', () => {
    const text =
      '# begin document d\n0\tThe\t(person-1\n1\tBrno\t(place-2-Brno)\n2\tmayor\tperson-1)\n3\tshe\t(person-1)\n'
    expect(readChains(text).get('d')).toEqual([
      { first: 1, last: 1, chain: '2', type: 'place' },
      { first: 0, last: 2, chain: '1', type: 'person' },
      { first: 3, last: 3, chain: '1', type: 'person' },
    ])
  })
})

describe('countArticle', () => {
  it('counts the first pronoun after a name of two words, and none after another name or a quotation', () => {
    const names = new Map()
    countArticle(
      'yes Ada Quill said she won , and Piet Orr said " he " . then Nora Tal met Tomas Lund and he left .',
      names,
    )
    expect(Object.fromEntries(names)).toEqual({ Ada: { f: 1, m: 0 }, Tomas: { f: 0, m: 1 } })
  })
})

describe('learnRanker', () => {
  it('learns what tells right from wrong', () => {
    const examples: readonly Example[] = Array.from({ length: 40 }, (_, i) => ({
      kind: 'person' as const,
      options: i % 2 === 0 ? [['near'], ['subject']] : [['subject', 'near'], ['near']],
      right: [i % 2 === 0 ? 1 : 0],
      weight: 1,
    }))
    const ranker = createRanker(learnRanker(examples))
    expect(ranker.score('person', ['subject'])).toBeGreaterThan(ranker.score('person', ['near']))
    expect(ranker.score('it', ['subject'])).toBe(0)
  })
})

it('boosts trees that tell the right candidate, the same each time', () => {
  const options = [
    ['near', 'subject'],
    ['near', 'object'],
    ['far', 'subject'],
    ['far', 'object'],
  ]
  const pairs = [
    [0, 1],
    [0, 2],
    [0, 3],
  ]
  const examples = pairs.flatMap(([right = 0, wrong = 0]) =>
    Array.from({ length: 12 }, (_, i) => ({
      kind: 'person' as const,
      options: i % 2 === 0 ? [options[right]!, options[wrong]!] : [options[wrong]!, options[right]!],
      right: [i % 2],
      weight: 1,
    })),
  )
  const settings = { ...BOOST, rounds: 40, least: 2, features: 1, examples: 1 }
  const trees = boostTrees(examples, settings)
  const { score } = createRanker({ format: 2, weights: { person: {}, it: {}, they: {} }, trees: { person: [trees] } })
  for (const [right = 0, wrong = 0] of pairs) {
    expect(score('person', options[right]!)).toBeGreaterThan(score('person', options[wrong]!))
  }
  expect(boostTrees(examples, settings)).toEqual(trees)
})
