import { describe, expect, it } from 'vitest'
import { CopyIndex, fingerprint, SHINGLE, sharedShare } from './copyIndex.js'
import { hashShingles, hashWords } from './shingles.js'

const words = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => `word${from + i}`)
const print = (list: readonly string[]) => fingerprint(hashShingles(hashWords(list.join(' ')), SHINGLE))

describe('CopyIndex', () => {
  it('finds a short part cut out of a long account', () => {
    const index = new CopyIndex<string>()
    index.add('long', print(words(0, 2000)))
    expect(index.find(print(words(700, 90)))).toEqual([{ key: 'long', share: 1 }])
  })

  it('finds a long account that holds a short one', () => {
    const index = new CopyIndex<string>()
    index.add('short', print(words(700, 90)))
    expect(index.find(print(words(0, 2000)))[0]?.key).toBe('short')
  })

  it('finds both parents of an account merged from two', () => {
    const index = new CopyIndex<string>()
    index.add('a', print(words(0, 300)))
    index.add('b', print(words(5000, 300)))
    const found = index.find(print([...words(0, 200), ...words(5000, 200)]))
    expect(found.map(({ key }) => key).sort()).toEqual(['a', 'b'])
  })

  it('passes over accounts that share less than half', () => {
    const index = new CopyIndex<string>()
    index.add('a', print(words(0, 300)))
    expect(index.find(print([...words(0, 100), ...words(9000, 300)]))).toEqual([])
  })

  it('forgets what was removed', () => {
    const index = new CopyIndex<string>()
    index.add('a', print(words(0, 100)))
    index.remove('a')
    index.remove('never there')
    expect(index.find(print(words(0, 100)))).toEqual([])
  })

  it('finds nothing in texts shorter than one run', () => {
    expect(sharedShare(print(words(0, 3)), print(words(0, 3)))).toBe(0)
  })
})
