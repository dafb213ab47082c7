import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from './findQuotations.js'

const show = (text: string): string[] =>
  findQuotations(text).map((q) => `${'>'.repeat(q.depth)}${q.continues ? '+' : ''}${text.slice(q.start, q.end)}`)

describe('findQuotations', () => {
  it.each([
    ['curly', '“Go on,” she said. “Now.”', ['Go on', 'Now.']],
    ['straight', 'He said: "A plan" and "B".', ['A plan', 'B']],
    ['guillemets', 'Il dit « bonjour », puis « salut ».', ['bonjour', 'salut']],
    ['German low marks', '„Guten Tag“, sagte er. „Bis bald.“', ['Guten Tag', 'Bis bald.']],
    ['German guillemets', '»Guten Tag«, sagte er.', ['Guten Tag']],
    ['TeX marks', "``So it goes,'' he wrote.", ['So it goes']],
    ['spaced straight marks', '" Spaced out , " he said', ['Spaced out']],
    ['British single marks', "'It's the workers' day,' she said.", ["It's the workers' day"]],
    ['curly single marks with a possessive', '‘The leaders’ plan is good,’ he said.', ['The leaders’ plan is good']],
    ['two single marks for a double one', 'A “letter’’ arrived.', ['letter']],
    ['glued marks', '"A"—"B"', ['A', 'B']],
    ['no space before the mark', 'He said,"no space."', ['no space.']],
  ])('reads %s', (_, text, expected) => {
    expect(show(text)).toEqual(expected)
  })

  it.each([
    ['double in single', '‘He said “go” to us,’ she said', ['He said “go” to us', '>go']],
    ['single in double', '“I said ‘no’ twice,” he said', ['I said ‘no’ twice', '>no']],
    ['straight in straight', '"He called it a "great" day," she said', ['He called it a "great" day', '>great']],
  ])('nests %s', (_, text, expected) => {
    expect(show(text)).toEqual(expected)
  })

  it.each([
    ['contractions and elisions', "rock 'n' roll 'til dawn, don't tell 'em about the '90s"],
    ['feet and inches', 'a 6\'2" man with a 9" nail'],
    ['plural possessives', 'the players’ coach met the owners’ lawyers'],
    ['a mark left open in mid-paragraph', 'She wrote "unclosed here.\nAnother paragraph.'],
    ['empty marks', 'He typed "" and “ ”.'],
  ])('takes %s for no quotation', (_, text) => {
    expect(show(text)).toEqual([])
  })

  it.each([
    ['takes up a quotation with repeated marks', '“One.\n\n“Two.\n\n“Three,” he said.', ['One.', '+Two.', '+Three']],
    ['runs on over lines without repeated marks', 'He said, “One.\nTwo.” Then left.', ['One.', '+Two.']],
    ['closes at the end of the paragraph what nothing closes', '“A forgotten mark.\nNext.', ['A forgotten mark.']],
    ['lets a stray opening mark go', '"Stray, he said. "Right here," she said.', ['Right here']],
    ['lets a stray closing mark go', 'No opening here” he said, “but here”.', ['but here']],
    ['reads headings', 'Mayor: ‘Not on my watch’\n\nThe mayor spoke.', ['Not on my watch']],
  ])('%s', (_, text, expected) => {
    expect(show(text)).toEqual(expected)
  })

  it('keeps spans inside the text and inside their marks, whatever the text', () => {
    const pieces = fc.constantFrom(
      '"',
      '“',
      '”',
      "'",
      '‘',
      '’',
      '«',
      '»',
      '„',
      '``',
      "''",
      ' ',
      '\n',
      'a',
      'S',
      's',
      '.',
      ',',
      '9',
      '(',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        let before = 0
        for (const { open, start, end, close } of findQuotations(text)) {
          expect(open).toBeGreaterThanOrEqual(before)
          expect([open <= start, start < end, end <= close, close <= text.length]).toEqual([true, true, true, true])
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          before = open
        }
      }),
    )
  })

  it('stays linear on hostile input', () => {
    const text = '“'.repeat(20_000) + '”'.repeat(20_000)
    const began = performance.now()
    findQuotations(text)
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
