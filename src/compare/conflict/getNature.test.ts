import { describe, expect, it } from 'vitest'
import type { Candidate } from './candidate.js'
import { getNature } from './getNature.js'
import type { Clause } from './storyView.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const { view } = makeTools([
  makeAccount('a', 'One.', { publishedAt: '2031-05-02' }),
  makeAccount('b', 'Two.', { publishedAt: '2031-05-03' }),
])
const make = (
  subject: string,
  low: number,
  otherLow: number,
  speakers: readonly [string, string] = ['', ''],
): Candidate =>
  ({
    kind: 'number',
    nature: 'conflict',
    subject,
    inputs: { low, otherLow, counted: null, otherCounted: null, unit: '' },
    clauses: speakers.map((speaker, account): Pick<Clause, 'account' | 'speaker'> => ({ account, speaker })),
  }) as unknown as Candidate

describe('getNature', () => {
  it('calls a larger growing count in the later account an update, a smaller one a conflict', () => {
    expect(getNature(make('… people were killed', 5, 7), view)).toBe('update')
    expect(getNature(make('… people were killed', 7, 5), view)).toBe('conflict')
  })

  it('calls what moves either way an update in both directions', () => {
    expect(getNature(make('… people are missing', 7, 5), view)).toBe('update')
    expect(getNature(make('… percent of the votes', 51, 49), view)).toBe('update')
  })

  it('calls figures of two sources estimates', () => {
    expect(getNature(make('the wall is … meters long', 7, 5, ['e1', 'e2']), view)).toBe('estimates')
  })

  it('leaves a plain difference a conflict', () => {
    expect(getNature(make('the wall is … meters long', 7, 5, ['e1', '']), view)).toBe('conflict')
  })
})
