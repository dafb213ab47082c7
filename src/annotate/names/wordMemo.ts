import { COLUMN_COUNT, describeWord, EDGE_VALUE, type Lexicon } from './wordColumns.js'

// 20,000 distinct words, some 200 articles; then the memo starts afresh, so that memory stays below 20 MB.
const LIMIT = 20_000

/**
 * Rows of the word table, each word described once and remembered from text to text. Row 0 stands for places before and
 * after a sentence. What it answers never depends on what it was asked before.
 */
export class WordMemo {
  /** `table[row * COLUMN_COUNT + column]`; replaced by a longer copy when it grows. */
  table = new Int32Array(COLUMN_COUNT * 1024)
  private readonly rows = new Map<string, number>()
  private readonly lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.table.fill(EDGE_VALUE, 0, COLUMN_COUNT)
  }

  /** Number of rows, the first one included. */
  get size(): number {
    return this.rows.size + 1
  }

  /** True when so many words are remembered that a new memo should be begun before the next text. */
  get isFull(): boolean {
    return this.rows.size >= LIMIT
  }

  /** Row of a word as written. */
  rowOf(word: string): number {
    const known = this.rows.get(word)
    if (known !== undefined) return known
    const row = this.rows.size + 1
    this.rows.set(word, row)
    if ((row + 1) * COLUMN_COUNT > this.table.length) {
      const larger = new Int32Array(this.table.length * 2)
      larger.set(this.table)
      this.table = larger
    }
    describeWord(word, this.lexicon, this.table, row * COLUMN_COUNT)
    return row
  }
}
