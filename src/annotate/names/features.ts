import type { FeatureSink } from './featureSink.js'
import { COLUMN_COUNT, COLUMNS, FLAGS } from './wordColumns.js'

/** A text as the features see it: one row of the word table for each token, and where paragraphs begin. */
export interface TokenRows {
  readonly length: number
  /** `table[rows[i] * COLUMN_COUNT + column]` describes token `i`; row 0 is the edge of a sentence. */
  readonly rows: Int32Array
  readonly table: Int32Array
  /** 1 where a token opens a paragraph or a sentence. */
  readonly opens: Uint8Array
  /** Bits of the listed phrases that cover a token; see the gazetteer. */
  readonly phrases: Int32Array
}

/** Runs of capitalised tokens: for each token the first and last token of its run, itself where it is in none. */
export interface Runs {
  readonly first: Int32Array
  readonly last: Int32Array
}

/** Finds runs of capitalised tokens in `[from, to)`; `linked` runs reach over linking words such as "of the". */
export function findRuns(text: TokenRows, from: number, to: number, linked: boolean, runs: Runs): void {
  let index = from
  while (index < to) {
    runs.first[index] = index
    runs.last[index] = index
    if ((flagsAt(text, index) & FLAGS.capital) === 0) {
      index++
      continue
    }
    let last = index
    for (let next = index + 1; next < to; next++) {
      const bits = flagsAt(text, next)
      if (bits & FLAGS.capital) last = next
      // Two linking words in a row ("of the") are the most a name holds.
      else if (!(linked && bits & FLAGS.linker && next - last <= 2)) break
    }
    for (let member = index; member <= last; member++) {
      runs.first[member] = index
      runs.last[member] = last
    }
    index = last + 1
  }
}

function flagsAt(text: TokenRows, index: number): number {
  return text.table[(text.rows[index] as number) * COLUMN_COUNT + COLUMNS.flags] as number
}

/** Places of a word round the token whose label is asked: the token itself and two neighbours on either side. */
export const OFFSETS = [-2, -1, 0, 1, 2] as const

/** Row of the word table at a place; 0, the edge, outside the sentence `[from, to)`. */
export function rowAt(text: TokenRows, from: number, to: number, at: number): number {
  return at < from || at >= to ? 0 : (text.rows[at] as number)
}

/**
 * Adds the features of one word at one offset (0 to 4 for -2 to 2) from the token: those that look at no other word.
 *
 * Every feature is a hash of a template number and whole numbers from the word table; training and reading share it.
 */
export function writeWordFeatures(table: Int32Array, row: number, offset: number, out: FeatureSink): void {
  const base = row * COLUMN_COUNT
  const shape = table[base + COLUMNS.shape] as number
  out.add(WORD_TEMPLATES[offset] as number, table[base + COLUMNS.norm] as number)
  for (let group = 0; group < 4; group++) {
    const template = 40 + 10 * group
    const value = table[base + (CLASS_COLUMNS[group] as number)] as number
    out.add(template + (CLASS_TEMPLATES[offset] as number), value)
    if (offset === 2) out.pair(template + 7, value, shape)
  }
  if (offset === 0 || offset === 4) return
  const suffix = table[base + COLUMNS.suffix3] as number
  out.add(SHAPE_TEMPLATES[offset] as number, shape)
  if (offset === 1) out.add(35, suffix)
  else if (offset === 3) out.add(36, suffix)
  else {
    out.add(0, 1)
    out.add(2, table[base + COLUMNS.cased] as number)
    out.pair(34, suffix, shape)
    for (let column = COLUMNS.prefix2 as number; column <= COLUMNS.suffix4; column++) {
      const affix = table[base + column] as number
      if (affix !== 0) out.pair(23 + column, affix, 0)
    }
  }
}

const WORD_TEMPLATES = [5, 3, 1, 4, 6]
const SHAPE_TEMPLATES = [0, 13, 12, 14, 0]
const CLASS_TEMPLATES = [3, 1, 0, 2, 4]
const CLASS_COLUMNS = [COLUMNS.fine, COLUMNS.coarse, COLUMNS.caseClass, COLUMNS.kinds]

/** Where the rows of a token and its neighbours begin in the word table. */
interface Window {
  a2: number
  a1: number
  b0: number
  c1: number
  c2: number
}

// One window for all calls: a fresh object for each token would cost more than filling this one.
const window: Window = { a2: 0, a1: 0, b0: 0, c1: 0, c2: 0 }

/** Adds the features of token `index` of the sentence `[from, to)` that look at two words or more, or far away. */
export function writeContextFeatures(
  text: TokenRows,
  from: number,
  to: number,
  index: number,
  strict: Runs,
  linked: Runs,
  out: FeatureSink,
): void {
  window.a2 = rowAt(text, from, to, index - 2) * COLUMN_COUNT
  window.a1 = rowAt(text, from, to, index - 1) * COLUMN_COUNT
  window.b0 = rowAt(text, from, to, index) * COLUMN_COUNT
  window.c1 = rowAt(text, from, to, index + 1) * COLUMN_COUNT
  window.c2 = rowAt(text, from, to, index + 2) * COLUMN_COUNT
  writeWordPairs(text.table, out)
  writeShapePairs(text.table, text.opens[index] as number, out)
  writeClassPairs(text.table, COLUMNS.fine, 40, out)
  writeClassPairs(text.table, COLUMNS.coarse, 50, out)
  writeClassPairs(text.table, COLUMNS.caseClass, 60, out)
  writeClassPairs(text.table, COLUMNS.kinds, 70, out)
  writeRuns(text, from, to, index, strict, linked, out)
  writePhrases(text, from, to, index, strict, out)
}

function writeWordPairs(table: Int32Array, out: FeatureSink): void {
  const w2 = table[window.a2 + COLUMNS.norm] as number
  const wa = table[window.a1 + COLUMNS.norm] as number
  const w0 = table[window.b0 + COLUMNS.norm] as number
  const wc = table[window.c1 + COLUMNS.norm] as number
  const w4 = table[window.c2 + COLUMNS.norm] as number
  out.pair(7, wa, w0)
  out.pair(8, w0, wc)
  out.pair(9, wa, wc)
  out.pair(10, w2, wa)
  out.pair(11, wc, w4)
}

function writeShapePairs(table: Int32Array, opens: number, out: FeatureSink): void {
  const { a1, b0, c1 } = window
  const sa = table[a1 + COLUMNS.shape] as number
  const s0 = table[b0 + COLUMNS.shape] as number
  const sc = table[c1 + COLUMNS.shape] as number
  out.pair(15, sa, s0)
  out.pair(16, s0, sc)
  out.triple(17, sa, s0, sc)
  out.pair(18, s0, table[a1 + COLUMNS.norm] as number)
  out.pair(19, s0, table[c1 + COLUMNS.norm] as number)
  out.pair(20, s0, opens)
  out.triple(21, table[window.a2 + COLUMNS.shape] as number, sa, s0)
  out.triple(22, s0, sc, table[window.c2 + COLUMNS.shape] as number)
}

/** Features of one column of word classes over neighbours, under template numbers from `template`. */
function writeClassPairs(table: Int32Array, column: number, template: number, out: FeatureSink): void {
  const ka = table[window.a1 + column] as number
  const k0 = table[window.b0 + column] as number
  const kc = table[window.c1 + column] as number
  out.pair(template + 5, ka, k0)
  out.pair(template + 6, k0, kc)
  // Three fine clusters in a row are too rare to learn from.
  if (column === COLUMNS.fine) return
  out.triple(template + 8, ka, k0, kc)
  out.triple(template + 9, table[window.a2 + column] as number, ka, k0)
}

function writeRuns(
  text: TokenRows,
  from: number,
  to: number,
  index: number,
  strict: Runs,
  linked: Runs,
  out: FeatureSink,
): void {
  const { table } = text
  const first = strict.first[index] as number
  const last = strict.last[index] as number
  if ((table[window.b0 + COLUMNS.flags] as number) & FLAGS.capital) {
    const head = rowAt(text, from, to, first) * COLUMN_COUNT
    const tail = rowAt(text, from, to, last) * COLUMN_COUNT
    const before = rowAt(text, from, to, first - 1) * COLUMN_COUNT
    const after = rowAt(text, from, to, last + 1) * COLUMN_COUNT
    const wb = text.table[before + COLUMNS.norm] as number
    const wa = text.table[after + COLUMNS.norm] as number
    out.add(80, text.table[tail + COLUMNS.norm] as number)
    out.add(81, text.table[tail + COLUMNS.coarse] as number)
    out.add(82, text.table[head + COLUMNS.norm] as number)
    out.add(83, wb)
    out.add(84, wa)
    out.pair(85, wb, wa)
    out.triple(86, Math.min(index - first, 3), Math.min(last - index, 3), text.opens[index] as number)
    out.pair(87, text.table[before + COLUMNS.coarse] as number, text.table[after + COLUMNS.coarse] as number)
    out.pair(88, text.table[tail + COLUMNS.kinds] as number, text.table[head + COLUMNS.kinds] as number)
    out.pair(89, normAt(text, rowAt(text, from, to, first - 2)), wb)
    out.add(97, table[tail + COLUMNS.fine] as number)
    out.pair(98, table[tail + COLUMNS.norm] as number, Math.min(last - first, 3))
    out.pair(99, table[tail + COLUMNS.coarse] as number, table[head + COLUMNS.coarse] as number)
    out.pair(90, wa, normAt(text, rowAt(text, from, to, last + 2)))
  }
  const wideFirst = linked.first[index] as number
  const wideLast = linked.last[index] as number
  if (wideLast === wideFirst || (wideFirst === first && wideLast === last)) return
  const head = rowAt(text, from, to, wideFirst) * COLUMN_COUNT
  out.add(91, normAt(text, rowAt(text, from, to, wideLast)))
  out.add(92, text.table[head + COLUMNS.norm] as number)
  out.add(93, text.table[head + COLUMNS.coarse] as number)
  out.pair(94, Math.min(index - wideFirst, 4), Math.min(wideLast - index, 4))
  out.add(95, normAt(text, rowAt(text, from, to, wideFirst - 1)))
  out.add(96, normAt(text, rowAt(text, from, to, wideLast + 1)))
}

function normAt(text: TokenRows, row: number): number {
  return text.table[row * COLUMN_COUNT + COLUMNS.norm] as number
}

/** Bit of a phrase's value: the token is the phrase's first or last. */
const FIRST_PARTS = [1, 2]
const LAST_PARTS = [1, 4]

function writePhrases(text: TokenRows, from: number, to: number, index: number, strict: Runs, out: FeatureSink): void {
  const own = text.phrases[index] as number
  if (own !== 0) {
    out.add(100, own)
    out.pair(101, own, text.table[window.b0 + COLUMNS.shape] as number)
    // A listed place at the end of a longer run of capitals is more often part of a body's name than a place.
    let begin = index
    while (begin > from && !FIRST_PARTS.includes((text.phrases[begin] as number) & 7)) begin--
    let end = index
    while (end + 1 < to && !LAST_PARTS.includes((text.phrases[end] as number) & 7)) end++
    const opens = begin === strict.first[begin] ? 1 : 0
    const closes = end === strict.last[end] ? 1 : 0
    out.triple(104, own, opens, closes)
    out.triple(105, own, text.table[window.a1 + COLUMNS.norm] as number, opens)
    out.triple(106, own, text.table[window.c1 + COLUMNS.norm] as number, closes)
  }
  const before = index > from ? (text.phrases[index - 1] as number) : 0
  const after = index + 1 < to ? (text.phrases[index + 1] as number) : 0
  if (before !== 0) out.add(102, before)
  if (after !== 0) out.add(103, after)
}
