import { expect, it } from 'vitest'
import { fold, fourGrams, namesAuthor, overlap, sameDay } from './readingScore.js'

it('overlap counts shared sequences of four words', () => {
  const expected = fourGrams('One two three, four five.')
  expect(overlap('one two three four', expected)).toEqual([1, 0.5])
  expect(overlap('', expected)).toEqual([0, 0])
})

it('metadata is compared by its letters', () => {
  expect(fold(' “Pier” to re-open! ')).toBe('pier to re open')
  expect(namesAuthor(['Ada Lind'], 'By ADA LIND and Tom Roe')).toBe(true)
  expect(namesAuthor(['By Ada Lind | Bay News'], 'Ada Lind')).toBe(true)
  expect(namesAuthor(['', '…', 'Tom'], 'Ada Lind')).toBe(false)
})

it.each([
  ['2026-03-01', '2026-03-01T23:30:00+02:00', true],
  ['2026-03-01', 'March 1, 2026', true],
  ['2026-03-01T23:30:00-05:00', '2026-03-02T04:30:00Z', true],
  ['2026-03-02', '2026-03-01T10:00:00Z', false],
  [null, '2026-03-01', false],
  ['2026-03-01', 'yesterday', false],
])('the day of %s is that of %s: %s', (found, expected, same) => expect(sameDay(found, expected)).toBe(same))
