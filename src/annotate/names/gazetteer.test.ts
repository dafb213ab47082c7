import { describe, expect, it } from 'vitest'
import { extendPhrase, type Gazetteer, markPhrases, PHRASE_KINDS, unpackGazetteer } from './gazetteer.js'
import { buildRows } from './rows.js'
import { createSmallLexicon } from './testing/smallLexicon.js'
import { WordMemo } from './wordMemo.js'
import { hashText } from './wordColumns.js'

const keyOf = (phrase: string): number =>
  phrase.split(' ').reduce((hash, word) => extendPhrase(hash, hashText(word)), 0)

const listed = new Map([
  [keyOf('york'), PHRASE_KINDS.town],
  [keyOf('new york'), PHRASE_KINDS.city],
  [keyOf('chad'), PHRASE_KINDS.country | PHRASE_KINDS.given],
])
const gazetteer: Gazetteer = { longest: 2, kindsOf: (hash) => listed.get(hash) ?? 0 }

function mark(sentence: string): number[] {
  const words = sentence.split(' ')
  const rows = buildRows({ words, sentences: [[0, words.length]] }, new WordMemo(createSmallLexicon([], [])))
  markPhrases(rows, 0, words.length, gazetteer)
  return [...rows.phrases]
}

describe('markPhrases', () => {
  it.each([
    ['takes the longest phrase', 'in New York now', [0, 2 * 8 + 2, 2 * 8 + 4, 0]],
    ['takes a phrase of one word', 'York', [1 * 8 + 1]],
    ['keeps all kinds of a phrase', 'Chad', [12 * 8 + 1]],
    ['asks for a capital', 'chad', [0]],
    ['knows nothing of other words', 'New Delhi', [0, 0]],
  ])('%s', (_name, sentence, expected) => {
    expect(mark(sentence)).toEqual(expected)
  })
})

describe('unpackGazetteer', () => {
  const bytes = Uint8Array.of(2, 0, 0, 0, 2, 0, 0, 0, 5, 0x80, 1, 1, 4)

  it('reads hashes as differences and kinds behind them', () => {
    const read = unpackGazetteer(bytes)
    expect([read.longest, read.kindsOf(5), read.kindsOf(133), read.kindsOf(6)]).toEqual([2, 1, 4, 0])
  })

  it('refuses a list that is cut', () => {
    expect(() => unpackGazetteer(bytes.subarray(0, 12))).toThrow(/ends too early/)
  })
})
