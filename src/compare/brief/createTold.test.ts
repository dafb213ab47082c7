import { describe, expect, it } from 'vitest'
import { createDocument } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'
import { createTold, TOLD_FEATURES } from './createTold.js'

const a = createDocument({ id: 'a', text: 'a' })
const b = createDocument({ id: 'b', text: 'b' })

function passage(document: Passage['document'], rows: readonly number[], words: string): Passage {
  return { document, span: { start: 0, end: 1 }, whole: true, claims: [], rows, words: words.split(' ') }
}

const rows: readonly ClaimRow[] = [
  { id: 'fire', cells: [[0], [0]], importance: 0.81 },
  { id: 'horses', cells: [null, [1]], importance: 0.25 },
]
const passages = [
  passage(a, [0], 'mill fire night'),
  passage(b, [0, 1], 'mill fire horse stable'),
  passage(a, [1], 'horse'),
]

function figures(told: ReturnType<typeof createTold>, number: number): Record<string, number> {
  const values = told.measure(number)
  expect(values).toHaveLength(TOLD_FEATURES.length)
  return Object.fromEntries(TOLD_FEATURES.map((name, f) => [name, values[f]!]))
}

describe('createTold', () => {
  it('finds everything new before the first line', () => {
    expect(figures(createTold(passages, rows), 1)).toMatchObject({
      lines: 0,
      repeated: 0,
      likestLine: 0,
      nearestLine: 99,
      newWeight: 0.81 ** 1.5 + 0.125,
      newSum: 1.06,
      newBest: 0.81,
      toldBest: 0,
      newWords: 4,
    })
  })

  it('tells the rows and words that lines before have told from new ones', () => {
    const told = createTold(passages, rows)
    told.add(0)
    const second = figures(told, 1)
    expect(second).toMatchObject({ lines: 1, linesOfAccount: 0, repeated: 0.5, nearestLine: 99, accountsUsed: 1 })
    expect(second).toMatchObject({ newSum: 0.25, newBest: 0.25, toldBest: 0.81, newWords: 2 })
    // The words both hold are those most passages hold, so they weigh less than half.
    expect(second.repeatedWeight).toBeLessThan(0.5)
    expect(figures(told, 2)).toMatchObject({ linesOfAccount: 1, nearestLine: 0, likestLine: 0, newWords: 1 })
  })
})
