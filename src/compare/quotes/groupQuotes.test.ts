import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attribution, findQuotations } from '../../attribute/index.js'
import { createDocument, type Document } from '../../document/index.js'
import type { Conflict, QuoteGroup, StoryEntity } from '../findings.js'
import { findQuoteConflicts } from './findQuoteConflicts.js'
import { groupQuotes } from './groupQuotes.js'

/** Long words are rare. */
const rarity = (norm: string): number => Math.min(9, norm.length)

/** An account whose every quotation is one attribution to `speaker`. */
function account(id: string, text: string, speaker: string | null = 'Mara Voss'): Document {
  const attributions = findQuotations(text)
    .filter(({ depth }) => depth === 0)
    .map(
      ({ start, end }): Attribution => ({
        start,
        end,
        kind: text.slice(start, end).split(' ').length > 4 ? 'direct' : 'mixed',
        content: [{ start, end }],
        cue: [],
        source: [],
        cueLemma: null,
        speaker: { entities: [], name: speaker },
        addressee: null,
        when: -1,
        probability: 1,
      }),
    )
  const document = createDocument({ id, text })
  return { ...document, layers: { attributions } }
}

function show(documents: readonly Document[], groups: readonly QuoteGroup[]): string[] {
  const texts = new Map(documents.map((document) => [document.id, document.text]))
  return groups
    .filter(({ members }) => members.length > 1)
    .flatMap(({ variants, difference }) => [
      difference,
      ...variants.map((row) =>
        row
          .map((cell) => (cell === null ? '·' : texts.get(cell.documentId)!.slice(cell.span.start, cell.span.end)))
          .join(' '),
      ),
    ])
}

const conflictsOf = (documents: readonly Document[]): readonly Conflict[] =>
  findQuoteConflicts(documents, [], groupQuotes(documents, [], rarity))

describe('groupQuotes', () => {
  it.each([
    [
      'a verbatim copy',
      'She said: “The harbour bridge will reopen on Monday.”',
      '“The harbour bridge will reopen on Monday,” Voss said.',
      ['typography', 'The harbour bridge will reopen on Monday', 'The harbour bridge will reopen on Monday'],
    ],
    [
      'a contraction',
      '“We do not have a harbour plan yet.”',
      '“We don’t have a harbour plan yet.”',
      ['typography', 'We do not have a harbour plan yet', 'We do n’t have a harbour plan yet'],
    ],
    [
      'a masked word',
      '“Fix the damned harbour bridge now.”',
      '“Fix the d****d harbour bridge now.”',
      ['typography', 'Fix the damned harbour bridge now', 'Fix the d****d harbour bridge now'],
    ],
    [
      'a fragment of a sentence',
      '“The harbour bridge is a disgrace to this town.”',
      'She called it “a disgrace to this town”.',
      ['cut', 'The harbour bridge is a disgrace to this town', '· · · · a disgrace to this town'],
    ],
    [
      'a changed word',
      '“We will pay every single cent of the harbour debt.”',
      '“We will pay any single cent of the harbour debt.”',
      [
        'wording',
        'We will pay every single cent of the harbour debt',
        'We will pay any single cent of the harbour debt',
      ],
    ],
    [
      'a changed last word',
      '“I have dreamed of this harbour since I was six.”',
      '“I have dreamed of this harbour since I was five.”',
      ['wording', 'I have dreamed of this harbour since I was six', 'I have dreamed of this harbour since I was five'],
    ],
    [
      'a changed first word',
      '“Nobody loses a job in the harbour plan.”',
      '“Somebody loses a job in the harbour plan.”',
      ['wording', 'Nobody loses a job in the harbour plan', 'Somebody loses a job in the harbour plan'],
    ],
  ])('joins %s', (_, first, second, expected) => {
    const documents = [account('a', first), account('b', second)]
    const rows = show(documents, groupQuotes(documents, [], rarity))
    // The full stop inside the marks is no word, but it is print.
    expect(rows.slice(1)).toEqual(expected.slice(1))
    expect(rows[0] === 'none' ? 'typography' : rows[0]).toBe(expected[0])
  })

  it('gives the same letters the difference none', () => {
    const text = 'She said: “The harbour bridge will reopen on Monday.”'
    const documents = [account('a', text), account('b', text)]
    expect(show(documents, groupQuotes(documents, [], rarity))[0]).toBe('none')
    expect(conflictsOf(documents)).toEqual([])
  })

  it.each([
    ['small words only', '“It is what it is and that is all.”', '“That is what we have to do with it.”'],
    [
      'one common phrase',
      '“The harbour will open in the spring, weather allowing.”',
      '“Our school trips will open in the autumn.”',
    ],
  ])('keeps apart what shares %s', (_, first, second) => {
    const documents = [account('a', first), account('b', second)]
    expect(show(documents, groupQuotes(documents, [], rarity))).toEqual([])
    expect(conflictsOf(documents)).toEqual([])
  })

  it('puts two fragments of one speech in groups of their own beside the whole', () => {
    const documents = [
      account('a', '“The bridge is a disgrace to this town. Every sailor deserves a safe harbour by Christmas.”'),
      account('b', 'It is “a disgrace to this town”.'),
      account('c', 'They deserve “a safe harbour by Christmas”.'),
    ]
    const sizes = groupQuotes(documents, [], rarity).map(({ members }) =>
      members.map(({ documentId }) => documentId).join(''),
    )
    expect(sizes.sort()).toEqual(['ab', 'ac'])
  })

  it('has every quotation in a group, alone where nobody else gives it', () => {
    const documents = [account('a', 'He said “yes” and “no”.'), account('b', 'She said “perhaps”.')]
    expect(groupQuotes(documents, [], rarity).map(({ members }) => members.length)).toEqual([1, 1, 1])
  })

  it('collates any number of rows and gives the same for every order of the accounts', () => {
    const words = [
      '“We will rebuild the harbour bridge before winter comes.”',
      '“We’ll rebuild the bridge before winter.”',
      '“We will rebuild the old harbour bridge.”',
      'They “will rebuild the harbour bridge” soon.',
    ]
    const documents = words.map((text, i) => account(`d${i}`, text))
    const expected = JSON.stringify([groupQuotes(documents, [], rarity), conflictsOf(documents)])
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: 4 }), (shuffled) => {
        expect(JSON.stringify([groupQuotes(shuffled, [], rarity), conflictsOf(shuffled)])).toBe(expected)
      }),
      { numRuns: 24 },
    )
    for (const { variants } of groupQuotes(documents, [], rarity)) {
      expect(new Set(variants.map((row) => row.length)).size).toBe(1)
    }
  })

  it('adds no conflict and no difference when an account is copied', () => {
    const text = 'Voss said: “The harbour bridge will reopen.” Later: “We will rebuild the whole harbour wall.”'
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), (copies) => {
        const documents = Array.from({ length: copies }, (_, i) => account(`c${i}`, text))
        const groups = groupQuotes(documents, [], rarity)
        expect(groups.map(({ members }) => members.length)).toEqual([copies, copies])
        expect(groups.map(({ difference }) => difference)).toEqual(['none', 'none'])
        expect(conflictsOf(documents)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})

describe('findQuoteConflicts', () => {
  it('shows a changed word as a contradiction, with the words around it on both sides', () => {
    const documents = [
      account('a', '“We will pay every single cent of the harbour debt.”'),
      account('b', '“We will pay any single cent of the harbour debt.”'),
    ]
    const [conflict, ...more] = conflictsOf(documents)
    expect(more).toEqual([])
    expect(conflict).toMatchObject({
      kind: 'quote-wording',
      strength: 'contradiction',
      sides: [{ value: 'pay every single' }, { value: 'pay any single' }],
      rule: { id: 'quote-wording/wording', inputs: { a: 'every', b: 'any' } },
    })
  })

  it.each([
    [
      'a contraction',
      '“We do not have a harbour plan yet.”',
      '“We don’t have a harbour plan yet.”',
      'quote-wording/contraction',
    ],
    [
      'a masked word',
      '“Fix the damned harbour bridge now.”',
      '“Fix the d****d harbour bridge now.”',
      'quote-wording/masking',
    ],
    [
      'a supplied word',
      '“He should pay for the harbour bridge.”',
      '“He should pay [for] the harbour bridge.”',
      'quote-wording/bracket',
    ],
    [
      'words supplied in place of others',
      '“We will ask the HBA for a new harbour bridge.”',
      '“We will ask the [Harbour Bridge Authority] for a new harbour bridge.”',
      'quote-wording/bracket',
    ],
    [
      'a fitted person',
      'Voss “looks forward to being fully vindicated”.',
      '“I look forward to being fully vindicated.”',
      'quote-wording/wording',
    ],
  ])('shows %s as a tension', (_, first, second, rule) => {
    const found = conflictsOf([account('a', first), account('b', second)])
    expect(found.map((conflict) => [conflict.strength, conflict.rule.id])).toEqual([['tension', rule]])
  })

  it.each([
    [
      'capitals',
      '“The Harbour bridge will reopen on Monday morning.”',
      '“The harbour bridge will reopen on Monday morning.”',
    ],
    ['a fragment', '“The harbour bridge is a disgrace to this town.”', 'She called it “a disgrace to this town”.'],
    [
      'whole sentences left out',
      '“The bridge is old. It creaks. The harbour deserves better.”',
      '“The bridge is old. The harbour deserves better.”',
    ],
    [
      'a number in words',
      '“We have waited twenty years for the harbour bridge.”',
      '“We have waited 20 years for the harbour bridge.”',
    ],
    [
      'a title in its short form',
      '“I trust Gen. Hale with the harbour bridge.”',
      '“I trust General Hale with the harbour bridge.”',
    ],
    [
      'a country in letters',
      '“The U.S. harbour bridge will reopen on Monday.”',
      '“The United States harbour bridge will reopen on Monday.”',
    ],
    [
      'British spelling',
      '“We organised the harbour and favoured a bridge.”',
      '“We organized the harbor and favored a bridge.”',
    ],
    [
      'a compound with and without its hyphen',
      '“We will not have a mud-slinging harbour campaign.”',
      '“We will not have a mudslinging harbour campaign.”',
    ],
    [
      'another way to print a possessive',
      '“The Times’ claims about the harbour bridge are false.”',
      '“The Times’s claims about the harbour bridge are false.”',
    ],
  ])('says nothing of %s', (_, first, second) => {
    expect(conflictsOf([account('a', first), account('b', second)])).toEqual([])
  })

  it('sets speakers against each other where both have names', () => {
    const say = (id: string, name: string): Document => {
      const { layers, ...rest } = account(id, `“The harbour bridge will reopen on Monday”, ${name} said.`)
      const start = rest.text.indexOf(name)
      const source = [{ start, end: start + name.length }]
      const speaker = { entities: [0], name }
      return { ...rest, layers: { attributions: layers.attributions!.map((one) => ({ ...one, source, speaker })) } }
    }
    const rules = (...names: string[]): string[] => {
      const documents = names.map((name, at) => say(`d${at}`, name))
      const entities = documents.map(
        ({ id }, at): StoryEntity => ({
          id: `e${at}`,
          type: 'person',
          name: names[at]!,
          aliases: [],
          members: [{ documentId: id, entity: 0 }],
          mentions: [],
          roles: [],
        }),
      )
      return findQuoteConflicts(documents, entities, groupQuotes(documents, entities, rarity)).map(
        ({ rule }) => rule.id,
      )
    }
    expect(rules('Mara Voss', 'Jon Pell')).toEqual(['quote-attribution/speaker'])
    expect(rules('Mara Voss', 'the Arlund mayor')).toEqual([])
    expect(rules('Mara Voss', 'the Arlund Democrat')).toEqual([])
  })

  it('takes no title of a work for words that somebody said', () => {
    const title = (name: string): string => `She sang on “${name}”.`
    const [one, other] = ['The Late Harbour Show with Jon Pell', 'The Late Night Harbour Show with Jon Pell']
    expect(conflictsOf([account('a', title(one!)), account('b', title(other!))])).toEqual([])
    const said = (words: string): string => `She said: “${words}”.`
    const lower = [one!, other!].map((words) => said(words.toLowerCase()))
    expect(conflictsOf([account('a', lower[0]!), account('b', lower[1]!)])).toHaveLength(1)
  })

  it('sees no difference between accounts that both print both wordings', () => {
    const both = 'Voss said: “We will pay every single harbour worker.” Later: “We will pay any single harbour worker.”'
    expect(conflictsOf([account('a', both), account('b', both)])).toEqual([])
  })

  it('never sets quotations of one account against each other', () => {
    const text = '“We will pay every single cent of the debt.” Later: “We will pay any single cent of the debt.”'
    expect(conflictsOf([account('a', text)])).toEqual([])
  })
})
