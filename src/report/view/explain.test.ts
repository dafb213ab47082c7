import { describe, expect, it } from 'vitest'
import type { DossierConflict } from '../../dossier/index.js'
import { describeProbability, explainConflict } from './explain.js'

function makeConflict(inputs: DossierConflict['rule']['inputs'], within: string | null = null): DossierConflict {
  return { kind: 'date', within, rule: { id: 'date/disjoint', inputs } } as unknown as DossierConflict
}

describe('explainConflict', () => {
  it.each([
    ['relations', { relation: 'disjoint' }, ['no day fits both']],
    [
      'values that belong together',
      { value: '2026-03-04', otherValue: '2026-03-03' },
      ['value: “2026-03-04” against “2026-03-03”'],
    ],
    ['sides', { a: 'Vale', b: 'Lind' }, ['compared “Vale” with “Lind”']],
    ['days between', { gapDays: 1 }, ['1 day apart']],
    ['what it has no words for', { nearestWord: 'reef' }, ['nearest word: “reef”']],
    ['nothing where nothing was looked at', { a: null, b: null, counted: null, gapDays: 0 }, []],
  ])('puts %s into plain words', (_, inputs, expected) => {
    expect(explainConflict(makeConflict(inputs)).details).toEqual(expected)
  })

  it('says the same whatever the order of the inputs', () => {
    const a = explainConflict(makeConflict({ value: 'x', otherValue: 'y', gapDays: 2 }))
    expect(a).toEqual(explainConflict(makeConflict({ gapDays: 2, otherValue: 'y', value: 'x' })))
  })

  it('says what the rule saw, or else what the kind is', () => {
    const reasonOf = (id: string): string =>
      explainConflict({ ...makeConflict({}), kind: 'number', rule: { id, inputs: {} } }).reason
    expect(reasonOf('number/precision')).toContain('hedge')
    expect(reasonOf('number/differ')).toContain('different figures')
  })

  it('says when one account contradicts itself', () => {
    expect(explainConflict(makeConflict({}, 'a')).reason).toBe('The same account tells it in two ways')
  })
})

describe('describeProbability', () => {
  it('is inclusive below', () => {
    expect(describeProbability(0.9)).toContain('almost certainly')
    expect(describeProbability(0.8999)).toContain('very likely')
    expect(describeProbability(0.1)).toContain('possibly')
  })
})
