import { describe, expect, it } from 'vitest'
import type { Attribution } from '../layers.js'
import { nameRepeated } from './repeatedWords.js'

/** The quotations of a text between curly marks; those before `said` have a cue and Ann Lee for a speaker, the others neither. */
function quotations(text: string): readonly Attribution[] {
  return [...text.matchAll(/“([^”]+)”( said)?/g)].map((match): Attribution => {
    const start = match.index + 1
    const end = start + match[1]!.length
    const cue = match[2] === undefined ? [] : [{ start: end + 2, end: end + 6 }]
    return {
      start,
      end,
      kind: 'direct',
      content: [{ start, end }],
      cue,
      source: [],
      cueLemma: cue.length === 0 ? null : 'say',
      speaker: cue.length === 0 ? { entities: [], name: null } : { entities: [0], name: 'Ann Lee' },
      addressee: null,
      when: -1,
      probability: 1,
    }
  })
}

describe('nameRepeated', () => {
  it.each([
    ['a heading', '“We stay”: a night at the harbour\n\n“Here we stay” said Lee.', ['Ann Lee', 'Ann Lee']],
    [
      'the first paragraph',
      'It was “a great mess”, the town hears.\n\nThis is “a great mess” said Lee.',
      ['Ann Lee', 'Ann Lee'],
    ],
    ['a line of its own', 'It rained.\n\n“Here we stay!”\n\n“Here we stay” said Lee.', ['Ann Lee', 'Ann Lee']],
    [
      'a long stretch anywhere',
      'So.\n\nThey wrote “we will stay here forever”.\n\n“Now we will stay here forever” said Lee.',
      ['Ann Lee', 'Ann Lee'],
    ],
    ['no short words in a sentence', 'So.\n\nThey wrote “we stay”.\n\n“Here we stay” said Lee.', [null, 'Ann Lee']],
    ['no other words', '“We leave”: a night\n\n“Here we stay” said Lee.', [null, 'Ann Lee']],
  ])('gives %s the speaker of the same words', (_, text, expected) => {
    expect(nameRepeated(text, quotations(text)).map(({ speaker }) => speaker.name)).toEqual(expected)
  })

  it('gives back nothing for nothing', () => {
    expect(nameRepeated('', [])).toEqual([])
  })
})
