import { describe, expect, it } from 'vitest'
import { sayDiagnostic } from './diagnostics.js'

const names = new Map([['a7', 'Daily Post']])

describe('sayDiagnostic', () => {
  it.each([
    ['a7', 'it was cut', 'Daily Post: it was cut'],
    ['a7', 'account "a7" was cut', 'account "a7" was cut'],
    [null, 'too few', 'too few'],
    ['b2', 'not among them', 'not among them'],
  ])('of %s: %s', (document, message, expected) => {
    expect(sayDiagnostic({ code: 'X', document, message }, names)).toBe(expected)
  })
})
