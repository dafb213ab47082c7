import { describe, expect, it } from 'vitest'
import { findOpenRuns } from './openRuns.js'
import { buildRows } from './rows.js'
import { createSmallLexicon } from './testing/smallLexicon.js'
import { WordMemo } from './wordMemo.js'

const lexicon = createSmallLexicon(['week'], ['said', 'met', '.', ','])

function openParts(sentence: string): string[] {
  const words = sentence.split(' ')
  const rows = buildRows({ words, sentences: [[0, words.length]] }, new WordMemo(lexicon))
  return findOpenRuns(rows, [[0, words.length]]).map(({ from, to }) => words.slice(from, to).join(' '))
}

describe('findOpenRuns', () => {
  it.each([
    ['opens capitals and digits', 'he met Ann in 1999 .', ['Ann in 1999']],
    ['opens small words that lead to a name', 'he met the Bank , said Jo', ['the Bank', 'Jo']],
    ['opens the small word after a name', 'Bank group met', ['Bank group']],
    ['opens words that are often inside names', 'he said last week', ['last week']],
    ['keeps what is never inside a name closed', 'Ann said', ['Ann']],
    ['leads with three small words at most', 'one two three four Ann', ['two three four Ann']],
    ['finds nothing in small letters', 'he met her', []],
  ])('%s', (_name, sentence, expected) => {
    expect(openParts(sentence)).toEqual(expected)
  })

  it('keeps runs inside their sentences', () => {
    const words = ['Ann', 'Bo']
    const sentences = [
      [0, 1],
      [1, 2],
    ] as const
    const runs = findOpenRuns(buildRows({ words, sentences }, new WordMemo(lexicon)), sentences)
    expect(runs).toEqual([
      { from: 0, to: 1, sentenceFrom: 0, sentenceTo: 1 },
      { from: 1, to: 2, sentenceFrom: 1, sentenceTo: 2 },
    ])
  })
})
