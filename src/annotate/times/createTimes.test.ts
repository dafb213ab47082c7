import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument, withLayer } from '../../document/index.js'
import { readMarked } from '../numbers/testing/makeTokens.js'
import { createTimes } from './createTimes.js'

function makeDocument(text: string, publishedAt: string | null) {
  const { tokens, sentences, text: plain } = readMarked(text)
  const document = createDocument({ id: 'a', text: plain, publishedAt })
  return withLayer(withLayer(document, 'tokens', tokens), 'sentences', sentences)
}

describe('createTimes', () => {
  it('adds the layer and leaves its input as it was', () => {
    const document = makeDocument('They met_VBD on Friday.', '2025-08-16')
    const read = createTimes().annotate(document)
    expect(read.layers.times).toHaveLength(1)
    expect(document.layers.times).toBeUndefined()
    expect(read.diagnostics).toEqual([])
  })

  it('reports once that times are unanchored', () => {
    const read = createTimes().annotate(makeDocument('They met_VBD on Friday and yesterday.', null))
    expect(read.diagnostics).toMatchObject([{ code: 'TIME_UNANCHORED', span: { start: 12, end: 18 } }])
  })

  it('finds nothing in an empty text', () => {
    expect(createTimes().annotate(makeDocument('', null)).layers.times).toEqual([])
  })

  it('gives no days past the year 9999', () => {
    const times = createTimes().annotate(makeDocument('They meet_VBP at the week-end.', '9999-12-31')).layers.times!
    expect(times.map(({ value, range }) => [value, range])).toEqual([[null, null]])
  })

  it('gives sorted spans inside the text that never overlap, whatever the text', () => {
    const words = fc.constantFrom(
      ...`the a of in on to and - , . ' ( ) / : 5 15 2025 1990 1990s May March second last next Friday Monday night early late mid
      end week year days two three half ago later before after every twice at p.m. noon quarter 's BC summer fall \n today
      hundred Christmas Easter GMT from between 12 31 99 first 21st`.split(/ +/),
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }),
        fc.constantFrom('2025-08-16', '0001-01-01', '9999-12-31', null),
        (list, day) => {
          const document = makeDocument(list.join(' '), day)
          const times = createTimes().annotate(document).layers.times!
          let end = 0
          for (const time of times) {
            expect(time.start).toBeGreaterThanOrEqual(end)
            expect(time.end).toBeGreaterThan(time.start)
            if (time.range !== null)
              expect(time.range.start <= time.range.end || time.range.start.startsWith('-')).toBe(true)
            end = time.end
          }
          expect(end).toBeLessThanOrEqual(document.text.length)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('reads 200 KB of hostile repetition in linear time', () => {
    for (const piece of ['the ', '1 and ', 'two hundred ', 'May 5, ', "'", '9/', 'early ', 'last ', '12-', 'half a ']) {
      const document = makeDocument('', '2025-08-16')
      const started = performance.now()
      createTimes().annotate({ ...document, text: piece.repeat(200_000 / piece.length) })
      expect(performance.now() - started).toBeLessThan(5000)
    }
  })
})
