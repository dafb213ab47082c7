import { describe, expect, it } from 'vitest'
import { areOneDeed } from './deeds.js'

describe('areOneDeed', () => {
  it('joins the two ends of a deed, and nothing else', () => {
    expect(areOneDeed('kill', 'die')).toBe(true)
    expect(areOneDeed('die', 'kill')).toBe(true)
    expect(areOneDeed('kill', 'injure')).toBe(false)
    expect(areOneDeed('sing', 'dance')).toBe(false)
  })
})
