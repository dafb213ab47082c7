import { describe, expect, it } from 'vitest'
import { countTimes, scoreTimes, sumTimes, type Timex } from './scoreTimes.js'

const timex = (start: number, end: number, value: string | null, type = 'DATE'): Timex => ({ start, end, value, type })

describe('countTimes', () => {
  it('pairs equal spans before overlapping ones', () => {
    const counts = countTimes([timex(0, 4, 'a'), timex(5, 9, 'b')], [timex(0, 6, 'x'), timex(5, 9, 'b')])
    expect(counts).toMatchObject({ strict: 1, relaxed: 2, value: 1 })
  })

  it('uses each expression once', () => {
    expect(countTimes([timex(0, 4, 'a')], [timex(0, 2, 'a'), timex(2, 4, 'a')])).toMatchObject({ relaxed: 1, found: 2 })
  })

  it('compares types and missing values', () => {
    expect(countTimes([timex(0, 4, null, 'TIME')], [timex(0, 4, null)])).toMatchObject({ type: 0, value: 1 })
  })
})

describe('scoreTimes', () => {
  it('gives F1 over both sides', () => {
    const counts = sumTimes([countTimes([timex(0, 4, 'a'), timex(5, 9, 'b')], [timex(0, 4, 'a')])])
    expect(scoreTimes(counts).strict).toBeCloseTo(2 / 3)
    expect(scoreTimes(counts).valueAccuracy).toBe(1)
  })

  it('gives 0 where nothing was to find or found', () => {
    expect(scoreTimes(sumTimes([])).relaxed).toBe(0)
  })
})
