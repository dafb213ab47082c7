import { describe, expect, it } from 'vitest'
import { areOneDeed, areOtherFates } from './deeds.js'

describe('areOneDeed', () => {
  it('joins the two ends of a deed, and nothing else', () => {
    expect(areOneDeed('kill', 'die')).toBe(true)
    expect(areOneDeed('die', 'kill')).toBe(true)
    expect(areOneDeed('kill', 'injure')).toBe(false)
    expect(areOneDeed('sing', 'dance')).toBe(false)
  })
})

describe('areOtherFates', () => {
  it('parts what became of people, and no other deeds', () => {
    expect(areOtherFates('kill', 'injure')).toBe(true)
    expect(areOtherFates('kill', 'die')).toBe(false)
    expect(areOtherFates('kill', 'begin')).toBe(false)
    expect(areOtherFates('sing', 'kill')).toBe(false)
  })
})
