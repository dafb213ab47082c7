import { describe, expect, it } from 'vitest'
import { compareRoles, getOffice } from './compareRoles.js'

describe('compareRoles', () => {
  it.each([
    ['Sen.', 'the senator', 'same'],
    ['Secretary of State', 'US Secretary of State', 'refine'],
    ['Secretary of State', 'Senator', 'exclusive'],
    ['mayor of Oslo', 'Governor', 'exclusive'],
    ['former Senator', 'Secretary of State', 'other'],
    ['president-elect', 'senator', 'other'],
    ['the next president', 'Secretary', 'other'],
    ['businessman', 'US Ambassador', 'other'],
    ['chairman', 'chief executive', 'other'],
    ['a lawyer for the firm', 'attorney', 'refine'],
    ['Judge', 'a Supreme Court justice', 'refine'],
  ])('%s / %s: %s', (a, b, relation) => {
    expect(compareRoles(a, b)).toBe(relation)
    expect(compareRoles(b, a)).toBe(relation)
  })
})

describe('getOffice', () => {
  it('reads the office before what it is of', () => {
    expect(getOffice('Secretary of State')).toBe('secretary')
    expect(getOffice('vice president')).toBe('vice president')
    expect(getOffice('spokesman for the president')).toBeNull()
    expect(getOffice('the singer')).toBeNull()
  })
})
