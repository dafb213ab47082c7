import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierDocument } from '../../dossier/index.js'
import { nameAccounts, orderAccounts } from './accounts.js'

type Facts = readonly [outlet: string | null, publishedAt: string | null, title: string | null]

function names(accounts: readonly Facts[]): string[] {
  const documents = accounts.map(([outlet, publishedAt, title], i) => ({ id: `x${i}`, outlet, publishedAt, title }))
  return [...nameAccounts(documents as unknown as DossierDocument[]).values()]
}

describe('nameAccounts', () => {
  const cases: readonly (readonly [string, readonly Facts[], readonly string[]])[] = [
    [
      'leaves outlets that occur once as they are',
      [
        ['Post', '2013-04-15', 'A'],
        ['Herald', '2013-04-15', 'B'],
      ],
      ['Post', 'Herald'],
    ],
    [
      'tells two accounts of one outlet apart by the day',
      [
        ['Post', '2013-04-15', 'A'],
        ['Post', '2013-04-16', 'A'],
      ],
      ['Post 15 Apr', 'Post 16 Apr'],
    ],
    [
      'by the hour on one day',
      [
        ['Post', '2013-04-15T09:30:00Z', 'A'],
        ['Post', '2013-04-15T14:05:00Z', 'A'],
      ],
      ['Post 09:30', 'Post 14:05'],
    ],
    [
      'by the opening of the title where the days do not tell',
      [
        ['Post', '2013-04-15', 'Two arrested after the fire at Lindow harbour'],
        ['Post', '2013-04-15', 'Mayor speaks'],
        ['Post', '2013-04-16', null],
      ],
      ['Post 15 Apr (Two arrested after the…)', 'Post 15 Apr (Mayor speaks)', 'Post 16 Apr'],
    ],
    [
      'by the id where all else is alike',
      [
        ['Post', null, 'A'],
        ['Post', null, 'A'],
      ],
      ['Post (x0)', 'Post (x1)'],
    ],
    [
      'names an account without outlet by the opening of its title, then by its id',
      [
        [null, null, 'Nine dead and forty missing after the dam above Lindow broke'],
        [' ', null, null],
      ],
      ['Nine dead and forty missing after the dam above…', 'x1'],
    ],
    ['gives nothing for no accounts', [], []],
  ]
  it.each(cases)('%s', (_, accounts, expected) => {
    expect(names(accounts)).toEqual(expected)
  })

  it('never gives two accounts one name', () => {
    const outlet = fc.constantFrom('Post', 'Post 15 Apr', null)
    const day = fc.constantFrom('2013-04-15', '2013-04-15T09:30:00Z', null)
    const title = fc.constantFrom('A', 'A (x1)', 'Post', null)
    fc.assert(
      fc.property(fc.array(fc.tuple(outlet, day, title), { maxLength: 6 }), (accounts) => {
        expect(new Set(names(accounts)).size).toBe(accounts.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('orderAccounts', () => {
  it('goes by publication, the undated last, then by name', () => {
    const dates = [null, '2013-04-16', '2013-04-15T14:05:00Z', '2013-04-15', '2013-04-16']
    const documents = dates.map((publishedAt, i) => ({ id: `x${i}`, publishedAt }) as DossierDocument)
    const titles = new Map(documents.map(({ id }, i) => [id, ['A', 'Post', 'C', 'D', 'Herald'][i]!]))
    expect(orderAccounts(documents, titles).map(({ id }) => titles.get(id))).toEqual(['D', 'C', 'Herald', 'Post', 'A'])
  })
})
