import { describe, expect, it } from 'vitest'
import type { Document, DocumentId } from '../../document/index.js'
import type { StoryEntity } from '../findings.js'
import { getContextFeatures } from './contextFeatures.js'
import { findPartDifferences } from './findPartDifferences.js'
import { pairClauses } from './pairClauses.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

/** Accounts that each name some people; equal names are one entity. */
function differ(...accounts: readonly (readonly [text: string, ...names: string[]])[]): readonly string[] {
  const documents = accounts.map(([text, ...names], index) => makeAccount(`d${index}`, text, { names }))
  const names = [...new Set(accounts.flatMap(([, ...own]) => own))]
  const entities = names.map(
    (name, at): StoryEntity => ({
      id: `e${at}`,
      type: 'person',
      name,
      aliases: [],
      members: accounts.flatMap(([, ...own], index) =>
        own.includes(name) ? [{ documentId: `d${index}` as DocumentId, entity: own.indexOf(name) }] : [],
      ),
      mentions: [],
      roles: [],
    }),
  )
  const tools = makeTools(documents, entities)
  return pairClauses(tools.view).flatMap((pair) =>
    findPartDifferences(pair, getContextFeatures(pair, tools), tools).map(
      (one) => `${one.rule}: ${one.inputs.name} / ${one.inputs.otherName}`,
    ),
  )
}

/** Differences of who takes part between two accounts that name one person each. */
function countParts(a: Document, b: Document): number {
  const entities = ['Okoye', 'Brandt'].map(
    (name, at): StoryEntity => ({
      id: `e${at}`,
      type: 'person',
      name,
      aliases: [],
      members: [{ documentId: `d${at}` as DocumentId, entity: 0 }],
      mentions: [],
      roles: [],
    }),
  )
  const tools = makeTools([a, b], entities)
  return pairClauses(tools.view).flatMap((pair) => findPartDifferences(pair, getContextFeatures(pair, tools), tools))
    .length
}

describe('findPartDifferences', () => {
  it('sees another name in the same place of a clause', () => {
    expect(
      differ(
        ['The jury found Ada Okoye guilty of fraud in March.', 'Ada Okoye'],
        ['The jury found Lars Brandt guilty of fraud in March.', 'Lars Brandt'],
      ),
    ).toEqual(['participants/person: Ada Okoye / Lars Brandt'])
  })

  it('says nothing where the other clause names the same person too', () => {
    expect(
      differ(
        ['The jury found Ada Okoye guilty of fraud.', 'Ada Okoye'],
        ['The jury found Ada Okoye and Lars Brandt guilty of fraud.', 'Ada Okoye', 'Lars Brandt'],
      ),
    ).toEqual([])
  })

  it('says nothing of a name that only describes a noun', () => {
    const first = 'An Okoye aide found the letter in March in Arlund.'
    const second = 'A Brandt aide found the letter in March in Arlund.'
    const words = (text: string, pos: string) => {
      const start = text.indexOf('aide')
      return { claims: { [text]: { terms: [{ lemma: 'aide', start, end: start + 4, pos }] } } }
    }
    const read = (pos: string): number =>
      countParts(
        makeAccount('d0', first, { names: ['Okoye'], ...words(first, pos) }),
        makeAccount('d1', second, { names: ['Brandt'], ...words(second, pos) }),
      )
    expect(read('VERB')).toBe(1)
    expect(read('NOUN')).toBe(0)
  })

  it('takes a weekday behind a name for no noun', () => {
    const make = (index: number, name: string): Document => {
      const text = `The letter was found in ${name} Monday night by the aide.`
      const start = text.indexOf('Monday')
      const terms = [{ lemma: 'monday', start, end: start + 6, pos: 'PROPN' }]
      return makeAccount(`d${index}`, text, {
        names: [name],
        times: { Monday: {} },
        claims: { [text]: { terms } },
      })
    }
    expect(countParts(make(0, 'Okoye'), make(1, 'Brandt'))).toBe(1)
  })

  it('says nothing of a name with and without its article or a word', () => {
    expect(
      differ(
        ['The Harbour Board voted for the bridge in March.', 'The Harbour Board'],
        ['Arlund Harbour Board voted for the bridge in March.', 'Arlund Harbour Board'],
      ),
    ).toEqual([])
  })

  it('says nothing where the other clause has the name in other letters', () => {
    expect(
      differ(
        ['The jury found ADA Okoye guilty of fraud in March.', 'ADA Okoye'],
        ['The jury found Ada Okoye guilty of fraud in March.', 'Ada'],
      ),
    ).toEqual([])
  })

  it('says nothing of one name that was taken for two people', () => {
    const say = (name: string): readonly [string, string] => [`The jury found ${name} guilty of fraud in March.`, name]
    const names = ['Okoye', 'Okoye’s'] as const
    expect(differ(say(names[0]), say(names[1]))).toEqual([])
  })

  it('says nothing of names given as examples', () => {
    expect(
      differ(
        ['Fraud in March was charged in towns like Arlund and Breck.', 'Arlund', 'Breck'],
        ['Fraud in March was charged in towns like Arlund and Castor.', 'Arlund', 'Castor'],
      ),
    ).toEqual([])
    expect(
      differ(['Fraud in March was charged in Arlund.', 'Arlund'], ['Fraud in March was charged in Castor.', 'Castor']),
    ).toEqual(['participants/person: Arlund / Castor'])
  })

  it('leaves spellings of one name to the names', () => {
    expect(
      differ(
        ['The jury found Tomas Vindelen guilty of fraud.', 'Tomas Vindelen'],
        ['The jury found Tomas Vindelin guilty of fraud.', 'Tomas Vindelin'],
      ),
    ).toEqual([])
  })
})
