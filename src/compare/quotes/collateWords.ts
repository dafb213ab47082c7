import { alignWords, type WordWeight } from './alignWords.js'
import type { QuoteWord } from './quoteWords.js'

/** One column of a collation: a word or a gap for each row. */
type Column = (QuoteWord | null)[]

// 3 words: substitutions are short; longer stretches on both sides are different passages, set one after the other.
const LONGEST_SUBSTITUTION = 3

/**
 * Lays any number of wordings side by side, word by word: one row per wording, all of equal length, `null` for a gap.
 *
 * Progressive alignment, the longest wording first, ties by their words, so the order of the rows does not matter. Words that
 * replace each other between two matches, or at an end, share a column. Source: Haentjens Dekker and Middell 2011 for the table; the guide
 * order and the scores are ours. O(rows · columns · words).
 */
export function collateWords(
  rows: readonly (readonly QuoteWord[])[],
  weight: WordWeight,
): readonly (readonly (QuoteWord | null)[])[] {
  const keys = rows.map((words) => words.map((word) => word.norm).join(' '))
  const order = rows
    .map((_, row) => row)
    .sort((x, y) => rows[y]!.length - rows[x]!.length || (keys[x]! < keys[y]! ? -1 : keys[x]! > keys[y]! ? 1 : x - y))
  let columns: Column[] = []
  for (const row of order) columns = addRow(columns, rows[row]!, row, rows.length, weight)
  return rows.map((_, row) => columns.map((column) => column[row] ?? null))
}

function addRow(
  columns: readonly Column[],
  words: readonly QuoteWord[],
  row: number,
  height: number,
  weight: WordWeight,
): Column[] {
  const single = (word: QuoteWord): Column => {
    const column: Column = new Array<QuoteWord | null>(height).fill(null)
    column[row] = word
    return column
  }
  if (columns.length === 0) return words.map(single)
  // The commonest word stands for its column; ties go to the first in reading order, which every order of rows shares.
  const faces = columns.map(faceOf)
  const pairs = alignWords(faces, words, weight)
  const result: Column[] = []
  let column = 0
  let word = 0
  for (const [nextColumn, nextWord] of [...pairs, [columns.length, words.length] as const]) {
    const left = columns.slice(column, nextColumn)
    const right = words.slice(word, nextWord)
    const paired =
      left.length <= LONGEST_SUBSTITUTION && right.length <= LONGEST_SUBSTITUTION
        ? Math.min(left.length, right.length)
        : 0
    left.forEach((cells, i) => {
      result.push(i < paired ? cells.with(row, right[i]!) : cells)
    })
    for (const extra of right.slice(paired)) result.push(single(extra))
    if (nextColumn < columns.length) result.push(columns[nextColumn]!.with(row, words[nextWord]!))
    column = nextColumn + 1
    word = nextWord + 1
  }
  return result
}

function faceOf(column: Column): QuoteWord {
  const counts = new Map<string, number>()
  let best: QuoteWord | null = null
  let most = 0
  for (const word of column) {
    if (word === null) continue
    const count = (counts.get(word.norm) ?? 0) + 1
    counts.set(word.norm, count)
    if (count > most || (count === most && best !== null && word.norm < best.norm)) {
      best = word
      most = count
    }
  }
  return best!
}
