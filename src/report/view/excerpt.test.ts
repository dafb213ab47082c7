import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierDocument } from '../../dossier/index.js'
import { cutExcerpt, findSentence } from './excerpt.js'

function makeDocument(text: string, sentences: [number, number][]): DossierDocument {
  return { id: 'a', text, sentences } as unknown as DossierDocument
}

const text = 'It was dark. The ferry hit the reef. Nobody was hurt.'
const document = makeDocument(text, [
  [0, 12],
  [13, 36],
  [37, 53],
])
const spanOf = (words: string) => {
  const start = text.indexOf(words)
  return { document: 'a', start, end: start + words.length, exact: words }
}

describe('cutExcerpt', () => {
  it('gives the sentence around the words', () => {
    expect(cutExcerpt(document, spanOf('ferry'))).toEqual({
      before: 'The ',
      exact: 'ferry',
      after: ' hit the reef.',
      cutBefore: false,
      cutAfter: false,
    })
  })

  it('gives both sentences where the words cross', () => {
    const { before, after } = cutExcerpt(document, spanOf('reef. Nobody'))
    expect([before, after]).toEqual(['The ferry hit the ', ' was hurt.'])
  })

  it('cuts at a word and says so', () => {
    const cut = cutExcerpt(document, spanOf('ferry'), 12)
    expect(cut).toEqual({ before: 'The ', exact: 'ferry', after: '', cutBefore: false, cutAfter: true })
  })

  it('cuts words longer than the limit', () => {
    const long = makeDocument('x'.repeat(50), [[0, 50]])
    const cut = cutExcerpt(long, { document: 'a', start: 0, end: 50, exact: 'x'.repeat(50) }, 10)
    expect(cut).toMatchObject({ exact: 'x'.repeat(10), cutAfter: true })
  })

  it('goes by lines where there are no sentences', () => {
    const bare = makeDocument('first line\nsecond line', [])
    expect(cutExcerpt(bare, { document: 'a', start: 11, end: 17, exact: 'second' })).toMatchObject({
      before: '',
      after: ' line',
    })
  })

  it('is always a stretch of the account around the words, within the limit', () => {
    fc.assert(
      fc.property(fc.nat(52), fc.nat(20), fc.integer({ min: 1, max: 80 }), (start, length, limit) => {
        const end = Math.min(text.length, start + length + 1)
        const span = { document: 'a', start, end, exact: text.slice(start, end) }
        const { before, exact, after } = cutExcerpt(document, span, limit)
        expect(text).toContain(before + exact + after)
        expect((before + exact + after).length).toBeLessThanOrEqual(Math.max(limit, exact.length))
        expect(span.exact.startsWith(exact)).toBe(true)
      }),
    )
  })
})

describe('findSentence', () => {
  it('finds none between sentences', () => {
    expect(findSentence(document.sentences, 12)).toBeNull()
    expect(findSentence(document.sentences, 13)).toEqual([13, 36])
  })
})
