import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCardinal, parseOrdinal } from './parseNumber.js'
import { splitPieces } from './pieces.js'

describe('splitPieces', () => {
  it('rebuilds the text from pieces and the white space between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const pieces = splitPieces(text)
        let end = 0
        for (let index = 0; index < pieces.count; index++) {
          expect(text.slice(end, pieces.start[index]!).trim().replaceAll('\u200b', '')).toBe('')
          end = pieces.end[index]!
        }
        expect(text.slice(end).trim().replaceAll('\u200b', '')).toBe('')
      }),
    )
  })

  it.each([
    ['1,500.5 men', ['1,500.5', 'men']],
    ['mid-2024', ['mid', '-', '2024']],
    ['15.8.2025', ['15', '.', '8', '.', '2025']],
    ['1.500.000', ['1.500.000']],
    ['don’t', ['don', "'", 't']],
    ['5,2000', ['5', ',', '2000']],
    ['a\n\nb', ['a', '\n', 'b']],
  ])('cuts %j', (text, wanted) => {
    expect(splitPieces(text).norm).toEqual(wanted)
  })
})

describe('parseCardinal', () => {
  it.each([
    ['5', 5],
    ['1,500', 1500],
    ['1.500.000', 1_500_000],
    ['2.5 million', 2_500_000],
    ['3bn', 3e9],
    ['5k', 5000],
    ['twelve', 12],
    ['twenty-five', 25],
    ['twenty five', 25],
    ['two hundred and fifty', 250],
    ['three hundred thousand', 300_000],
    ['one million two hundred thousand', 1_200_000],
    ['1½', 1.5],
    ['nineteen hundred', 1900],
  ])('reads %s', (text, value) => {
    const pieces = splitPieces(text)
    expect(parseCardinal(pieces, 0)).toMatchObject({ value, end: pieces.count })
  })

  it.each([
    ['five six', 1],
    ['ten twenty', 1],
    ['one and two', 1],
    ['hundred men', -1],
    ['men', -1],
  ])('stops in %s', (text, end) => {
    expect(parseCardinal(splitPieces(text), 0)?.end ?? -1).toBe(end)
  })
})

describe('parseOrdinal', () => {
  it.each([
    ['21st', 21],
    ['third', 3],
    ['twenty-first', 21],
    ['thirtieth', 30],
  ])('reads %s', (text, value) => {
    expect(parseOrdinal(splitPieces(text), 0)?.value).toBe(value)
  })

  it('leaves other words', () => {
    expect(parseOrdinal(splitPieces('21 men'), 0)).toBeNull()
    expect(parseOrdinal(splitPieces('twenty'), 0)).toBeNull()
  })
})
