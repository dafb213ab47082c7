import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, getLayer } from '../../document/index.js'
import { createCoreference } from './createCoreference.js'
import { parseLexicon } from './lexicon.js'
import { createRanker } from './ranker.js'
import { readPlainly } from './testing/readPlainly.js'

const lexicon = parseLexicon({
  feminine: 'ada maria nora hilda',
  masculine: 'piet tomas victor charles vicente william',
  both: 'robin',
  nicknames: 'charles chuck,william bill',
})
const ranker = createRanker({
  format: 1,
  weights: { person: { none: -1, 'gender=same': 2, 'role=subject': 1, 'distance=2': -1 }, it: {}, they: {} },
})
const coreference = createCoreference({ lexicon, ranker })

/** Mentions of every entity, as the text has them: `Ada Quill|Quill|she`. */
function chains(marked: string): readonly string[] {
  const document = coreference.annotate(readPlainly(marked))
  const mentions = getLayer(document, 'mentions')
  return getLayer(document, 'entities').map((entity) =>
    entity.mentions.map((index) => textOf(document, mentions[index])).join('|'),
  )
}

function textOf(document: Document, span: { start: number; end: number } | undefined): string {
  return span === undefined ? '?' : document.text.slice(span.start, span.end)
}

describe('names of people', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['joins a surname to its full name', '[person Ada Quill] left. [person Quill] won.', ['Ada Quill|Quill']],
    ['joins a surname that comes first', '[person Quill] won. [person Ada Quill] left.', ['Quill|Ada Quill']],
    ['joins a given name', '[person Ada Quill] left. [person Ada] won.', ['Ada Quill|Ada']],
    [
      'takes no acronym for a short surname',
      '[person Ada Jong Un] left. The [organization UN] won. [organization Un] left.',
      ['Ada Jong Un|Un', 'UN'],
    ],
    ['joins middle names and initials', '[person Ada B. Quill] met [person Ada Quill].', ['Ada B. Quill|Ada Quill']],
    ['joins nicknames', '[person Charles Brandt] left. [person Chuck Brandt] won.', ['Charles Brandt|Chuck Brandt']],
    [
      'joins titles inside names',
      '[person President Ada Quill] left. [person Quill] won.',
      ['President Ada Quill|Quill'],
    ],
    ['joins spellings', '[person Vicente Rossi] and [person Vincente Rossi].', ['Vicente Rossi|Vincente Rossi']],
    ['joins romanisations', '[person Tomas Ostrovsky] met [person Ostrovskyy].', ['Tomas Ostrovsky|Ostrovskyy']],
    ['keeps spouses apart', '[person Ada Quill] met [person Piet Quill].', ['Ada Quill', 'Piet Quill']],
    [
      'tells spouses by title',
      '[person Piet Quill] and [person Ada Quill] left. Mrs. [person Quill] won. Mr. [person Quill] spoke.',
      ['Piet Quill|Quill', 'Ada Quill|Quill'],
    ],
    [
      'keeps junior and senior apart',
      '[person Tomas Orr Jr.] met [person Tomas Orr Sr.].',
      ['Tomas Orr Jr.', 'Tomas Orr Sr.'],
    ],
    ['finds a person by title alone', 'Sen. Jaro Velk said so.', ['Jaro Velk']],
  ]
  it.each(cases)('%s', (_, marked, expected) => {
    expect(chains(marked)).toEqual(expected)
  })
})

describe('names of bodies and places', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'joins an acronym',
      'The [organization Northern Trade Council] met. The [organization NTC] left.',
      ['Northern Trade Council|NTC'],
    ],
    ['joins legal forms', '[organization Vantor Inc.] won. [organization Vantor] left.', ['Vantor Inc.|Vantor']],
    ['joins country names', 'The [place U.S.] and the [place United States].', ['U.S.|United States']],
    [
      'keeps a part from its whole',
      'The [organization Senate] and the [organization Senate Budget Committee].',
      ['Senate', 'Senate Budget Committee'],
    ],
    [
      'takes in a possessive that possesses nothing',
      'From [organization Holm & Orr]’s, the bank.',
      ['Holm & Orr’s|the bank'],
    ],
    ['leaves a possessive that possesses', 'From [organization Vantor]’s bank.', ['Vantor', 'Vantor’s bank']],
    ['keeps a people from its country', '[place Russia] and [group Russians].', ['Russia', 'Russians']],
  ]
  it.each(cases)('%s', (_, marked, expected) => {
    expect(chains(marked)).toEqual(expected)
  })
})

describe('pronouns', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['follow gender', '[person Ada Quill] met [person Piet Orr]. He won. She left.', ['Ada Quill|She', 'Piet Orr|He']],
    ['do not mean places', '[person Ada Quill] left [place Brno]. She won.', ['Ada Quill|She', 'Brno']],
  ]
  it.each(cases)('%s', (_, marked, expected) => {
    expect(chains(marked)).toEqual(expected)
  })
})

it('gives every mention one entity or none, and entities point back', () => {
  const piece = fc.constantFrom(
    '[person Ada Quill] left. ',
    'She said [person Quill] met [person Piet Quill]. ',
    'Mrs. [person Quill] told them. ',
    'The [organization Northern Trade Council] and the [organization NTC] met it. ',
    'They won “in [place Brno] and he left.” ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const document = coreference.annotate(readPlainly(pieces.join('')))
      const mentions = getLayer(document, 'mentions')
      const entities = getLayer(document, 'entities')
      mentions.forEach((mention, index) => {
        expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1]?.start ?? 0)
        if (mention.entity >= 0) expect(entities[mention.entity]?.mentions).toContain(index)
      })
      entities.forEach((entity, number) => {
        expect(entity.mentions.length).toBeGreaterThan(0)
        for (const index of entity.mentions) expect(mentions[index]?.entity).toBe(number)
        expect(entity.name).not.toBe('')
      })
    }),
  )
})
