import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_RUN, splitTokens } from './index.js'

function split(text: string): string {
  const tokens = splitTokens(text)
  const words: string[] = []
  for (let index = 0; index < tokens.count; index += 1)
    words.push(text.slice(tokens.starts[index]!, tokens.ends[index]!))
  return words.join('|')
}

describe('splitTokens', () => {
  it.each([
    ['splits clitics', "don't Hale's we're I'd she'll", "do|n't|Hale|'s|we|'re|I|'d|she|'ll"],
    ['splits curly clitics', 'can’t Hale’s they’ve', 'ca|n’t|Hale|’s|they|’ve'],
    ['splits a clitic off a closing mark', '“Fog”’s', '“|Fog|”|’s'],
    ['keeps an apostrophe inside a name', "O'Brien Shi'ite", "O'Brien|Shi'ite"],
    ['parts the mark of a plural possessive', "leaders' talks", "leaders|'|talks"],
    ['keeps elisions whole', "'em ’90s", "'em|’90s"],
    ['splits merged words', 'cannot gonna', 'can|not|gon|na'],
    ['keeps abbreviations with their full stops', 'U.S. p.m. Dr. Ph.D. J.', 'U.S.|p.m.|Dr.|Ph.D.|J.'],
    ['parts a full stop from a word', 'The end.', 'The|end|.'],
    ['parts a full stop from a year and a pronoun', 'I. 1999.', 'I|.|1999|.'],
    ['keeps numbers whole', '1,000.5 10:30 9/11 20th 1990s', '1,000.5|10:30|9/11|20th|1990s'],
    ['splits units and signs off numbers', '5pm 30km 20% $5bn', '5|pm|30|km|20|%|$|5|bn'],
    ['keeps a currency of letters and sign', 'US$5 A$3.5m', 'US$|5|A$|3.5|m'],
    ['splits ranges and keeps dates and telephone numbers', '3-4 2025-08-15 555-0142', '3|-|4|2025-08-15|555-0142'],
    ['splits compounds and keeps prefixed words', '14-year-old re-elected', '14|-|year|-|old|re-elected'],
    [
      'keeps addresses, without what ends the sentence',
      'www.example.org/a?b. me@example.org, @ada #tag',
      'www.example.org/a?b|.|me@example.org|,|@ada|#tag',
    ],
    ['sees a missing space', 'end.The', 'end|.|The'],
    ['keeps runs of dots, dashes and marks', 'so... -- ?! …', 'so|...|--|?!|…'],
    ['makes every quotation mark a token', '„a“ «b» ‚c‘ "d"', '„|a|“|«|b|»|‚|c|‘|"|d|"'],
    ['keeps an ampersand inside letters', 'AT&T R&D', 'AT&T|R&D'],
    ['keeps a picture whole', 'hi 👍🏽!', 'hi|👍🏽|!'],
    ['takes empty text and white space', ' \n\u00a0', ''],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toBe(expected)
  })

  it('rebuilds any text from tokens and gaps of white space', () => {
    const unit = fc.oneof(
      fc.constantFrom(...' \n\t.,\'’"“”-—$%@#/:&1a9Bns\u00ad\u200b😀'.split('')),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    )
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('')
        const tokens = splitTokens(text)
        let at = 0
        for (let index = 0; index < tokens.count; index += 1) {
          expect(text.slice(at, tokens.starts[index]!).trim()).toBe('')
          expect(tokens.starts[index]!).toBeGreaterThanOrEqual(at)
          expect(tokens.ends[index]!).toBeGreaterThan(tokens.starts[index]!)
          at = tokens.ends[index]!
        }
        expect(text.slice(at).trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('cuts and reports a run without white space that is no word', () => {
    const tokens = splitTokens(`a ${'x'.repeat(MAX_RUN + 1)} b`)
    expect(tokens.longRuns).toEqual([{ start: 2, end: MAX_RUN + 3 }])
    expect(tokens.count).toBe(5)
  })

  it.each([
    ['a word of 100 KB', 'x'.repeat(100_000)],
    ['dots', '.'.repeat(100_000)],
    ['apostrophes', "'a".repeat(50_000)],
    ['short runs of marks', `${'.-'.repeat(900)} `.repeat(55)],
  ])('reads %s in time', (_, text) => {
    const start = performance.now()
    splitTokens(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
