import { describe, expect, it } from 'vitest'
import type { DossierSpan } from '../../dossier/index.js'
import { classifyColumns, markVariants, splitContent } from './variants.js'

/** A row of cells at the places the words have in the text; `·` is a gap. */
function row(text: string, picture: string): (DossierSpan | null)[] {
  let from = 0
  return picture.split(' ').map((word) => {
    if (word === '·') return null
    const start = text.indexOf(word, from)
    from = start + word.length
    return { document: 'a', start, end: from, exact: word }
  })
}

const one = 'we lost the lights, he'
const two = 'We lost all the lights, they'
const variants = [row(one, 'we lost · the lights he'), row(two, 'We lost all the lights they')]

describe('classifyColumns', () => {
  it('tells same, missing and other words apart; case makes no difference', () => {
    expect(classifyColumns(variants)).toEqual(['same', 'same', 'gap', 'same', 'same', 'differ'])
  })

  it('has nothing to say without quotes', () => {
    expect(classifyColumns([])).toEqual([])
  })
})

describe('markVariants', () => {
  it('marks other words and words dropped from the middle', () => {
    expect(markVariants(variants)).toEqual([
      [false, false, false, false, false, true],
      [false, false, true, false, false, true],
    ])
  })

  it('leaves words unmarked that a shorter quotation only lacks at its end', () => {
    const cut = [row('we lost', 'we lost · ·'), row('we lost the lights', 'we lost the lights')]
    expect(markVariants(cut).flat()).not.toContain(true)
  })
})

describe('splitContent', () => {
  const marks = markVariants(variants)
  const content = (text: string): DossierSpan => ({ document: 'a', start: 0, end: text.length, exact: text })

  it('keeps every letter of the words said', () => {
    for (const [i, text] of [one, two].entries()) {
      const parts = splitContent(content(text), variants[i], marks[i])
      expect(parts.map((part) => part.text).join('')).toBe(text)
    }
  })

  it('marks what differs and shows where words are left out', () => {
    expect(splitContent(content(one), variants[0], marks[0])).toEqual([
      { text: 'we lost ', marked: false, gapBefore: false },
      { text: 'the', marked: false, gapBefore: true },
      { text: ' lights, ', marked: false, gapBefore: false },
      { text: 'he', marked: true, gapBefore: false },
    ])
  })

  it('joins neighbours that differ', () => {
    const differing = [row('a b c', 'a b c'), row('x y c', 'x y c')]
    const parts = splitContent(content('a b c'), differing[0], markVariants(differing)[0])
    expect(parts.map((part) => part.text)).toEqual(['a b', ' c'])
  })

  it('is one plain stretch without a collation', () => {
    expect(splitContent(content(one), undefined, undefined)).toEqual([{ text: one, marked: false, gapBefore: false }])
  })
})
