import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDay,
  formatYear,
  fromDayNumber,
  getEaster,
  getIsoWeek,
  getMonthLength,
  getNthWeekday,
  getWeekday,
  toDayNumber,
} from './calendar.js'
import { addUnits, makeMonth, makeQuarter, makeWeek, narrow } from './moment.js'

describe('calendar', () => {
  it('counts days as Date does and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (day) => {
        const { year, month, day: date } = fromDayNumber(day)
        expect(toDayNumber(year, month, date)).toBe(day)
        if (year >= 100) expect(Date.UTC(year, month - 1, date)).toBe(day * 86_400_000)
      }),
    )
  })

  it.each([
    [2025, 8, 15, 5],
    [1970, 1, 1, 4],
    [2000, 2, 29, 2],
    [1939, 9, 1, 5],
  ])('knows the weekday of %i-%i-%i', (year, month, day, weekday) => {
    expect(getWeekday(toDayNumber(year, month, day))).toBe(weekday)
  })

  it.each([
    [2024, 12, 30, 2025, 1],
    [2021, 1, 3, 2020, 53],
    [2025, 8, 16, 2025, 33],
  ])('knows the ISO week of %i-%i-%i', (year, month, day, isoYear, week) => {
    expect(getIsoWeek(toDayNumber(year, month, day))).toEqual({ year: isoYear, week })
  })

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2019, '2019-04-21'],
    [1961, '1961-04-02'],
  ])('computes Easter %i', (year, day) => {
    expect(formatDay(getEaster(year))).toBe(day)
  })

  it('finds the nth and the last weekday of a month', () => {
    expect(formatDay(getNthWeekday(2025, 11, 4, 4))).toBe('2025-11-27')
    expect(formatDay(getNthWeekday(2025, 5, 1, -1))).toBe('2025-05-26')
  })

  it('writes years before our era as TIMEX3 does', () => {
    expect(formatYear(-489)).toBe('BC0490')
    expect(formatDate(toDayNumber(-489, 9, 12))).toBe('BC0490-09-12')
    expect(formatDay(toDayNumber(-489, 9, 12))).toBe('-000489-09-12')
  })

  it('knows leap years', () => {
    expect([1900, 2000, 2024, 2025].map((year) => getMonthLength(year, 2))).toEqual([28, 29, 29, 28])
  })
})

describe('moments', () => {
  it('keeps the day within a shorter month', () => {
    expect(formatDay(addUnits(toDayNumber(2025, 1, 31), 'month', 1))).toBe('2025-02-28')
    expect(formatDay(addUnits(toDayNumber(2024, 2, 29), 'year', 1))).toBe('2025-02-28')
  })

  it('carries months and quarters into other years', () => {
    expect(makeMonth(2025, 13).value).toBe('2026-01')
    expect(makeQuarter(2025, 0).value).toBe('2024-Q4')
  })

  it('starts weeks on Monday', () => {
    const week = makeWeek(toDayNumber(2025, 8, 16))
    expect([week.value, formatDay(week.start), formatDay(week.end)]).toEqual(['2025-W33', '2025-08-11', '2025-08-17'])
  })

  it('narrows to overlapping parts and keeps the value', () => {
    const month = makeMonth(2025, 4)
    const parts = (['start', 'middle', 'end'] as const).map((modifier) => narrow(month, modifier))
    expect(parts.map((part) => [formatDay(part.start), formatDay(part.end), part.value])).toEqual([
      ['2025-04-01', '2025-04-15', '2025-04'],
      ['2025-04-08', '2025-04-23', '2025-04'],
      ['2025-04-16', '2025-04-30', '2025-04'],
    ])
  })
})
