import { expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'
import { measurePassages, PASSAGE_FEATURES } from './measurePassages.js'

function account(id: string, title: string): Document {
  return { ...createDocument({ id, text: 'A mill burned in Tarn.', title }), layers: { sentences: [] } }
}

const documents = [account('a', 'Mill burned'), account('b', 'Fire in Tarn')]
const rows: readonly ClaimRow[] = [
  { id: 'fire', cells: [[0], [0]], importance: 0.81 },
  { id: 'place', cells: [[0], null], importance: 0.25 },
]

function passage(document: Document, own: readonly number[], words: readonly string[]): Passage {
  return { document, span: { start: 0, end: 22 }, whole: true, claims: [], rows: own, words }
}

it('says how much the rows of a passage matter and how central its words are', () => {
  const [first, second] = measurePassages(
    [passage(documents[0]!, [0, 1], ['mill', 'burn', 'tarn', 'slowly']), passage(documents[1]!, [], ['tarn'])],
    rows,
    documents,
  ).map((values) => Object.fromEntries(PASSAGE_FEATURES.map((name, f) => [name, values[f]!])))
  expect(first).toMatchObject({ bestRow: 0.81, secondRow: 0.25, rowSum: 1.06, rows: 2, tellers: 2, tellersShare: 1 })
  expect(first).toMatchObject({
    titleWords: 3,
    titleShare: 0.75,
    titleBest: 1,
    wordsShared: 0.25,
    words: 4,
    accounts: 2,
  })
  expect(second).toMatchObject({ bestRow: 0, secondRow: 0, rowSum: 0, rows: 0, tellers: 0, wordsShared: 1 })
})

it('gives as many figures as it names', () => {
  expect(measurePassages([passage(documents[0]!, [], [])], rows, documents)[0]).toHaveLength(PASSAGE_FEATURES.length)
  expect(measurePassages([], rows, documents)).toEqual([])
})
