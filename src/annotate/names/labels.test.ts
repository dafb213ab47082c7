import { describe, expect, it } from 'vitest'
import { CLASSES, canFollow, LABEL_COUNT, spansOf } from './labels.js'

const label = (name: string): number =>
  name === 'O'
    ? 0
    : 1 + 4 * CLASSES.findIndex((own) => own.startsWith(name.slice(2))) + 'BIES'.indexOf(name[0] as string)

describe('canFollow', () => {
  it.each([
    ['O', 'O', true],
    ['O', 'B-Per', true],
    ['O', 'I-Per', false],
    ['O', 'E-Per', false],
    ['B-Per', 'E-Per', true],
    ['B-Per', 'I-Per', true],
    ['B-Per', 'E-Loc', false],
    ['B-Per', 'O', false],
    ['I-Org', 'E-Org', true],
    ['E-Org', 'S-Loc', true],
    ['S-Loc', 'I-Loc', false],
  ])('%s then %s: %s', (previous, next, expected) => {
    expect(canFollow(label(previous), label(next))).toBe(expected)
  })
})

describe('spansOf', () => {
  it('reads single, long and neighbouring names', () => {
    const labels = ['S-Loc', 'O', 'B-Per', 'I-Per', 'E-Per', 'B-Org', 'E-Org'].map(label)
    expect(spansOf(labels)).toEqual([
      { from: 0, to: 1, label: 'Location' },
      { from: 2, to: 5, label: 'Person' },
      { from: 5, to: 7, label: 'Organization' },
    ])
  })

  it('gives nothing for a text without names', () => {
    expect(spansOf([0, 0, 0])).toEqual([])
    expect(spansOf([])).toEqual([])
  })

  it('has four labels a class and one for outside', () => {
    expect(LABEL_COUNT).toBe(37)
  })
})
