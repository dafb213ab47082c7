import { describe, expect, it } from 'vitest'
import type { DossierDocument } from '../../dossier/index.js'
import { excerptTold, oneASentence, type Told } from './lines.js'

const text =
  'The ferry, which had left late, hit the reef. “Everyone is safe,” said Vale, and the crew stayed aboard to wait.'
const second = text.indexOf('“')
const document = {
  id: 'a',
  text,
  sentences: [
    [0, second - 1],
    [second, text.length],
  ],
} as unknown as DossierDocument
const documentOf = (id: string) => (id === 'a' ? document : undefined)

function told(words: string): Told {
  const start = text.indexOf(words)
  return { text: words, evidence: [{ document: 'a', start, end: start + words.length, exact: words }] }
}

function show(words: string, limit?: number): string {
  const { before, exact, after, cutBefore, cutAfter } = excerptTold(told(words), documentOf, limit)
  return `${cutBefore ? '…' : ''}${before}[${exact}]${after}${cutAfter ? '…' : ''}`
}

describe('excerptTold', () => {
  it.each([
    ['which had left late', 'The ferry, [which had left late], hit the reef.'],
    ['hit the reef', 'The ferry, which had left late, [hit the reef].'],
  ])('shows the sentence around the piece %s', (words, expected) => {
    expect(show(words)).toBe(expected)
  })

  it.each(['The ferry', 'Everyone is safe', 'the crew stayed aboard', 'Vale'])('leaves %s by itself', (words) => {
    expect(show(words)).toBe(`[${words}]`)
  })

  it('keeps to the limit', () => {
    expect(show('to wait', 30)).toBe('…crew stayed aboard [to wait].')
  })

  it('shows the words where there is no such account', () => {
    expect(excerptTold(told('hit the reef'), () => undefined).exact).toBe('hit the reef')
  })
})

describe('oneASentence', () => {
  it('keeps the first of each sentence', () => {
    const items = ['hit the reef', 'The ferry', 'to wait', 'Everyone is safe'].map(told)
    expect(oneASentence(items, (item) => item, documentOf).map((item) => item.text)).toEqual([
      'hit the reef',
      'to wait',
    ])
  })

  it('gives nothing for nothing', () => {
    expect(oneASentence([], (item: Told) => item, documentOf)).toEqual([])
  })
})
