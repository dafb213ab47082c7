import { describe, expect, it } from 'vitest'
import { compareNames, getEditDistance } from './compareNames.js'

describe('compareNames', () => {
  it.each([
    ['Ada Okoye', 'ada  Okoyé', 'same'],
    ['Okoye', 'Ada Okoye', 'part'],
    ['Nora B. Lind', 'Nora Beata Lind', 'initial'],
    ['Tomas Vindelen', 'Tomas Vindelin', 'spelling'],
    ['Kovalenko', 'Petro Kovalenka', 'spelling'],
    ['Sandi Marlow', 'Sandra Marlow', 'given'],
    ['Ada Okoye', 'Ben Okoye', 'different'],
    ['Larry Brandt', 'Harry Brandt', 'different'],
    ['the Texans', 'the Texan', 'different'],
    ['', 'Ada', 'different'],
  ])('%s / %s: %s', (a, b, relation) => {
    expect(compareNames(a, b)).toBe(relation)
    expect(compareNames(b, a)).toBe(relation)
  })
})

describe('getEditDistance', () => {
  it('counts a swap of neighbours once and stops above the limit', () => {
    expect(getEditDistance('vicente', 'vicnete', 2)).toBe(1)
    expect(getEditDistance('abc', 'abcdefgh', 2)).toBe(3)
  })
})
