import { expect, it } from 'vitest'
import { readPairText } from './pairText.js'
import { makeTools } from './testing/tools.js'
import { areOpposites, areSynonyms } from './wordRelations.js'

const { relations } = makeTools([])

it.each([
  ['calm', 'angry', true],
  ['angry', 'calm', true],
  ['reject', 'approve', true],
  ['happy', 'unhappy', true],
  ['calm', 'calm', false],
  ['table', 'chair', false],
])('%s against %s: %s', (a, b, expected) => {
  expect(areOpposites(relations, a, b)).toBe(expected)
})

it('knows words that mean the same in either order', () => {
  expect(areSynonyms(relations, 'speak', 'talk')).toBe(true)
  expect(areSynonyms(relations, 'speak', 'angry')).toBe(false)
})

it('reads words with their kind, stem and whether a negation reaches them', () => {
  const { words, numbers } = readPairText('The mayor didn’t meet Ada Okoye, but twelve guests came.')
  expect(words.map((word) => `${word.norm}:${word.kind}${word.negated ? ' negated' : ''}`)).toEqual([
    'the:function',
    'mayor:content',
    'did:function',
    "n't:function",
    'meet:content negated',
    'ada:name negated',
    'okoye:name negated',
    'but:function',
    'twelve:number',
    'guests:content',
    'came:content',
  ])
  expect(numbers).toEqual([12])
})
