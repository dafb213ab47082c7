import { describe, expect, it } from 'vitest'
import { getLayer } from '../../document/index.js'
import { createCoreference } from './createCoreference.js'
import { parseLexicon } from './lexicon.js'
import { createRanker } from './ranker.js'
import { readPlainly } from './testing/readPlainly.js'

const coreference = createCoreference({
  lexicon: parseLexicon({ feminine: 'ada nora', masculine: 'piet tomas', both: '', nicknames: '' }),
  ranker: createRanker({
    format: 1,
    weights: { person: { none: -1, 'gender=same': 2 }, it: { none: 1 }, they: { none: 1, 'type=group/pl/k': 3 } },
  }),
})

/** `name: role; role` for every entity that has roles. */
function roles(marked: string): readonly string[] {
  return getLayer(coreference.annotate(readPlainly(marked)), 'entities')
    .filter((entity) => entity.roles.length > 0)
    .map((entity) => `${entity.name}: ${entity.roles.map((role) => role.text).join('; ')}`)
}

/** Every entity with two mentions or more, as the text has them. */
function chains(marked: string): readonly string[] {
  const document = coreference.annotate(readPlainly(marked))
  const mentions = getLayer(document, 'mentions')
  return getLayer(document, 'entities')
    .map((entity) => entity.mentions.map((index) => document.text.slice(mentions[index]?.start, mentions[index]?.end)))
    .filter((chain) => chain.length > 1)
    .map((chain) => chain.join('|'))
}

describe('roles', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['before a name', 'Budget Minister [person Ada Quill] left.', ['Ada Quill: Budget Minister']],
    ['with "of"', 'Secretary of State [person Ada Quill] left.', ['Ada Quill: Secretary of State']],
    ['with a place before', '[group Norvian] President [person Ada Quill] left.', ['Ada Quill: Norvian President']],
    ['former ones', 'former police chief [person Piet Orr] left.', ['Piet Orr: former police chief']],
    ['not of many', 'The victims [person Ada Quill] met left.', []],
    ['of many in a list', 'Senators [person Ada Quill] and [person Piet Orr] left.', ['Ada Quill: Senators']],
    ['two in one', 'publisher and editor [person Piet Orr] left.', ['Piet Orr: publisher and editor']],
    // The real tokens part compounds at their hyphens; these are parted by spaces.
    ['of a compound', 'editor - in - chief [person Ada Quill] left.', ['Ada Quill: editor - in - chief']],
    ['with a figure', '5 - time champion [person Ada Quill] left.', ['Ada Quill: 5 - time champion']],
    [
      'with two nouns under one article',
      '[person Ada Quill] is the second head of a food and beverage company.',
      ['Ada Quill: the second head of a food and beverage company'],
    ],
    [
      'after a name',
      '[person Ada Quill], a member of the [organization Trade Board], left.',
      ['Ada Quill: a member of the Trade Board'],
    ],
    ['after an age', '[person Ada Quill], 52, the mayor of [place Brno], left.', ['Ada Quill: the mayor of Brno']],
    ['before a comma', 'The mayor of [place Brno], [person Ada Quill], left.', ['Ada Quill: The mayor of Brno']],
    [
      'before a comma, behind what is no person',
      'They rolled out a carpet at the base for the [group Norvian] president, [person Ada Quill], and left.',
      ['Ada Quill: the Norvian president'],
    ],
    ['by copula', '[person Ada Quill] is the mayor.', ['Ada Quill: the mayor']],
    ['by a relative clause', '[person Ada Quill], who was once a judge, left.', ['Ada Quill: a judge']],
    ['of companies', '[organization Vantor], a shipping company, left.', ['Vantor: a shipping company']],
    ['not from the speaker after a comma', '[person Ada Quill] met [person Piet Orr], the mayor said.', []],
    ['not for lists of names', '[person Ada Quill], [person Piet Orr] and the mayor met.', []],
  ]
  it.each(cases)('%s', (_, marked, expected) => {
    expect(roles(marked)).toEqual(expected)
  })
})

describe('descriptions', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['by role', 'Senator [person Ada Quill] won. The senator left.', ['Ada Quill|The senator']],
    [
      'by country',
      '[group Russian] President [person Piet Orr] met [group French] President [person Ada Quill]. The [group French] president left.',
      ['French|French', 'Ada Quill|The French president'],
    ],
    [
      'by gender',
      'spokeswoman [person Robin Tal] and spokesman [person Piet Orr] met. The spokeswoman left.',
      ['Robin Tal|The spokeswoman'],
    ],
    [
      'by a name that holds the noun',
      'The [organization Northern Trade Court] met. The court left.',
      ['Northern Trade Court|The court'],
    ],
    ['by an earlier description', 'A gunman left. The gunman won.', ['A gunman|The gunman']],
    ['by a near synonym', 'A gunman left. The shooter won.', ['A gunman|The shooter']],
    [
      'by identification',
      'The gunman, identified as [person Piet Orr], left. The gunman won.',
      ['The gunman|Piet Orr|The gunman'],
    ],
    ['not by another office', 'Senator [person Ada Quill] won. The judge left.', []],
    ['not a new one', 'A man won. A man left.', []],
    [
      'kin of one person',
      '[person Piet Orr] left. His wife won. His wife left.',
      ['Piet Orr|His|His', 'His wife|His wife'],
    ],
  ]
  it.each(cases)('%s', (_, marked, expected) => {
    expect(chains(marked)).toEqual(expected)
  })
})

describe('groups', () => {
  const members = (marked: string): readonly string[] => {
    const document = coreference.annotate(readPlainly(marked))
    const entities = getLayer(document, 'entities')
    return getLayer(document, 'mentions')
      .filter((mention) => mention.members.length > 0)
      .map(
        (mention) =>
          `${document.text.slice(mention.start, mention.end)}: ${mention.members.map((index) => entities[index]?.name).join(', ')}`,
      )
  }
  it('finds both leaders', () => {
    expect(members('President [person Ada Quill] met Premier [person Piet Orr]. Both leaders left. They won.')).toEqual(
      ['Both leaders: Ada Quill, Piet Orr', 'They: Ada Quill, Piet Orr'],
    )
  })
  it('leaves a group alone where three fit two', () => {
    expect(members('[person Ada Quill], [person Piet Orr] and [person Tomas Lund] met. The two people left.')).toEqual(
      [],
    )
  })
})
