import { describe, expect, it } from 'vitest'
import { longestStretch } from './encode.js'
import { tokensIn } from './goldTokens.js'
import { parseBrat } from './readCorpus.js'

describe('parseBrat', () => {
  it('counts code points, reads split spans and joins the roles of an event', () => {
    const text = '🙂 “Go,” Ann said. “Now.”'
    const annotation = [
      'T1\tSource 8 11\tAnn',
      'T2\tCue 12 16\tsaid',
      'T3\tContent 3 6;19 23\tGo Now.',
      'T4\tAttribution 12 16\tsaid',
      'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
    ].join('\n')
    const [found] = parseBrat(annotation, text)
    const words = (spans: readonly { start: number; end: number }[]): string[] =>
      spans.map(({ start, end }) => text.slice(start, end))
    expect(words(found!.source)).toEqual(['Ann'])
    expect(words(found!.cue)).toEqual(['said'])
    expect(words(found!.content)).toEqual(['Go,', 'Now.'])
  })
})

describe('tokensIn', () => {
  it('gives the tokens that a span touches', () => {
    const tokens = [
      [0, 2],
      [3, 6],
      [6, 7],
      [8, 12],
    ].map(([start, end]) => ({ start, end }))
    expect(tokensIn(tokens as never, [{ start: 4, end: 9 }])).toEqual([1, 2, 3])
    expect(tokensIn(tokens as never, [{ start: 2, end: 3 }])).toEqual([])
  })
})

describe('longestStretch', () => {
  it('takes the longest run of a cue in pieces', () => {
    expect(longestStretch([2, 5, 6, 7, 9])).toEqual({ start: 5, end: 8 })
    expect(longestStretch([4])).toEqual({ start: 4, end: 5 })
  })
})
