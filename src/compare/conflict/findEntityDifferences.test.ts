import { describe, expect, it } from 'vitest'
import { createVectors } from '../../annotate/vectors/index.js'
import type { DocumentId } from '../../document/index.js'
import type { StoryEntity } from '../findings.js'
import { findEntityDifferences } from './findEntityDifferences.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const a = makeAccount('a', 'Senator Ada Okoye spoke. Tomas Vindelen left.', { names: ['Ada Okoye', 'Tomas Vindelen'] })
const b = makeAccount('b', 'Governor Ada Okoye spoke. Tomas Vindelin left.', { names: ['Ada Okoye', 'Tomas Vindelin'] })
const id = (name: string): DocumentId => name as DocumentId

function entity(name: string, at: number, roles: StoryEntity['roles'] = []): StoryEntity {
  return {
    id: `e${at}`,
    type: 'person',
    name,
    aliases: [],
    members: [
      { documentId: id('a'), entity: at },
      { documentId: id('b'), entity: at },
    ],
    mentions: [],
    roles,
  }
}

const role = (document: string, text: string): StoryEntity['roles'][number] => ({
  text,
  evidence: [{ documentId: id(document), span: { start: 0, end: text.length } }],
})

describe('findEntityDifferences', () => {
  it('sets two public offices of one person against each other, shown with the name', () => {
    const tools = makeTools([a, b], [entity('Ada Okoye', 0, [role('a', 'Senator'), role('b', 'Governor')])])
    const [found, ...rest] = findEntityDifferences(tools)
    expect(rest).toEqual([])
    expect(found).toMatchObject({ kind: 'role', rule: 'role/exclusive', subject: 'Ada Okoye' })
    expect([found!.a.evidence, found!.b.evidence]).toEqual([
      { start: 0, end: 17 },
      { start: 0, end: 18 },
    ])
  })

  it('compares no two accounts one of which gives both offices, nor an office told as past', () => {
    const both = [role('a', 'Senator'), role('b', 'Governor'), role('b', 'Senator')]
    const rules = (roles: StoryEntity['roles'], second = b): readonly string[] =>
      findEntityDifferences(makeTools([a, second], [entity('Ada Okoye', 0, roles)])).map(
        (one) => `${one.rule} ${one.a.account} ${one.b.account}`,
      )
    // Only the account that gives both is left, against itself.
    expect(rules(both)).toEqual(['role/exclusive 1 1'])
    const past = makeAccount('b', 'Then Governor Ada Okoye spoke. Tomas Vindelin left.', {
      names: ['Ada Okoye', 'Tomas Vindelin'],
    })
    const then = { text: 'Governor', evidence: [{ documentId: id('b'), span: { start: 5, end: 13 } }] }
    expect(rules([role('a', 'Senator'), then], past)).toEqual([])
  })

  it.each([
    [
      'the title of somebody named next',
      'Okoye, Governor Ida Lind and others spoke.',
      ['Okoye', 'Ida Lind'],
      'Governor',
    ],
    [
      'a role that holds another name',
      'Okoye, Minister of Trade Ida Lind, spoke.',
      ['Okoye', 'Ida Lind'],
      'Minister of Trade Ida Lind',
    ],
    ['another surname beside the title', 'Governor Ada Lind spoke.', ['Ada Lind'], 'Governor'],
  ])('takes no office from %s', (_, text, names, office) => {
    const other = makeAccount('b', text, { names })
    const start = text.indexOf(office)
    const held = { text: office, evidence: [{ documentId: id('b'), span: { start, end: start + office.length } }] }
    const tools = makeTools([a, other], [entity('Ada Okoye', 0, [role('a', 'Senator'), held])])
    expect(findEntityDifferences(tools).filter(({ rule }) => rule === 'role/exclusive')).toEqual([])
  })

  it('knows a surname with and without "Jr."', () => {
    const other = makeAccount('b', 'Governor Ada Okoye Jr. spoke.', { names: ['Ada Okoye Jr'] })
    const tools = makeTools([a, other], [entity('Ada Okoye', 0, [role('a', 'Senator'), role('b', 'Governor')])])
    expect(findEntityDifferences(tools)).toContainEqual(expect.objectContaining({ rule: 'role/exclusive' }))
  })

  it('looks past a telling of an office held once for one of the same office held', () => {
    const text = 'Three winters ago, Governor Ada Okoye fell ill. Governor Ada Okoye opened the bridge.'
    const other = makeAccount('b', text, { names: ['Ada Okoye'] })
    const evidence = [19, 48].map((start) => ({ documentId: id('b'), span: { start, end: start + 8 } }))
    const tools = makeTools(
      [a, other],
      [entity('Ada Okoye', 0, [role('a', 'Senator'), { text: 'Governor', evidence }])],
    )
    expect(findEntityDifferences(tools)).toContainEqual(expect.objectContaining({ rule: 'role/exclusive' }))
  })

  it('says nothing of one office in two short forms', () => {
    const tools = makeTools([a, b], [entity('Ada Okoye', 0, [role('a', 'Senator'), role('b', 'Sen.')])])
    expect(findEntityDifferences(tools)).toEqual([])
  })

  it('says nothing of a description that the other account gives as well', () => {
    const roles = [role('a', 'engineer'), role('b', 'engineer'), role('b', 'lifelong gardener')]
    expect(findEntityDifferences(makeTools([a, b], [entity('Ada Okoye', 0, roles)]))).toEqual([])
  })

  it('takes no word of the name for a role', () => {
    const roles = [role('a', 'Ada'), role('a', 'her brother'), role('b', 'lifelong gardener')]
    expect(findEntityDifferences(makeTools([a, b], [entity('Ada Okoye', 0, roles)]))).toEqual([])
  })

  it('shows two spellings of one name', () => {
    const found = findEntityDifferences(makeTools([a, b], [entity('Tomas Vindelen', 1)]))
    expect(found.map((one) => one.rule)).toEqual(['name/spelling'])
  })

  it('takes two words in use for two bodies, not for spellings', () => {
    const bodies = ['Senate Majority', 'Senate Minority', 'Harbour of Vindelen', 'Harbour of Vindelin']
    const make = (name: string, other: string): readonly string[] => {
      const documents = [
        makeAccount('a', `The ${name} spoke.`, { names: [name] }),
        makeAccount('b', `The ${other} spoke.`, { names: [other] }),
      ]
      const one: StoryEntity = { ...entity(name, 0), type: 'organization' }
      const vectors = createVectors(['majority', 'minority'], Int8Array.of(1, 0, 0, 1), 2)
      return findEntityDifferences({ ...makeTools(documents, [one]), vectors }).map(({ rule }) => rule)
    }
    expect(make(bodies[0]!, bodies[1]!)).toEqual([])
    expect(make(bodies[2]!, bodies[3]!)).toEqual(['name/spelling'])
  })

  it('shows them too where the two were not linked', () => {
    const split = [
      { ...entity('Tomas Vindelen', 1), members: [{ documentId: id('a'), entity: 1 }] },
      { ...entity('Tomas Vindelin', 1), id: 'e9', members: [{ documentId: id('b'), entity: 1 }] },
    ]
    expect(findEntityDifferences(makeTools([a, b], split)).map((one) => one.rule)).toEqual(['name/spelling'])
  })
})
