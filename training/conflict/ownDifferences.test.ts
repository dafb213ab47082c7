import { expect, it } from 'vitest'
import { readDifferences } from './ownDifferences.js'

it('reads stories and what their accounts tell differently', () => {
  expect(readDifferences('# a remark\nstory\ts1\tx\ty\tz\nC\tdate\tA0-9\tB4-7+C1-2\n\nT\tother\tB1-2\tC3-4\n')).toEqual(
    [
      {
        story: 's1',
        documents: ['x', 'y', 'z'],
        conflicts: [
          {
            id: 'k1',
            kind: 'date',
            strength: 'contradiction',
            sides: [
              { spans: [{ document: 'x', start: 0, end: 9 }] },
              {
                spans: [
                  { document: 'y', start: 4, end: 7 },
                  { document: 'z', start: 1, end: 2 },
                ],
              },
            ],
          },
          {
            id: 'k2',
            kind: 'other',
            strength: 'tension',
            sides: [{ spans: [{ document: 'y', start: 1, end: 2 }] }, { spans: [{ document: 'z', start: 3, end: 4 }] }],
          },
        ],
      },
    ],
  )
})

it('says which line it cannot read', () => {
  expect(() => readDifferences('story\ts1\tx\nC\tdate\tA0-9\tB4-7')).toThrow(/got "B4-7" in "C\tdate/)
  expect(() => readDifferences('story\ts1\tx\nN\tdate\tA0-9\tA4-7')).toThrow(/expected C or T/)
  expect(() => readDifferences('C\tdate\tA0-9\tA4-7')).toThrow(/expected C or T/)
  expect(() => readDifferences('story\ts1\tx\nC\tdate\tA0-9')).toThrow(/two sides/)
})
