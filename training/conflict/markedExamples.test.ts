import { expect, it } from 'vitest'
import { readMarks } from './markedExamples.js'

it('reads marks, their two places in one order', () => {
  const text = '# a remark\ns1\tnumber\tb:5-9\ta:1-3\tT\n\ns1\tdate\ta:1-3\tb:5-9\tN\n'
  expect(readMarks(text)).toEqual([
    { story: 's1', family: 'number', site: 'a:1-3 b:5-9', mark: 'T' },
    { story: 's1', family: 'date', site: 'a:1-3 b:5-9', mark: 'N' },
  ])
})

it('says which line it cannot read', () => {
  expect(() => readMarks('s1\tnumber\ta:1-3\tb:5-9\tperhaps')).toThrow(/got "s1\tnumber/)
  expect(() => readMarks('s1\tcolour\ta:1-3\tb:5-9\tT')).toThrow(/expected story, family/)
})
