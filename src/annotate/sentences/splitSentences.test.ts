import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitTokens } from '../tokens/index.js'
import { MAX_SENTENCE, splitSentences } from './index.js'

function split(text: string): string[] {
  const tokens = splitTokens(text)
  return splitSentences(text, tokens).map((range) =>
    text.slice(tokens.starts[range.firstToken]!, tokens.ends[range.endToken - 1]!),
  )
}

function kinds(text: string): string[] {
  return splitSentences(text, splitTokens(text)).map((range) => range.kind)
}

describe('splitSentences', () => {
  it.each([
    ['keeps a closing mark with what it closes', 'He said “no.” She left.', ['He said “no.”', 'She left.']],
    ['splits inside a quotation', '“No. Never,” he said.', ['“No.', 'Never,” he said.']],
    ['goes on after a question that somebody asked', '“Why?” Crane asked.', ['“Why?” Crane asked.']],
    ['does not end at a title', 'I met Dr. Moss.', ['I met Dr. Moss.']],
    ['ends at an abbreviation before a word that is never a name', 'In the U.S. The end.', ['In the U.S.', 'The end.']],
    ['ends at a line feed', 'One\nTwo', ['One', 'Two']],
    ['keeps spaced marks with their sentence', '" No . " He left .', ['" No . "', 'He left .']],
    ['gives a dateline a sentence of its own', 'ROME (AP) — It ended.', ['ROME (AP) —', 'It ended.']],
    [
      'knows a dateline without a dash by its agency',
      'Port Alder (CNN) Mayor Ines Roth left.',
      ['Port Alder (CNN)', 'Mayor Ines Roth left.'],
    ],
    ['takes no other bracket for an agency', 'Ines Roth (IND) President left.', ['Ines Roth (IND) President left.']],
    ['takes empty text', '', []],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it.each([
    ['a heading has no final mark', 'Fire in the Hall\nIt burned.', ['heading', 'text']],
    ['what stands around an article is furniture', 'It burned.\nCopyright 2026 Lindow Post', ['text', 'furniture']],
    ['a caption in a text is furniture', 'It burned. Hide Caption 4 of 22 Photos: The hall.', ['text', 'furniture']],
    ['an item starts with a bullet or a number', '• one fire\n1. Two fires.', ['list', 'list']],
    ['a dateline is neither', 'ROME — It ended.', ['dateline', 'text']],
  ])('kind: %s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('counts paragraphs by runs of line feeds', () => {
    const text = 'A b. C d.\n\n\nE f.'
    expect(splitSentences(text, splitTokens(text)).map((range) => range.paragraph)).toEqual([0, 0, 1])
  })

  it('cuts a sentence that never ends', () => {
    const lengths = splitSentences('a '.repeat(2000), splitTokens('a '.repeat(2000))).map(
      (range) => range.endToken - range.firstToken,
    )
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_SENTENCE + 1)
  })

  it('puts every token into exactly one sentence, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aB1 .?!"”“’\n-—()U.S. '.split('')), maxLength: 80 }),
        (text) => {
          const tokens = splitTokens(text)
          let next = 0
          for (const range of splitSentences(text, tokens)) {
            expect(range.firstToken).toBe(next)
            expect(range.endToken).toBeGreaterThan(range.firstToken)
            next = range.endToken
          }
          expect(next).toBe(tokens.count)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
