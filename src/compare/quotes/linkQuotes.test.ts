import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Attribution } from '../../attribute/index.js'
import type { DocumentId } from '../../document/index.js'
import { alignWords } from './alignWords.js'
import { readLinkFeatures, scoreLink } from './linkFeatures.js'
import { findCandidates, linkQuotes } from './linkQuotes.js'
import { splitQuoteWords } from './quoteWords.js'
import type { StoryQuote } from './storyQuotes.js'
import { createWordWeight } from './wordWeights.js'

/** Quotations as `account: text with “the words”`, all by one speaker unless a name stands in front: `account Roe: …`. */
function read(lines: readonly string[]): readonly StoryQuote[] {
  return lines.map((line, index) => {
    const [head = '', text = ''] = line.split(': ')
    const [documentId, speaker = 'lee'] = head.split(' ')
    const content = [{ start: text.indexOf('“') + 1, end: text.indexOf('”') }]
    const words = splitQuoteWords(text, content)
    const attribution = { content } as unknown as Attribution
    return {
      documentId: documentId as DocumentId,
      index,
      text,
      attribution,
      words,
      speakers: [speaker],
      surname: speaker,
    }
  })
}

/** Long words are rare. */
const rarity = (norm: string): number => Math.min(9, norm.length)

function links(lines: readonly string[]): number {
  const quotes = read(lines)
  return linkQuotes(quotes, createWordWeight(quotes.map(({ words }) => words)), rarity).length
}

it.each([
  [
    'one rare word with the sentence it was cut from',
    ['a: He called it “outlandish” on Monday.', 'b: Lee said, “This is an outlandish plan.”'],
    1,
  ],
  [
    'no word that the other account has elsewhere too',
    [
      'a: Crews were “ready” on Monday.',
      'b: The port was ready. “We are supplied, staffed and ready for whatever the sea may bring to this town.” All got ready.',
    ],
    0,
  ],
  [
    'no word of another speaker',
    ['a roe: She called it “outlandish” on Monday.', 'b: Lee said, “This is an outlandish plan.”'],
    0,
  ],
] as const)('links %s', (_, lines, expected) => {
  expect(links(lines)).toBe(expected)
})

it('counts other forms of a word as told, and as matched only the same', () => {
  const [a, b] = read([
    'a: They showed “sincere interest in peace” there.',
    'b: Lee said, “We are sincerely interested in peace.”',
  ]) as [StoryQuote, StoryQuote]
  const weight = createWordWeight([a.words, b.words])
  const features = readLinkFeatures(a, b, alignWords(a.words, b.words, weight), weight, rarity)
  expect(features?.forms).toBe(1)
  expect(features?.coverShort).toBeLessThan(0.6)
})

it('leaves out no pair unaligned that aligning would link', () => {
  const word = fc.constantFrom(
    ...'harbour favour favor bridge bridges twenty 20 f***ing fucking Gen. General it’s is has I’d would the a of and not'.split(
      ' ',
    ),
  )
  const quotation = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `“${words.join(' ')}”`)
  const speaker = fc.constantFrom('lee', 'roe')
  fc.assert(
    fc.property(fc.array(fc.tuple(speaker, quotation), { minLength: 2, maxLength: 6 }), (said) => {
      const quotes = read(said.map(([name, words], at) => `d${at} ${name}: He said ${words}.`))
      const weight = createWordWeight(quotes.map(({ words }) => words))
      const expected = findCandidates(quotes).filter(([a, b]) => {
        const pairs = alignWords(quotes[a]!.words, quotes[b]!.words, weight)
        const features = readLinkFeatures(quotes[a]!, quotes[b]!, pairs, weight, rarity)
        return features !== null && scoreLink(features) >= 0.45
      })
      expect(linkQuotes(quotes, weight, rarity).map(({ a, b }) => [a, b])).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
