import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLexicon } from '../../annotate/coreference/lexicon.js'
import { createRanker } from '../../annotate/coreference/ranker.js'
import { createCoreference } from '../../annotate/coreference/createCoreference.js'
import { readPlainly } from '../../annotate/coreference/testing/readPlainly.js'
import type { Document } from '../../document/index.js'
import { linkEntities } from './linkEntities.js'

const lexicon = parseLexicon({
  feminine: 'ada maria nora',
  masculine: 'piet tomas jorge juan charles vicente',
  both: '',
  nicknames: 'charles chuck',
})
const ranker = createRanker({
  format: 1,
  weights: { person: { none: -1, 'gender=same': 2, 'role=subject': 1, 'distance=2': -1 }, it: {}, they: {} },
})
const coreference = createCoreference({ lexicon, ranker })

function read(texts: readonly string[]): readonly Document[] {
  return texts.map((text, index) => coreference.annotate(readPlainly(text, `d${String(index).padStart(4, '0')}`)))
}

/** `name (number of documents)`, in order. */
function names(texts: readonly string[]): readonly string[] {
  return linkEntities(read(texts), { lexicon }).map((entity) => `${entity.name} (${entity.members.length})`)
}

describe('identity across accounts', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['joins equal names', ['[person Ada Quill] won.', '[person Ada Quill] left.'], ['Ada Quill (2)']],
    ['joins a surname to the only full name', ['[person Quill] won.', '[person Ada Quill] left.'], ['Ada Quill (2)']],
    [
      'leaves a surname alone where two people bear it',
      ['[person Quill] won.', '[person Ada Quill] met [person Piet Quill].'],
      ['Ada Quill (1)', 'Piet Quill (1)', 'Quill (1)'],
    ],
    ['joins nicknames', ['[person Charles Brandt] won.', '[person Chuck Brandt] won.'], ['Charles Brandt (2)']],
    ['joins spellings', ['[person Tomas Ostrovsky] won.', '[person Tomas Ostrovskyy] won.'], ['Tomas Ostrovskyy (2)']],
    [
      'joins slips in given names',
      ['[person Vicente Rossi] won.', '[person Vincente Rossi] won.'],
      ['Vincente Rossi (2)'],
    ],
    [
      'keeps an initial that fits two apart',
      ['[person J. Ortega] won.', '[person Juan Ortega] won.', '[person Jorge Ortega] won.'],
      ['J. Ortega (1)', 'Jorge Ortega (1)', 'Juan Ortega (1)'],
    ],
    [
      'joins acronyms',
      ['The [organization NTC] won.', 'The [organization Northern Trade Council] won.'],
      ['Northern Trade Council (2)'],
    ],
    [
      'calls the place of a dateline as the text calls it',
      ['[place LARKIN] burns. [place Larkin] weeps.', '[place Larkin] won.'],
      ['Larkin (2)'],
    ],
    [
      'calls a place as most accounts do',
      ['[place Larkin] burns.', '[place Larkin] weeps.', 'In [place Larkin Bay] and [place Larkin] they met.'],
      ['Larkin (3)'],
    ],
    [
      'calls nobody as a heading shouts',
      ['[organization NORVIAN SUPREME COURT] met.', 'The [organization Supreme Court] met.'],
      ['Supreme Court (2)'],
    ],
    [
      'calls a body without what one account glues to it',
      [
        '[organization NTC] won.',
        '[organization NTC] lost.',
        '[organization NTC] met.',
        'The [organization Pier Avenue NTC] met.',
      ],
      ['NTC (4)'],
    ],
    ['gives no entity for no documents', [], []],
  ]
  it.each(cases)('%s', (_, texts, expected) => {
    expect(names(texts)).toEqual(expected)
  })
})

it('keeps other spellings as aliases', () => {
  const [entity] = linkEntities(read(['[person Vicente Rossi] won.', '[person Vincente Rossi] won.']), { lexicon })
  expect(entity?.aliases).toEqual(['Vicente Rossi'])
})

it('does not depend on the order of the documents, and never joins two entities of one document', () => {
  const piece = fc.constantFrom(
    '[person Ada Quill] won. ',
    '[person Quill] met [person Piet Quill]. ',
    '[person A. Quill] left. ',
    'The [organization NTC] and [organization Northern Trade Council]. ',
    '[person Ostrovsky] met [person Tomas Ostrovskyy]. ',
    '[person Nora Tal] told them. She left. ',
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.nat(), (texts, seed) => {
      const documents = read(texts)
      const linked = linkEntities(documents, { lexicon })
      const turned = [...documents.slice(seed % documents.length), ...documents.slice(0, seed % documents.length)]
      expect(linkEntities(turned, { lexicon })).toEqual(linked)
      const seen = new Set<string>()
      for (const entity of linked) {
        expect(new Set(entity.members.map((member) => member.documentId)).size).toBe(entity.members.length)
        for (const member of entity.members) seen.add(`${member.documentId}/${member.entity}`)
      }
      expect(seen.size).toBe(linked.reduce((sum, entity) => sum + entity.members.length, 0))
    }),
  )
})

it('links three thousand accounts of one story in seconds', () => {
  const documents = read(
    Array.from(
      { length: 3000 },
      (_, i) => `[person Ada Quill] met [person Piet Quill]. [person Quill] left [place Town${i}].`,
    ),
  )
  const started = performance.now()
  const linked = linkEntities(documents, { lexicon })
  expect(performance.now() - started).toBeLessThan(5000)
  expect(linked[0]?.members.length).toBe(3000)
})
