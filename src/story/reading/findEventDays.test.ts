import { describe, expect, it } from 'vitest'
import { findEventDays } from './findEventDays.js'

const dayNumber = (date: string): number => Date.parse(date) / 86_400_000
// A Thursday.
const TODAY = dayNumber('2025-03-06T15:00:00Z')
const dates = (text: string): string[] =>
  [...findEventDays(text, TODAY).days.terms].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

describe('findEventDays', () => {
  it.each([
    ['The river rose on Tuesday.', ['2025-03-04']],
    ['The river rose on Thursday.', ['2025-03-06']],
    ['The council meets next Monday.', ['2025-03-10']],
    ['The strike of Feb. 27 ended on Sunday.', ['2025-02-27', '2025-03-02']],
    ['It opened on March 1st.', ['2025-03-01']],
    ['The war ended on 8 May; they met on May 8.', []],
    ['The river rose.', []],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('takes a date at the turn of the year from the nearest year', () => {
    expect(findEventDays('On December 30 the bridge fell.', dayNumber('2025-01-02')).first).toBe(
      dayNumber('2024-12-30'),
    )
  })

  it('says which day is named first', () => {
    expect(findEventDays('On Wednesday, two days after Monday.', TODAY).first).toBe(dayNumber('2025-03-05'))
    expect(findEventDays('', TODAY).first).toBeNull()
  })
})
