import { describe, expect, it } from 'vitest'
import { readPairText } from './pairText.js'

describe('readPairText', () => {
  it('says which words a denial reaches', () => {
    const { words } = readPairText('Not one ferry sailed, but trams ran.')
    expect(words.filter((word) => word.denied).map((word) => word.norm)).toEqual(['one', 'ferry', 'sailed'])
  })

  it('takes a quoted “no” for a word that is named', () => {
    const { words } = readPairText('The lone “no” vote came from Ruiz.')
    expect(words.some((word) => word.denied || word.negated)).toBe(false)
  })

  it('reads numbers in figures and words', () => {
    expect(readPairText('Twelve of 3,400 ferries, some 2 million tons.').numbers).toEqual([12, 3400, 2_000_000])
  })

  it('reads nothing from nothing', () => {
    expect(readPairText('')).toEqual({ words: [], numbers: [] })
  })
})
