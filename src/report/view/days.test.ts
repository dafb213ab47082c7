import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment, formatRange } from './days.js'

describe('formatDay', () => {
  it.each([
    ['2026-03-04', '4 March 2026'],
    ['2026-03', 'March 2026'],
    ['2026', '2026'],
    ['2026-03-04T23:30:00-09:00', '4 March 2026'],
    ['2026-13-04', '2026-13-04'],
    ['some day', 'some day'],
  ])('%s is %s', (iso, expected) => {
    expect(formatDay(iso)).toBe(expected)
  })
})

describe('formatMoment', () => {
  it('shows the clock where there is one, and no midnight that only fills a gap', () => {
    expect(formatMoment('2026-03-04T18:20:00Z', 'short')).toBe('4 Mar 2026, 18:20')
    expect(formatMoment('2026-03-04T00:00:00Z')).toBe('4 March 2026')
  })
})

describe('formatRange', () => {
  it.each([
    ['2026-03-04', '2026-03-04', 'day', '4 March 2026'],
    ['2026-03-03', '2026-03-04', 'day', '3–4 March 2026'],
    ['2026-03-30', '2026-04-02', 'day', '30 March – 2 April 2026'],
    ['2025-12-30', '2026-01-02', 'day', '30 December 2025 – 2 January 2026'],
    ['2026-03-01', '2026-03-31', 'month', 'March 2026'],
    ['2019-01-01', '2019-12-31', 'year', '2019'],
  ])('%s to %s as a %s is %s', (start, end, precision, expected) => {
    expect(formatRange(start, end, precision)).toBe(expected)
  })
})
