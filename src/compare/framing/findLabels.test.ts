import { describe, expect, it } from 'vitest'
import type { Entity, Mention } from '../../annotate/index.js'
import { createDocument, type Document } from '../../document/index.js'
import type { StoryEntity } from '../findings.js'
import { findLabels } from './findLabels.js'

/** An account of one entity: names in `[ ]`, descriptions in `{ }`, quoted words between `“ ”`. */
function account(id: string, marked: string): Document {
  const mentions: Mention[] = []
  let text = ''
  for (const [, kind, words, plain] of marked.matchAll(/([[{])([^\]}]+)[\]}]|([^[{]+)/g)) {
    if (kind !== undefined) {
      mentions.push({
        start: text.length,
        end: text.length + words!.length,
        form: kind === '[' ? 'name' : 'nominal',
      } as unknown as Mention)
    }
    text += words ?? plain
  }
  const content = [...text.matchAll(/“([^”]+)”/g)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + match[1]!.length,
  }))
  const entity = { mentions: [...mentions.keys()], roles: [] } as unknown as Entity
  return {
    ...createDocument({ id, text }),
    layers: { mentions, entities: [entity], attributions: content.map((span) => ({ content: [span] })) as never },
  }
}

function labels(name: string, ...texts: readonly string[]): readonly string[] {
  const documents = texts.map((text, i) => account('abc'[i]!, text))
  const members = documents.map(({ id }) => ({ documentId: id, entity: 0 }))
  const entity = { id: 'e1', name, members } as unknown as StoryEntity
  return findLabels(documents, [entity]).map(({ documentId, text, voice }) =>
    [documentId, text, ...(voice === 'attributed' ? ['cited'] : [])].join(': '),
  )
}

describe('findLabels', () => {
  it('sets the wordings of the accounts side by side', () => {
    expect(labels('Ada Lind', '[Ada Lind] won. {The rebel} left.', '[Lind] won. {The hero} left.')).toEqual([
      'a: The rebel',
      'b: The hero',
    ])
  })

  it('tells the outlet’s own words from those it cites', () => {
    expect(labels('Ada Lind', '[Ada Lind], {the hero}, won. “I am {no traitor},” she said.')).toEqual([
      'a: the hero',
      'a: no traitor: cited',
    ])
  })

  it.each([
    ['one that only shortens another', 'the area', '{The flooded area} is shut. {The area} is wide.'],
    ['ones that differ in articles and possessives', 'children', '{Our children} wait. {The children} play.'],
    ['a relative', 'Ada Lind', '[Ada Lind], {whose mother} left, met {a judge}.'],
    ['ones that differ in figures', 'people', '{200 people} left. {The people} wait.'],
    ['a piece of the name', 'City of Oster', '[City of Oster] pays. {The city} is rich. {Its town hall} burns.'],
  ])('lists nothing for %s', (_, name, text) => {
    expect(labels(name, text)).toEqual([])
  })

  it('lists nothing where all use the same words', () => {
    expect(labels('Ada Lind', '[Ada Lind], {the mayor}, won.', '{Mayor} [Lind] won.')).toEqual([])
  })

  it('keeps what one account adds to a name, and nothing that only lengthens a description', () => {
    expect(labels('Ada Lind', '[Ada Lind], {a judge}, met.', '[Lind], {a disgraced judge}, met.')).toHaveLength(2)
    expect(labels('lawmakers', '{Lawmakers} met.', '{Northern lawmakers} met.')).toEqual([])
  })

  it('gives nothing for no entities', () => {
    expect(findLabels([account('a', 'Nothing.')], [])).toEqual([])
  })
})
