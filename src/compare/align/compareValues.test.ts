import { describe, expect, it } from 'vitest'
import type { Quantity, Time } from '../../annotate/index.js'
import { compareAmounts, comparePeriods } from './compareValues.js'

function amount(low: number, head: string, high = low): Quantity {
  const span = { start: 0, end: 1 }
  const counted = { text: head, span, head }
  return { ...span, kind: 'count', low, high, unit: '', counted, approximation: 'exact' }
}

function period(start: string, end = start): Time {
  const range = { start, end }
  return {
    start: 0,
    end: 1,
    type: 'date',
    value: start,
    range,
    precision: 'day',
    anchored: true,
    approximation: 'exact',
  }
}

describe('compareAmounts', () => {
  it.each([
    ['equal', [amount(12, 'dead')], [amount(12, 'dead')], { same: 1, other: 0 }],
    ['overlapping', [amount(12, 'dead')], [amount(10, 'dead', 15)], { same: 1, other: 0 }],
    ['differing on one thing', [amount(12, 'dead')], [amount(14, 'dead')], { same: 0, other: 1 }],
    ['of other things', [amount(12, 'dead')], [amount(14, 'hurt')], { same: 0, other: 0 }],
    ['absent', [amount(12, 'dead')], [], { same: 0, other: 0 }],
  ])('%s amounts', (_, a, b, expected) => {
    expect(compareAmounts(a, b)).toEqual(expected)
    expect(compareAmounts(b, a)).toEqual(expected)
  })
})

describe('comparePeriods', () => {
  it.each([
    ['one in the other', [period('2025-08-15')], [period('2025-08-01', '2025-08-31')], { same: 1, other: 0 }],
    ['apart', [period('2025-08-15')], [period('2025-08-16')], { same: 0, other: 1 }],
  ])('days %s', (_, a, b, expected) => {
    expect(comparePeriods(a, b)).toEqual(expected)
  })
})
