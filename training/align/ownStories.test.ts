import { expect, it } from 'vitest'
import { readFacts } from './ownStories.js'

it('reads stories and what their accounts tell', () => {
  expect(readFacts('# a remark\nstory\ts1\tx\ty\n3\tA0-9\tB4-7\n\n1\tB1-2\n')).toEqual([
    {
      story: 's1',
      documents: ['x', 'y'],
      facts: [
        {
          id: 'f1',
          importance: 3,
          spans: [
            { document: 'x', start: 0, end: 9 },
            { document: 'y', start: 4, end: 7 },
          ],
        },
        { id: 'f2', importance: 1, spans: [{ document: 'y', start: 1, end: 2 }] },
      ],
    },
  ])
})

it('says which line it cannot read', () => {
  expect(() => readFacts('story\ts1\tx\n3\tC0-9')).toThrow(/got "C0-9" in "3\tC0-9"/)
  expect(() => readFacts('story\ts1\tx\n4\tA0-9')).toThrow(/importance 1, 2 or 3/)
  expect(() => readFacts('3\tA0-9')).toThrow(/letter of an account/)
})
