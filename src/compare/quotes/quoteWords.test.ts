import { describe, expect, it } from 'vitest'
import { isSameWord, splitQuoteWords } from './quoteWords.js'

const norms = (text: string): string[] =>
  splitQuoteWords(text, [{ start: 0, end: text.length }]).map(({ norm }) => norm)

describe('splitQuoteWords', () => {
  it.each([
    ['contractions', 'We don’t, she’ll, it’s, I’m', ['we', 'do', 'not', 'she', 'will', 'it', "'s", 'i', 'am']],
    ['irregular contractions', 'won’t can’t cannot', ['will', 'not', 'can', 'not', 'can', 'not']],
    ['abbreviations', 'the U.K. and the U.S.', ['the', 'uk', 'and', 'the', 'us']],
    ['numbers', '1,200.5 and 7%', ['1200.5', 'and', '7', 'percent']],
    ['masked words', 'f***ing f---ing', ['f*ing', 'f*ing']],
    ['hyphens and accents', 'side-by-side café', ['side', 'by', 'side', 'cafe']],
  ])('splits %s', (_, text, expected) => {
    expect(norms(text)).toEqual(expected)
  })

  it('notes what parts words, and what the outlet supplied', () => {
    const text = 'One. Two … three [and] four'
    const words = splitQuoteWords(text, [
      { start: 0, end: 16 },
      { start: 17, end: 27 },
    ])
    expect(words.map(({ before }) => before)).toEqual(['space', 'sentence', 'ellipsis', 'part', 'space'])
    expect(words.filter(({ bracketed }) => bracketed).map(({ norm }) => norm)).toEqual(['and'])
  })

  it('gives spans that hold the printed words', () => {
    const text = 'She didn’t say “[so]”.'
    for (const { start, end, exact } of splitQuoteWords(text, [{ start: 0, end: text.length }])) {
      expect(text.slice(start, end)).toBe(exact)
    }
  })
})

describe('isSameWord', () => {
  const word = (text: string) => splitQuoteWords(text, [{ start: 0, end: text.length }])
  it.each([
    ['f***ing', 'fucking', true],
    ['f***ing', 'fishing', true],
    ['f***ing', 'walking', false],
    ['Bridge', 'bridge', true],
    ['bridge', 'bridges', false],
    ['twenty', '20', true],
    ['20', 'thirty', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameWord(word(a)[0]!, word(b)[0]!)).toBe(expected)
  })

  it('takes ’s for is and has, but not for was', () => {
    const clitic = word('it’s')[1]!
    expect(['is', 'has', 'was'].map((full) => isSameWord(clitic, word(full)[0]!))).toEqual([true, true, false])
  })
})
