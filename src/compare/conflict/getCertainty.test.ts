import { describe, expect, it } from 'vitest'
import type { Candidate } from './candidate.js'
import { getCertainty } from './getCertainty.js'

const make = (kind: Candidate['kind'], rule: string, features: Candidate['features'], inputs = {}): Candidate =>
  ({ kind, rule, features, inputs, subject: '', nature: 'conflict' }) as unknown as Candidate
const plain = { relationDiffer: 1, moodSame: 1, isCount: 1, countedSame: 1, countedKnown: 2 }

describe('getCertainty', () => {
  it('is certain of two plain counts of one thing of one matter', () => {
    expect(getCertainty(make('number', 'number/differ', { ...plain, matter: 1.2 }))).toBe('certain')
  })

  it.each([
    ['a hedge', { hedges: 1 }],
    ['a part of the whole', { partitive: 1 }],
    ['an account that tells both', { agreedMost: 0.4 }],
    ['a plan beside a deed', { moodSame: 0 }],
    ['another counted thing', { countedSame: 0 }],
    ['a first and a second time', { ordinalsApart: 1 }],
    ['the same account', { sameAccount: 1 }],
    ['clauses of two times', { timesApart: 1 }],
  ])('leaves %s open', (_, features) => {
    expect(getCertainty(make('number', 'number/differ', { ...plain, matter: 1.2, ...features }))).toBe('open')
  })

  it('asks what an amount is of, where one verb holds many', () => {
    const money = {
      ...plain,
      isCount: 0,
      countedSame: 0,
      countedKnown: 0,
      verbSame: 1,
      partsShared: 1,
      sameRow: 1,
      othersEqual: 1,
    }
    expect(getCertainty(make('number', 'number/differ', { ...money, near: 0.1 }))).toBe('open')
    expect(getCertainty(make('number', 'number/differ', { ...money, near: 0.3 }))).toBe('certain')
    expect(getCertainty(make('number', 'number/differ', { ...money, nounSame: 1 }))).toBe('certain')
  })

  it('asks for words in common where a clause is turned', () => {
    const turned = { predicateTurned: 1, alike: 0.5 }
    expect(getCertainty(make('polarity', 'polarity/negation', { ...turned, wordsShared: 2 }))).toBe('likely')
    expect(getCertainty(make('polarity', 'polarity/negation', { ...turned, wordsShared: 1 }))).toBe('open')
  })

  it('takes figures that differ in one of many digits for one figure', () => {
    const inputs = { low: 5617.4, otherLow: 5817.4 }
    expect(getCertainty(make('number', 'number/differ', { ...plain, near: 0.4, matter: -2 }, inputs))).toBe('certain')
    expect(
      getCertainty(make('number', 'number/differ', { ...plain, near: 0.4, matter: -2 }, { low: 5, otherLow: 8 })),
    ).toBe('open')
  })

  it('is certain of two days of one deed, not of two days on which somebody spoke', () => {
    const days = {
      ...plain,
      gap: Math.log1p(1),
      daysLong: Math.log1p(1),
      sameRow: 1,
      verbSame: 1,
      matter: 1.2,
      alike: 0.3,
    }
    expect(getCertainty(make('date', 'date/disjoint', days))).toBe('certain')
    expect(getCertainty(make('date', 'date/disjoint', { ...days, anchorReport: 2 }))).toBe('likely')
    expect(getCertainty(make('date', 'date/disjoint', { ...days, nounApart: 1 }))).toBe('likely')
    expect(getCertainty(make('date', 'date/disjoint', { ...days, markerApart: 1 }))).toBe('open')
    const looser = { ...days, verbSame: 0, matter: 0.9, alike: 0.15 }
    expect(getCertainty(make('date', 'date/disjoint', looser))).toBe('likely')
    expect(getCertainty(make('date', 'date/disjoint', { ...looser, anchorReport: 2 }))).toBe('open')
    expect(getCertainty(make('date', 'date/disjoint', { ...looser, anchorReport: 1 }))).toBe('open')
    expect(getCertainty(make('date', 'date/disjoint', { ...looser, moodSame: 0 }))).toBe('open')
    expect(getCertainty(make('date', 'date/disjoint', { ...looser, alike: 0.1 }))).toBe('open')
  })

  it('takes years further apart for one only where all else is the same', () => {
    const years = { ...plain, verbSame: 1, gap: Math.log1p(730), daysShort: Math.log1p(365), daysLong: Math.log1p(365) }
    const judge = (alike: number): string =>
      getCertainty(make('date', 'date/disjoint', { ...years, precisionSame: 1, matter: 1.5, alike }))
    expect(judge(0.9)).toBe('certain')
    expect(judge(0.4)).toBe('open')
  })
})
