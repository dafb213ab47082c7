import { describe, expect, it } from 'vitest'
import { type Amount, compareQuantities, isRounded } from './compareQuantities.js'

const amount = (low: number, rest: Partial<Amount> = {}): Amount => ({
  kind: 'count',
  low,
  high: low,
  unit: '',
  approximation: 'exact',
  ...rest,
})

describe('compareQuantities', () => {
  const money = { kind: 'money', unit: 'USD' } as const
  const cases: readonly [name: string, a: Amount, b: Amount, relation: string][] = [
    ['same number', amount(12), amount(12), 'equal'],
    ['a hedge on the same number', amount(5, { approximation: 'at-least' }), amount(5), 'precision'],
    ['fewer digits', amount(43_350, money), amount(43_000, money), 'rounding'],
    ['one decimal left off', amount(55.5), amount(55), 'rounding'],
    ['neighbouring small counts', amount(12), amount(14), 'differ'],
    ['round numbers that differ', amount(20_000), amount(33_000), 'differ'],
    ['a slip in one digit', amount(5687.75, money), amount(5587.75, money), 'differ'],
    ['about, within a tenth', amount(60, { approximation: 'about' }), amount(57), 'range'],
    ['more than, just above', amount(1000, { approximation: 'more-than' }), amount(1150), 'range'],
    ['more than, far above', amount(1000, { approximation: 'more-than' }), amount(3000), 'differ'],
    ['vague range that holds the number', amount(24, { high: 99, approximation: 'vague' }), amount(31), 'range'],
    [
      'feet and metres',
      amount(12, { kind: 'measure', unit: 'ft' }),
      amount(3.7, { kind: 'measure', unit: 'm' }),
      'rounding',
    ],
    ['dollars and euros', amount(5, money), amount(5, { kind: 'money', unit: 'EUR' }), 'incomparable'],
    ['a share and a count', amount(5, { kind: 'percent', unit: '%' }), amount(5), 'incomparable'],
  ]
  it.each(cases)('%s', (_name, a, b, relation) => {
    expect(compareQuantities(a, b).relation).toBe(relation)
    expect(compareQuantities(b, a)).toEqual(compareQuantities(a, b))
  })

  it('gives the smaller over the larger', () => {
    expect(compareQuantities(amount(20), amount(40)).ratio).toBe(0.5)
    expect(compareQuantities(amount(0), amount(40)).ratio).toBe(0)
  })
})

describe('isRounded', () => {
  it.each([
    [313.89, 300, true],
    [10_977.74, 10_000, true],
    [850, 1000, false],
    [1_400_000, 1_000_000, false],
    [21, 20, false],
    [5400, 6000, false],
    [800_000, 835_419, false],
  ])('%d told as %d: %s', (fine, coarse, expected) => {
    expect(isRounded(fine, coarse)).toBe(expected)
  })
})
