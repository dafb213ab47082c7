import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectTargets, markSentences, nestSpans, type Piece } from '../../web/reading.js'
import { createView } from '../../web/view.js'
import { ferryDossier } from './fixture/story.js'

const TEXT = 'We lost the steering and then we lost the lights.'

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return TEXT.slice(piece.from, piece.to)
      return piece.kind === 'point' ? '' : textOf(piece.pieces)
    })
    .join('')
}

function listSpans(pieces: readonly Piece[]): { readonly key: string; readonly text: string | null }[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'text') return []
    const key = `${piece.span.start}-${piece.span.end}`
    return piece.kind === 'point'
      ? [{ key, text: null }]
      : [{ key, text: textOf(piece.pieces) }, ...listSpans(piece.pieces)]
  })
}

const span = (start: number, end: number) => ({ document: 'a', start, end, exact: TEXT.slice(start, end) })

describe('nestSpans', () => {
  it('nests what lies within and points at what crosses', () => {
    const pieces = nestSpans(0, 20, [span(3, 11), span(3, 7), span(8, 20)])
    expect(textOf(pieces)).toBe('We lost the steering')
    expect(listSpans(pieces)).toEqual([
      { key: '3-11', text: 'lost the' },
      { key: '3-7', text: 'lost' },
      { key: '8-20', text: null },
    ])
  })

  it('keeps every letter and every span, and wraps exactly the words of each', () => {
    const place = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const unique = new Map(
          places.map(([start, length]) => {
            const found = span(start, Math.min(TEXT.length, start + length))
            return [`${found.start}-${found.end}`, found]
          }),
        )
        const spans = [...unique.values()].sort((a, b) => a.start - b.start || b.end - a.end)
        const pieces = nestSpans(0, TEXT.length, spans)
        expect(textOf(pieces)).toBe(TEXT)
        const found = listSpans(pieces)
        expect(found.map(({ key }) => key).sort()).toEqual([...unique.keys()].sort())
        for (const { key, text } of found) if (text !== null) expect(text).toBe(unique.get(key)!.exact)
      }),
    )
  })
})

describe('markSentences', () => {
  const dossier = ferryDossier()
  const marks = markSentences(createView(dossier))
  const markOf = (account: number, words: string) => {
    const at = dossier.documents[account]!.text.indexOf(words)
    return marks[account]!.find((sentence) => sentence.start <= at && at < sentence.end)
  }

  it.each([
    ['disputed', 'The ferry Aurora ran', '#c-1', 3],
    ['agreed', 'Nobody was killed', '#k-2', 2],
    ['alone', 'The harbour authority opened', '#k-6', 0],
  ] as const)('marks a sentence as %s', (mark, words, href, others) => {
    expect(markOf(0, words)).toMatchObject({ mark, href, others })
  })

  it('leaves a sentence unmarked that no finding touches', () => {
    expect(markOf(0, 'It will publish first results')?.mark).toBe('none')
  })
})

describe('collectTargets', () => {
  it('finds the words that a page links to, without repeats', () => {
    const view = createView(ferryDossier())
    const html = '<a href="#w1-76-91">x</a> <a href="#w1-76-91">y</a> <a href="#w9-1-2">z</a> <a href="#c-1">c</a>'
    expect(collectTargets(view, html).map((spans) => spans.map(({ exact }) => exact))).toEqual([
      [],
      ['late on Tuesday'],
      [],
      [],
    ])
  })
})
