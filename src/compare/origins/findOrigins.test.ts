import { describe, expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import { countIndependent, findOrigins } from './findOrigins.js'

const LONG =
  'Rescue crews reached the village of Oster before dawn and found the road under a metre of mud after the second slide in a week. ' +
  'Two families were taken to a school while engineers measured the slope above the river with borrowed instruments.'
const OTHER =
  'Officials in the capital promised new money for roads, and the opposition asked where the last grant had gone. ' +
  'A spokesman would not say when work might start or who would be responsible for it this time.'

const account = (id: string, text: string, credit: string | null = null): Document =>
  createDocument({ id, text, credit })
const kinds = (documents: readonly Document[]) =>
  findOrigins(documents).map(({ kind, documents: ids }) => [kind, ids.join('+')])

describe('findOrigins', () => {
  it('gives independent accounts an origin each', () => {
    expect(kinds([account('a', LONG), account('b', OTHER)])).toEqual([
      ['own', 'a'],
      ['own', 'b'],
    ])
  })

  it('puts a copy with another beginning into one origin and shows the shared words', () => {
    const documents = [account('a', LONG), account('b', `By our staff. ${LONG.replace('before dawn', 'at dawn')}`)]
    const [origin] = findOrigins(documents)
    expect(origin?.kind).toBe('copy')
    expect(origin?.reason).toMatch(/^they share \d\d per cent of the shorter one’s words/)
    for (const { documentId, span } of origin!.evidence) {
      expect(documents.find((document) => document.id === documentId)!.text.slice(span.start, span.end)).not.toBe('')
    }
  })

  it('counts a passage that one of them prints twice once, and names no account by its id', () => {
    const [origin] = findOrigins([account('x17', `${LONG} ${LONG}`), account('x18', LONG), account('x19', LONG)])
    expect(origin?.documents).toEqual(['x17', 'x18', 'x19'])
    expect(origin?.reason).toBe(
      'each shares 100 per cent of the shorter one’s words in runs of 8 or more with another of them',
    )
  })

  it('joins accounts that one agency signs, but not one it contributed to', () => {
    const documents = [
      account('a', `OSTER (AP) — ${LONG}`),
      account(
        'b',
        `By Ada Lind, Associated Press

${OTHER}`,
      ),
      account(
        'c',
        'Nobody slept in the village that night, said the teacher who opened her school. AP contributed to this report.',
      ),
    ]
    expect(kinds(documents).slice(0, 2)).toEqual([
      ['wire', 'a+b'],
      ['own', 'c'],
    ])
  })

  it('lists a long shared passage besides the accounts’ own origins', () => {
    const documents = [
      account('a', `${OTHER} ${OTHER.toUpperCase().replaceAll('A', 'E')} ${LONG.slice(0, 128)}`),
      account(
        'b',
        `${LONG.slice(0, 128)} ${'A new road was never built by anyone here. Nobody has asked for it in ten years of meetings and letters to the council about the mud.'}`,
      ),
    ]
    expect(kinds(documents).map(([kind]) => kind)).toContain('shared-passage')
  })
})

describe('countIndependent', () => {
  it('counts an origin once', () => {
    const documents = [account('a', LONG), account('b', LONG), account('c', OTHER)]
    const evidence = documents.map((document) => ({ documentId: document.id, span: { start: 0, end: 10 } }))
    expect(countIndependent(findOrigins(documents), evidence)).toBe(2)
  })

  it('counts accounts that tell it in a shared passage once, those that tell it elsewhere apart', () => {
    const [a, b] = [account('a', LONG), account('b', OTHER)]
    const passage = {
      id: 'o',
      documents: [a.id, b.id],
      kind: 'shared-passage' as const,
      reason: '',
      evidence: [a, b].map((d) => ({ documentId: d.id, span: { start: 0, end: 50 } })),
    }
    const at = (d: Document, start: number) => ({ documentId: d.id, span: { start, end: start + 10 } })
    expect(countIndependent([passage], [at(a, 5), at(b, 7)])).toBe(1)
    expect(countIndependent([passage], [at(a, 5), at(b, 70)])).toBe(2)
  })
})
