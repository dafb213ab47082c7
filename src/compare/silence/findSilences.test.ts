import { describe, expect, it } from 'vitest'
import type { Time } from '../../annotate/index.js'
import type { Claim } from '../../claim/index.js'
import { createDocument, type Document, type DocumentInput } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import { findOmissions, IMPORTANT } from './findOmissions.js'
import { findSilences } from './findSilences.js'

const CLAIM: Claim = {
  start: 0,
  end: 3,
  sentence: 0,
  voice: 'reporter',
  attribution: -1,
  predicate: { lemma: 'fall', span: { start: 0, end: 3 } },
  negated: false,
  modality: 'asserted',
  tense: 'past',
  background: false,
  participants: [],
  times: [],
  quantities: [],
  entities: [],
  terms: [],
}

function account(
  input: Omit<DocumentInput, 'text'>,
  day: string | null = null,
  background = false,
  end = day ?? '',
): Document {
  const times: Time[] =
    day === null
      ? []
      : [
          {
            start: 0,
            end: 3,
            type: 'date',
            value: day,
            range: { start: day, end },
            precision: day === end ? 'day' : 'year',
            anchored: true,
            approximation: 'exact',
          },
        ]
  const claims = [{ ...CLAIM, background, times: day === null ? [] : [0] }]
  return { ...createDocument({ text: 'Ada', ...input }), layers: { claims, times } }
}

function row(cells: ClaimRow['cells'], importance = 0.9): ClaimRow {
  return { id: `r${cells.length}-${importance}`, cells, importance }
}

describe('findSilences', () => {
  const teller = account({ id: 'a', publishedAt: '2025-08-16T10:00:00Z' })

  it.each([
    ['later', account({ id: 'b', publishedAt: '2025-08-17' }), 'notSaid'],
    ['earlier', account({ id: 'b', publishedAt: '2025-08-15' }), 'notYetKnown'],
    ['hours earlier', account({ id: 'b', publishedAt: '2025-08-16T08:00:00Z' }), 'notYetKnown'],
    ['on the same day, at no known hour', account({ id: 'b', publishedAt: '2025-08-16' }), 'notSaid'],
    ['at no known time', account({ id: 'b' }), 'notSaid'],
    ['earlier but read in part', account({ id: 'b', publishedAt: '2025-08-15', state: 'truncated' }), 'notRead'],
  ])('an account published %s', (_, silent, why) => {
    expect(findSilences([row([[0], null])], [teller, silent]).rows[0]?.silent).toEqual([{ documentId: 'b', why }])
  })

  it('takes the day a past claim names as the earliest it could be known', () => {
    const told = account({ id: 'a', publishedAt: '2025-08-20' }, '2025-08-10')
    const silences = (day: string) =>
      findSilences([row([[0], null])], [told, account({ id: 'b', publishedAt: day })]).rows[0]?.silent[0]?.why
    expect(silences('2025-08-09')).toBe('notYetKnown')
    expect(silences('2025-08-11')).toBe('notSaid')
  })

  it('calls nothing unknown that happened in a year gone by or is told as background', () => {
    const early = account({ id: 'b', publishedAt: '2025-08-15' })
    const old = account({ id: 'a', publishedAt: '2025-08-16' }, '2018-01-01', false, '2018-12-31')
    const planned = account({ id: 'a', publishedAt: '2025-08-16' }, null, true)
    for (const teller of [old, planned]) {
      expect(findSilences([row([[0], null])], [teller, early]).rows[0]!.silent).toMatchObject([{ why: 'notSaid' }])
    }
  })

  it('calls nothing unknown that is so at any time', () => {
    const document = account({ id: 'a', publishedAt: '2025-08-16' })
    const early = account({ id: 'b', publishedAt: '2025-08-15' })
    const lasting = { ...document, layers: { ...document.layers, claims: [{ ...CLAIM, tense: 'present' as const }] } }
    expect(findSilences([row([[0], null])], [lasting, early]).rows[0]!.silent).toMatchObject([{ why: 'notSaid' }])
  })

  it('calls nothing unknown that somebody is quoted with', () => {
    const document = account({ id: 'a', publishedAt: '2025-08-16' })
    const early = account({ id: 'b', publishedAt: '2025-08-15' })
    const said = (kind: 'direct' | 'indirect') => {
      const attributions = [{ kind }] as never
      return { ...document, layers: { ...document.layers, attributions, claims: [{ ...CLAIM, attribution: 0 }] } }
    }
    const why = (kind: 'direct' | 'indirect') =>
      findSilences([row([[0], null])], [said(kind), early]).rows[0]?.silent[0]?.why
    expect([why('direct'), why('indirect')]).toEqual(['notSaid', 'notYetKnown'])
  })

  it('does not call a claim unknown when a teller has no date', () => {
    const undated = account({ id: 'a' })
    const early = account({ id: 'b', publishedAt: '2025-08-15' })
    expect(findSilences([row([[0], null])], [undated, early]).rows[0]?.silent[0]?.why).toBe('notSaid')
  })

  it('gives nothing for no rows', () => {
    expect(findSilences([], [teller])).toEqual({ rows: [], capped: false })
  })
})

describe('findOmissions', () => {
  it('lists important rows only', () => {
    const documents = [account({ id: 'a' }), account({ id: 'b' })]
    const rows = [row([[0], null], IMPORTANT), row([[0], null], IMPORTANT - 0.01)]
    const omissions = findOmissions(rows, findSilences(rows, documents).rows)
    expect(omissions).toEqual([{ row: rows[0]!.id, documentId: 'b', why: 'notSaid' }])
  })

  it('lists what a quarter of the accounts tell, those told by most first', () => {
    const documents = ['a', 'b', 'c', 'd', 'e'].map((id) => account({ id }))
    const one: ClaimRow = { id: 'one', cells: [[0], null, null, null, null], importance: 0.9 }
    const two: ClaimRow = { id: 'two', cells: [[0], [0], null, null, null], importance: 0.8 }
    const four: ClaimRow = { id: 'four', cells: [[0], [0], [0], [0], null], importance: 0.6 }
    const rows = [one, two, four]
    const omissions = findOmissions(rows, findSilences(rows, documents).rows)
    expect(omissions.map(({ row, documentId }) => row + documentId)).toEqual(['foure', 'twoc', 'twod', 'twoe'])
  })
})
