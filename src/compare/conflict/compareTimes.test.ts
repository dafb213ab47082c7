import { describe, expect, it } from 'vitest'
import { compareTimes, getDurationDays, type Moment } from './compareTimes.js'

const date = (start: string, end = start, value = start): Moment => ({
  type: 'date',
  value,
  range: { start, end },
  precision: 'day',
  approximation: 'exact',
})
const open = (value: string): Moment => ({ ...date('2031-05-03'), value, range: null })
const duration = (value: string): Moment => ({
  type: 'duration',
  value,
  range: null,
  precision: 'day',
  approximation: 'exact',
})

describe('compareTimes', () => {
  const cases: readonly [name: string, a: Moment, b: Moment, relation: string, gap: number][] = [
    ['one day', date('2031-05-03'), date('2031-05-03'), 'same', 0],
    ['a day in its month', date('2031-05-03'), date('2031-05-01', '2031-05-31'), 'contains', 0],
    ['neighbouring days', date('2031-05-03'), date('2031-05-04'), 'disjoint', 1],
    ['years apart', date('2027-01-01', '2027-12-31'), date('2031-05-04'), 'disjoint', 1220],
    ['stretches that cross', date('2031-05-03', '2031-05-09'), date('2031-05-07', '2031-05-20'), 'overlap', 0],
    [
      'another hour of one day',
      date('2031-05-03', undefined, '2031-05-03T17:00'),
      date('2031-05-03', undefined, '2031-05-03T18:30'),
      'clock',
      0.0625,
    ],
    [
      'one moment in two zones',
      date('2031-05-03', undefined, '2031-05-03T15:00Z'),
      date('2031-05-03', undefined, '2031-05-03T10:00-05'),
      'same',
      0,
    ],
    [
      'a zone told and one not',
      date('2031-05-03', undefined, '2031-05-03T15:00Z'),
      date('2031-05-03', undefined, '2031-05-03T10:00'),
      'same',
      0,
    ],
    ['two weekdays of no known week', open('XXXX-WXX-5'), open('XXXX-WXX-6'), 'disjoint', 1],
    ['Sunday and Monday of no known week', open('XXXX-WXX-7'), open('XXXX-WXX-1'), 'disjoint', 1],
    ['one weekday of no known week', open('XXXX-WXX-5TNI'), open('XXXX-WXX-5TNI'), 'same', 0],
    ['a weekday and a day of the calendar that is one', open('XXXX-WXX-6TNI'), date('2031-05-03'), 'same', 0],
    ['a weekday and a day of the calendar that is another', open('XXXX-WXX-4'), date('2031-05-03'), 'disjoint', 2],
    ['a day of no known year and one of the calendar', open('XXXX-05-04'), date('2031-05-03'), 'disjoint', 1],
    ['a weekday and a week', open('XXXX-WXX-4'), date('2031-05-03', '2031-05-09'), 'incomparable', 0],
    ['a weekday and a day of no known year', open('XXXX-WXX-5'), open('XXXX-08-15'), 'incomparable', 0],
    ['days of no known year', open('XXXX-08-15'), open('XXXX-08-16'), 'disjoint', 1],
    ['a length and a date', duration('P3D'), date('2031-05-03'), 'incomparable', 0],
    ['five weeks and 35 days', duration('P5W'), duration('P35D'), 'duration-same', 0],
    ['35 days and a month', duration('P35D'), duration('P1M'), 'duration-near', 0],
    ['two years and seven months', duration('P2Y'), duration('P7M'), 'duration-differ', 0],
    ['a length without a number', duration('PXM'), duration('P7M'), 'incomparable', 0],
    ['a decade and ten years', duration('P1DE'), duration('P10Y'), 'duration-same', 0],
  ]
  it.each(cases)('%s', (_name, a, b, relation, gap) => {
    const got = compareTimes(a, b)
    expect(got.relation).toBe(relation)
    expect(got.gapDays).toBeCloseTo(gap, 4)
    expect(compareTimes(b, a)).toEqual(got)
  })

  it('says nothing of a date that could not be resolved', () => {
    expect(compareTimes({ ...date('2031-05-03'), range: null }, date('2031-05-04')).relation).toBe('incomparable')
  })
})

describe('getDurationDays', () => {
  it('tells minutes from months', () => {
    expect(getDurationDays('PT45M')).toBeCloseTo(0.03125, 5)
    expect(getDurationDays('P2M')).toBeCloseTo(60.88, 2)
    expect(getDurationDays('P1Y6M')).toBeCloseTo(547.89, 2)
  })
  it('is null without a number', () => {
    expect(getDurationDays('PXD')).toBeNull()
    expect(getDurationDays(null)).toBeNull()
  })
})
