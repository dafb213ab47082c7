import { describe, expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import { chooseLines, prepareChoice } from './chooseLines.js'
import type { Passage } from './clarity.js'

const account = (n: number): Document => ({ ...createDocument({ id: `a${n}`, text: 'x' }), layers: { sentences: [] } })

function passage(document: Document, row: number, words: readonly string[]): Passage {
  return { document, span: { start: 0, end: 1 }, whole: true, claims: [], rows: [row], words }
}

const row = (importance: number, cells: number): ClaimRow => ({
  id: `r${importance}`,
  cells: Array.from({ length: cells }, () => [0]),
  importance,
})

describe('prepareChoice', () => {
  it('leaves a place for every matter in a story of hundreds of accounts', () => {
    const documents = Array.from({ length: 600 }, (_, n) => account(n))
    const rows = [0.9, 0.8, 0.7, 0.6].map((importance) => row(importance, documents.length))
    const passages = documents.flatMap((document, d) =>
      rows.map((_, r) => passage(document, r, [`matter${r}`, `word${r}`, `own${d}`])),
    )
    const choice = prepareChoice(passages, rows, documents)
    expect(choice.passages).toHaveLength(400)
    expect(new Set(choice.passages.map(({ rows: own }) => own[0]))).toEqual(new Set([0, 1, 2, 3]))
  })

  it('keeps all where they are few, in the order given', () => {
    const document = account(1)
    const passages = [passage(document, 1, ['b']), passage(document, 0, ['a'])]
    expect(prepareChoice(passages, [row(0.9, 1), row(0.5, 1)], [document]).passages).toEqual(passages)
  })
})

describe('chooseLines', () => {
  const documents = [account(1), account(2)]
  const rows = [row(0.9, 2), row(0.8, 2)]
  const words = ['fire', 'destroy', 'old', 'harbour', 'mill', 'tarn', 'night']
  const passages = [
    passage(documents[0]!, 0, words),
    // A copy with a word changed.
    passage(documents[1]!, 0, [...words.slice(1), 'blaze']),
    passage(documents[1]!, 1, ['horse', 'lead', 'stable', 'mill']),
  ]
  const choice = prepareChoice(passages, rows, documents)

  it('does not take a line that hardly says anything new', () => {
    expect(chooseLines(choice, () => 1)).toEqual([0, 2])
  })

  it('takes the highest gain first and none without gain', () => {
    expect(chooseLines(choice, (_, p) => (p === 2 ? 2 : p === 1 ? 1 : 0))).toEqual([2, 1])
  })
})
