import { expect, it } from 'vitest'
import { stemWord } from './stem.js'

it.each([
  ['announced', 'announcement'],
  ['announces', 'announce'],
  ['stopped', 'stopping'],
  ['parties', 'party'],
  ['relational', 'relate'],
  ['hoping', 'hope'],
  ['agreed', 'agree'],
])('%s and %s have one stem', (a, b) => {
  expect(stemWord(a)).toBe(stemWord(b))
})

it.each([
  ['sing', 'sing'],
  ['was', 'was'],
  ['12th', '12th'],
  ['élysée', 'élysée'],
  ['controlling', 'control'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem)
})
