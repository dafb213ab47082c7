import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/claim/index.js'
import { alignClaims, linkEntities } from '../../src/compare/index.js'
import { createDocument, type Document } from '../../src/document/index.js'

const FERRY = `A ferry with 84 people on board ran aground off the port of Lorne on Tuesday evening. Rescue boats brought all passengers ashore within three hours, the coast guard said.

Captain Ruth Imber said the steering had failed in heavy rain. The harbour authority has opened an inquiry into the accident.`

const BOAT = `Eighty-four people were rescued after a ferry ran aground near Lorne on Tuesday evening. An inquiry into the accident has been opened by the harbour authority.

The vessel's captain, Ruth Imber, blamed a failure of the steering during heavy rain. Ticket prices on the line rose by a fifth last year.`

const read = createReader()

function readAccount(id: string, text: string): Document {
  return read(createDocument({ id, text, publishedAt: '2025-03-05' }))
}

function textsOf(document: Document, indexes: readonly number[] | null): string {
  return (indexes ?? [])
    .map((i) => document.layers.claims![i]!)
    .map(({ start, end }) => document.text.slice(start, end))
    .join(' ')
}

describe('claims of two accounts', () => {
  const documents = [readAccount('a', FERRY), readAccount('b', BOAT)]
  const rows = alignClaims(documents, linkEntities(documents))

  it.each([
    ['the accident itself', 'ran aground off the port', 'ran aground near Lorne'],
    ['an inquiry told in the passive', 'has opened an inquiry', 'An inquiry into the accident'],
    ['a cause in other words', 'steering had failed', 'failure of the steering'],
  ])('%s is one row', (_, left, right) => {
    const row = rows.find(({ cells }) => textsOf(documents[0]!, cells[0]!).includes(left))
    expect(textsOf(documents[1]!, row?.cells[1] ?? null)).toContain(right)
  })

  it('leaves alone what one account alone tells', () => {
    const row = rows.find(({ cells }) => textsOf(documents[1]!, cells[1]!).includes('Ticket prices'))
    expect(row?.cells[0]).toBeNull()
  })

  it('puts every claim of a copy beside its original', () => {
    const copies = [readAccount('a', FERRY), readAccount('c', FERRY)]
    for (const { cells } of alignClaims(copies, linkEntities(copies))) {
      expect([...(cells[0] ?? [])].sort()).toEqual([...(cells[1] ?? [])].sort())
    }
  })
})
