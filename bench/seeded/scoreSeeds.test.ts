import { expect, it } from 'vitest'
import type { Conflict } from '../../src/compare/index.js'
import type { DocumentId } from '../../src/document/index.js'
import { findAt, scoreSeeds } from './scoreSeeds.js'
import type { Seed, SeedType } from './seed.js'

function conflict(kind: Conflict['kind'], spans: readonly (readonly [string, number, number])[]): Conflict {
  return {
    id: 'x',
    kind,
    strength: 'tension',
    nature: 'conflict',
    subject: '',
    sides: spans.map(([document, start, end]) => ({
      value: '',
      documents: [document as DocumentId],
      evidence: [{ documentId: document as DocumentId, span: { start, end } }],
    })),
    within: null,
    rule: { id: 'r', inputs: {} },
    probability: 1,
  }
}

const at = (document: string, start: number, end: number) => ({ document, span: { start, end } })

it('finds a conflict only where two different sides meet the two places', () => {
  const one = conflict('number', [
    ['a', 0, 10],
    ['b', 0, 10],
  ])
  expect(findAt([one], at('a', 5, 6), at('b', 9, 12))).toEqual([one])
  expect(findAt([one], at('a', 10, 12), at('b', 9, 12))).toEqual([])
  expect(findAt([one], at('a', 5, 6), at('a', 7, 8))).toEqual([])
})

it('counts seeds found and false alarms by type, and only wording for a quoted word', () => {
  const seed = (type: SeedType): Seed => ({
    id: type,
    type,
    story: 's',
    a: 'a',
    b: 'b',
    alteredText: '',
    before: { start: 0, end: 1 },
    after: { start: 0, end: 1 },
    other: { start: 0, end: 1 },
  })
  const number = conflict('number', [])
  const wording = conflict('quote-wording', [])
  const scores = scoreSeeds(
    [
      { seed: seed('number'), found: [number], alarms: [] },
      { seed: seed('number'), found: [], alarms: [wording] },
      { seed: seed('quote'), found: [number], alarms: [] },
    ],
    null,
  )
  const of = (type: string) => scores.find((score) => score.type === type)
  expect(of('number')).toMatchObject({ seeds: 2, found: 1, alarms: 1, precision: 0.5, recall: 0.5 })
  expect(of('quote')).toMatchObject({ seeds: 1, found: 0, precision: null, recall: 0 })
  expect(of('place')).toMatchObject({ seeds: 0, recall: null })
})
