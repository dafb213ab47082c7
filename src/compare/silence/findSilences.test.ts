import { describe, expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import { findSilences } from './findSilences.js'

const account = (id: string, more: Partial<Document> = {}): Document => ({
  ...createDocument({ id, text: 'x', ...more }),
  layers: { claims: [], times: [] },
})
const row = (id: string, cells: ClaimRow['cells'], importance = 0.5): ClaimRow => ({ id, cells, importance })

describe('findSilences', () => {
  it('says nothing of accounts that tell it and `notSaid` of those that do not', () => {
    const documents = [account('a'), account('b')]
    expect(findSilences([row('r', [[], null])], documents)).toEqual({
      rows: [{ row: 'r', silent: [{ documentId: 'b', why: 'notSaid' }] }],
      capped: false,
    })
  })

  it('takes no silence of an account that was not read whole for its own', () => {
    const { rows } = findSilences([row('r', [[], null])], [account('a'), account('b', { state: 'paywalled' })])
    expect(rows[0]?.silent[0]?.why).toBe('notRead')
  })

  it('cuts a list that nobody would read, keeping the most important rows (SILENCE_CAPPED)', () => {
    const documents = Array.from({ length: 1000 }, (_, i) => account(`d${i}`))
    const cells = documents.map((_, i) => (i === 0 ? [] : null))
    const rows = Array.from({ length: 300 }, (_, i) => row(`r${i}`, cells, i / 300))
    const silences = findSilences(rows, documents)
    expect(silences.capped).toBe(true)
    expect(silences.rows.some(({ row: id }) => id === 'r299')).toBe(true)
    expect(silences.rows.some(({ row: id }) => id === 'r0')).toBe(false)
  })
})
