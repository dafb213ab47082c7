/**
 * What a feature may know of one word, each as a whole number: columns of a row in a word table.
 *
 * Hashes are 32-bit; clusters and classes are 0 where the lexicon does not know the word.
 */
export const COLUMNS = {
  norm: 0,
  cased: 1,
  shape: 2,
  prefix2: 3,
  prefix3: 4,
  prefix4: 5,
  suffix1: 6,
  suffix2: 7,
  suffix3: 8,
  suffix4: 9,
  fine: 10,
  coarse: 11,
  caseClass: 12,
  kinds: 13,
  flags: 14,
} as const

export const COLUMN_COUNT = 15

/** What a place before or after a sentence has in every column. */
export const EDGE_VALUE = 0x7fffffff

/** Bits of the `flags` column. */
export const FLAGS = {
  capital: 1,
  allCapitals: 2,
  lower: 4,
  digit: 8,
  mark: 16,
  linker: 32,
  sentenceEnd: 64,
  initial: 128,
  quote: 256,
  /** Often inside names: has a capital or a digit, or the lexicon says so. */
  strong: 512,
  /** Never inside names as far as is known. */
  closed: 1024,
} as const

/** What the lexicon knows of a word: clusters, and how it is used in news. */
export interface Lexicon {
  /** Writes the columns `fine`, `coarse`, `caseClass` and `kinds` of the row at `offset`, and adds to its flags. */
  describe(word: string, norm: string, row: Int32Array, offset: number): void
}

// Small words that stand inside names without a capital: "Bank of the South", "Ministry for Trade", "Ludwig van Beek".
const LINKERS = new Set(
  "of the and for & de la le du des del della di da do dos das e y van von der den ter bin ibn bint al el ul - ' ’ 's ’s".split(
    ' ',
  ),
)

/** FNV-1a over the code units of `text` from `from` to `to`, as a signed 32-bit number. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

/** One hash of a template's number and a value; two calls chain a pair. */
export function mix(seed: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Lower case, straight quotes, all digits as 0: the form under which words are learnt. */
export function normOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\p{Nd}/gu, '0')
}

/** Writes all columns of a word into the row at `offset`. */
export function describeWord(word: string, lexicon: Lexicon, row: Int32Array, offset: number): void {
  const norm = normOf(word)
  const n = norm.length
  row[offset + COLUMNS.norm] = hashText(norm)
  row[offset + COLUMNS.cased] = hashText(word)
  row[offset + COLUMNS.shape] = shapeOf(word)
  row[offset + COLUMNS.prefix2] = n > 2 ? hashText(norm, 0, 2) : 0
  row[offset + COLUMNS.prefix3] = n > 3 ? hashText(norm, 0, 3) : 0
  row[offset + COLUMNS.prefix4] = n > 4 ? hashText(norm, 0, 4) : 0
  row[offset + COLUMNS.suffix1] = n > 1 ? hashText(norm, n - 1) : 0
  row[offset + COLUMNS.suffix2] = n > 2 ? hashText(norm, n - 2) : 0
  row[offset + COLUMNS.suffix3] = n > 3 ? hashText(norm, n - 3) : 0
  row[offset + COLUMNS.suffix4] = n > 4 ? hashText(norm, n - 4) : 0
  row[offset + COLUMNS.flags] = flagsOf(word, norm)
  lexicon.describe(word, norm, row, offset)
}

/** The word's characters as classes (capital, small, digit, mark itself), runs shortened to two, as a number. */
export function shapeOf(word: string): number {
  let hash = 0x811c9dc5
  let last = 0
  let run = 0
  for (let index = 0; index < word.length; index++) {
    const kind = characterKind(word.charCodeAt(index))
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) hash = Math.imul(hash ^ kind, 0x01000193)
  }
  return hash
}

/** 1 capital, 2 small letter, 3 digit, else the code unit itself. */
function characterKind(code: number): number {
  if (code >= 97 && code <= 122) return 2
  if (code >= 65 && code <= 90) return 1
  if (code >= 48 && code <= 57) return 3
  if (code < 128) return code
  const character = String.fromCharCode(code)
  const lower = character.toLowerCase()
  if (character !== lower) return 1
  return character !== character.toUpperCase() || /\p{L}/u.test(character) ? 2 : code
}

function flagsOf(word: string, norm: string): number {
  let capitals = 0
  let small = 0
  let digits = 0
  for (let index = 0; index < word.length; index++) {
    const kind = characterKind(word.charCodeAt(index))
    if (kind === 1) capitals++
    else if (kind === 2) small++
    else if (kind === 3) digits++
  }
  let flags = 0
  if (capitals > 0 && characterKind(word.charCodeAt(0)) === 1) flags |= FLAGS.capital
  if (capitals > 1 && small === 0) flags |= FLAGS.allCapitals
  if (small > 0 && capitals === 0) flags |= FLAGS.lower
  if (digits > 0) flags |= FLAGS.digit
  if (capitals > 0 || digits > 0) flags |= FLAGS.strong
  if (capitals + small + digits === 0) flags |= FLAGS.mark
  if (LINKERS.has(norm)) flags |= FLAGS.linker
  if (norm === '.' || norm === '!' || norm === '?' || norm === ':') flags |= FLAGS.sentenceEnd
  if (word.length === 2 && norm[1] === '.' && capitals === 1) flags |= FLAGS.initial
  if (norm === '"' || norm === "'") flags |= FLAGS.quote
  return flags
}
