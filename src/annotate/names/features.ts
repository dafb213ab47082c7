import { COLUMN_COUNT, COLUMNS, FLAGS, mix } from './wordColumns.js'

/** A text as the features see it: one row of the word table for each token, and where paragraphs begin. */
export interface TokenRows {
  readonly length: number
  /** `table[rows[i] * COLUMN_COUNT + column]` describes token `i`. */
  readonly rows: Int32Array
  readonly table: Int32Array
  /** 1 where a token opens a paragraph or a sentence. */
  readonly opens: Uint8Array
  /** Bits of the listed phrases that cover a token; see the gazetteer. */
  readonly phrases: Int32Array
}

/** Most features a token can have; the size of the buffer handed to `writeFeatures`. */
export const FEATURE_LIMIT = 128

const { norm, cased, shape, fine, coarse, caseClass, kinds, flags } = COLUMNS
const NONE = 0x7fffffff

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
  return text.table[(text.rows[index] as number) * COLUMN_COUNT + flags] as number
}

/**
 * Writes the feature hashes of token `index` of the sequence `[from, to)` into `out` and returns how many there are.
 *
 * Every feature is a hash of a template number and whole numbers from the word table; training and reading share it.
 */
export function writeFeatures(
  text: TokenRows,
  from: number,
  to: number,
  index: number,
  strict: Runs,
  linked: Runs,
  out: Int32Array,
): number {
  const { table, rows } = text
  const row = (at: number): number => (at < from || at >= to ? -1 : (rows[at] as number) * COLUMN_COUNT)
  const get = (base: number, column: number): number => (base < 0 ? NONE : (table[base + column] as number))
  const a2 = row(index - 2)
  const a1 = row(index - 1)
  const b0 = row(index)
  const c1 = row(index + 1)
  const c2 = row(index + 2)
  let n = 0
  const add = (template: number, value: number): void => {
    out[n++] = mix(template, value)
  }
  const pair = (template: number, left: number, right: number): void => {
    out[n++] = mix(mix(template, left), right)
  }
  const triple = (template: number, left: number, middle: number, right: number): void => {
    out[n++] = mix(mix(mix(template, left), middle), right)
  }
  const w0 = get(b0, norm)
  const wa = get(a1, norm)
  const wc = get(c1, norm)
  const s0 = get(b0, shape)
  const sa = get(a1, shape)
  const sc = get(c1, shape)
  const opens = text.opens[index] as number

  add(0, 1)
  add(1, w0)
  add(2, get(b0, cased))
  add(3, wa)
  add(4, wc)
  add(5, get(a2, norm))
  add(6, get(c2, norm))
  pair(7, wa, w0)
  pair(8, w0, wc)
  pair(9, wa, wc)
  pair(10, get(a2, norm), wa)
  pair(11, wc, get(c2, norm))

  add(12, s0)
  add(13, sa)
  add(14, sc)
  pair(15, sa, s0)
  pair(16, s0, sc)
  triple(17, sa, s0, sc)
  pair(18, s0, wa)
  pair(19, s0, wc)
  pair(20, s0, opens)
  triple(21, get(a2, shape), sa, s0)
  triple(22, s0, sc, get(c2, shape))

  for (let column = COLUMNS.prefix2; column <= COLUMNS.suffix4; column++) {
    if (get(b0, column) !== 0) pair(23 + column, get(b0, column), 0)
  }
  pair(34, get(b0, COLUMNS.suffix3), s0)
  add(35, get(a1, COLUMNS.suffix3))
  add(36, get(c1, COLUMNS.suffix3))

  let template = 40
  for (const column of [fine, coarse, caseClass, kinds]) {
    const k0 = get(b0, column)
    const ka = get(a1, column)
    const kc = get(c1, column)
    add(template, k0)
    add(template + 1, ka)
    add(template + 2, kc)
    add(template + 3, get(a2, column))
    add(template + 4, get(c2, column))
    pair(template + 5, ka, k0)
    pair(template + 6, k0, kc)
    pair(template + 7, k0, s0)
    if (column !== fine) {
      triple(template + 8, ka, k0, kc)
      triple(template + 9, get(a2, column), ka, k0)
    }
    template += 10
  }

  const first = strict.first[index] as number
  const last = strict.last[index] as number
  if (get(b0, flags) & FLAGS.capital) {
    const tail = row(last)
    const before = row(first - 1)
    const after = row(last + 1)
    add(80, get(tail, norm))
    add(81, get(tail, coarse))
    add(82, get(row(first), norm))
    add(83, get(before, norm))
    add(84, get(after, norm))
    pair(85, get(before, norm), get(after, norm))
    triple(86, Math.min(index - first, 3), Math.min(last - index, 3), opens)
    pair(87, get(before, coarse), get(after, coarse))
    pair(88, get(tail, kinds), get(row(first), kinds))
    pair(89, get(row(first - 2), norm), get(before, norm))
    pair(90, get(after, norm), get(row(last + 2), norm))
  }
  const wideFirst = linked.first[index] as number
  const wideLast = linked.last[index] as number
  if (wideLast > wideFirst && (wideFirst !== first || wideLast !== last)) {
    add(91, get(row(wideLast), norm))
    add(92, get(row(wideFirst), norm))
    add(93, get(row(wideFirst), coarse))
    pair(94, Math.min(index - wideFirst, 4), Math.min(wideLast - index, 4))
    add(95, get(row(wideFirst - 1), norm))
    add(96, get(row(wideLast + 1), norm))
  }
  const p0 = text.phrases[index] as number
  if (p0 !== 0) {
    add(100, p0)
    pair(101, p0, s0)
  }
  if (index > from && text.phrases[index - 1] !== 0) add(102, text.phrases[index - 1] as number)
  if (index + 1 < to && text.phrases[index + 1] !== 0) add(103, text.phrases[index + 1] as number)
  return n
}
