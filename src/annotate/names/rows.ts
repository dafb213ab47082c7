import type { TokenRows } from './features.js'
import type { WordMemo } from './wordMemo.js'

/** A text as words in sentences, before anything is known of the words. */
export interface WordText {
  readonly words: readonly string[]
  /** Token ranges that are labelled one by one, ascending and without gaps. */
  readonly sentences: readonly (readonly [from: number, to: number])[]
}

/** Lays out the rows that features read, describing words that the memo does not know yet. Linear. */
export function buildRows(text: WordText, memo: WordMemo): TokenRows {
  const { words, sentences } = text
  const rows = new Int32Array(words.length)
  for (let index = 0; index < words.length; index++) rows[index] = memo.rowOf(words[index] as string)
  const opens = new Uint8Array(words.length)
  for (const [from, to] of sentences) if (from < to) opens[from] = 1
  return { length: words.length, rows, table: memo.table, opens, phrases: new Int32Array(words.length) }
}
