import { expect, it } from 'vitest'
import { haveOrdinalsApart } from './ordinals.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const areApart = (a: string, b: string): boolean => {
  const { view } = makeTools([makeAccount('a', a), makeAccount('b', b)])
  return haveOrdinalsApart(view.clauses[0]!, view.clauses[1]!, view)
}

it('parts what is numbered apart', () => {
  expect(areApart('They met for the first round of talks.', 'They met for a second round.')).toBe(true)
})

it('leaves one number, and a number on one side only', () => {
  expect(areApart('They met for the first round of talks.', 'They met for the first round.')).toBe(false)
  expect(areApart('They met for the first round of talks.', 'They met for talks.')).toBe(false)
})

it('parts some from some more', () => {
  expect(areApart('Four boys were brought out.', 'Four more boys were brought out.')).toBe(true)
  expect(areApart('Four more boys were brought out.', 'Four more boys left.')).toBe(false)
  expect(areApart('More than four boys were brought out.', 'Four boys were brought out.')).toBe(false)
})
