import type { TokenRows } from './features.js'
import { COLUMN_COUNT, describeWord, type Lexicon } from './wordColumns.js'

/** A text as words in sentences, before anything is known of the words. */
export interface WordText {
  readonly words: readonly string[]
  /** Token ranges that are labelled one by one, ascending and without gaps. */
  readonly sentences: readonly (readonly [from: number, to: number])[]
}

/** Describes each distinct word once and lays out the rows that features read. Linear. */
export function buildRows(text: WordText, lexicon: Lexicon): TokenRows {
  const { words, sentences } = text
  const known = new Map<string, number>()
  const rows = new Int32Array(words.length)
  let table = new Int32Array(COLUMN_COUNT * 256)
  words.forEach((word, index) => {
    let row = known.get(word)
    if (row === undefined) {
      row = known.size
      known.set(word, row)
      if ((row + 1) * COLUMN_COUNT > table.length) {
        const larger = new Int32Array(table.length * 2)
        larger.set(table)
        table = larger
      }
      describeWord(word, lexicon, table, row * COLUMN_COUNT)
    }
    rows[index] = row
  })
  const opens = new Uint8Array(words.length)
  for (const [from, to] of sentences) if (from < to) opens[from] = 1
  return { length: words.length, rows, table, opens, phrases: new Int32Array(words.length) }
}
