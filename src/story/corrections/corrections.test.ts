import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../document/index.js'
import { NO_CORRECTIONS, parseCorrections } from './corrections.js'

const id = (name: string): DocumentId => name as DocumentId
const parse = (value: object) => parseCorrections(JSON.stringify({ format: 'synoptic-corrections/1', ...value }))

describe('parseCorrections', () => {
  it('carries together from list to list', () => {
    const corrections = parse({
      together: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    })
    expect([...corrections.together(id('a'))].sort()).toEqual(['b', 'c'])
    expect(corrections.together(id('z'))).toEqual([])
  })

  it('parts all that is together with the parted', () => {
    const corrections = parse({ together: [['a', 'b']], apart: [['b', 'c']] })
    expect(corrections.areApart(id('a'), id('c'))).toBe(true)
    expect(corrections.areApart(id('c'), id('a'))).toBe(true)
    expect(corrections.areApart(id('a'), id('b'))).toBe(false)
    expect(corrections.isApart(id('z'))).toBe(false)
  })

  it('gives titles and lists every account named', () => {
    const corrections = parse({ titles: { a: 'The flood' }, apart: [['c', 'b']] })
    expect(corrections.titleOf(id('a'))).toBe('The flood')
    expect(corrections.titleOf(id('b'))).toBeNull()
    expect(corrections.documents).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['{', /no valid JSON/],
    ['{"format":"other/1"}', /format/],
    ['{"format":"synoptic-corrections/1","together":[["a"]]}', /together\.0/],
    ['{"format":"synoptic-corrections/1","separate":[]}', /give \{"format"/],
  ])('refuses %s', (text, message) => {
    expect(() => parseCorrections(text)).toThrow(message)
  })

  it('refuses what it says both ways', () => {
    expect(() =>
      parse({
        together: [
          ['a', 'b'],
          ['b', 'c'],
        ],
        apart: [['a', 'c']],
      }),
    ).toThrow(/both/)
  })

  it('says nothing when there are none', () => {
    expect(NO_CORRECTIONS.documents).toEqual([])
  })
})
