/** What a piece is: a run of letters, a number in digits, or one other character. */
export const WORD = 1
export const NUMBER = 2
export const SYMBOL = 3

/** Norm of the piece that stands for the end of a line. */
export const FENCE = '\n'

/**
 * A text cut into words, digit numbers and single marks, finer than tokens, so that a phrase reads the same however a
 * tokenizer treats hyphens: `mid-2024` is three pieces, `1,500.5` one.
 *
 * A line's end is a mark of its own. Columns of one table: entry `i` of each array belongs to piece `i`. Offsets are UTF-16 code units.
 */
export interface Pieces {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** Blank before the piece: 0 none, 1 white space. */
  readonly gap: Uint8Array
  /** Lower case for words, the character for marks (quotes and dashes straightened), the digits for numbers. */
  readonly norm: readonly string[]
  /** Value of numbers; NaN elsewhere. */
  readonly value: Float64Array
}

/** Cuts a text into pieces. Linear; empty text, no pieces. */
export function splitPieces(text: string): Pieces {
  const start: number[] = []
  const end: number[] = []
  const kind: number[] = []
  const gaps: number[] = []
  const norm: string[] = []
  const value: number[] = []
  const length = text.length
  let gap = 0
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      // One mark for a run of line feeds: a fence that no phrase reaches over.
      if (norm[norm.length - 1] !== FENCE) {
        start.push(at)
        end.push(at + 1)
        kind.push(SYMBOL)
        gaps.push(1)
        norm.push(FENCE)
        value.push(Number.NaN)
      }
      gap = 1
      at++
      continue
    }
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)) {
      gap = 1
      at++
      continue
    }
    const from = at
    let number = Number.NaN
    if (isLetter(code)) {
      do at++
      while (at < length && isLetter(text.charCodeAt(at)))
      kind.push(WORD)
      // Longer than any word of a time or number: not worth a copy.
      norm.push(at - from > 24 ? '' : text.slice(from, at).toLowerCase())
    } else if (isDigit(code)) {
      at = findNumberEnd(text, from)
      const digits = text.slice(from, at)
      number = getNumber(digits)
      kind.push(NUMBER)
      norm.push(digits)
    } else {
      at++
      kind.push(SYMBOL)
      norm.push(getMark(code))
    }
    start.push(from)
    end.push(at)
    gaps.push(gap)
    value.push(number)
    gap = 0
  }
  return {
    text,
    count: norm.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    kind: Uint8Array.from(kind),
    gap: Uint8Array.from(gaps),
    norm,
    value: Float64Array.from(value),
  }
}

const cache = new WeakMap<object, Pieces>()

/** The pieces of a document's text, cut once for all components that read the same token layer. */
export function getPieces(text: string, key: object): Pieces {
  const known = cache.get(key)
  if (known !== undefined && known.text === text) return known
  const pieces = splitPieces(text)
  cache.set(key, pieces)
  return pieces
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** True for letters; beyond Latin-1 everything that is not punctuation or space counts. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || (code > 0x2bff && (code < 0x3000 || code > 0x303f)))
}

/** Longest number that starts here: digits, groups of three after commas or dots, one decimal part. */
function findNumberEnd(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  const head = at - from
  if (head <= 3) {
    const mark = text.charCodeAt(at)
    while (text.charCodeAt(at) === 44 && isGroup(text, at + 1)) at += 4
    if (mark === 46 && isGroup(text, at + 1) && text.charCodeAt(at + 4) === 46 && isGroup(text, at + 5)) {
      while (text.charCodeAt(at) === 46 && isGroup(text, at + 1)) at += 4
      return at
    }
  }
  // The last part of a dotted date or version is no decimal: "15.8.2025".
  const dotted = text.charCodeAt(from - 1) === 46 && isDigit(text.charCodeAt(from - 2))
  if (!dotted && text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
    let end = at + 1
    while (isDigit(text.charCodeAt(end))) end++
    // "15.8.2025" is a date, not 15.8.
    if (!(text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1)))) at = end
  }
  return at
}

function isGroup(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  )
}

function getNumber(digits: string): number {
  const plain = digits.includes(',') ? digits.replaceAll(',', '') : digits
  const dot = plain.indexOf('.')
  if (dot >= 0 && plain.indexOf('.', dot + 1) >= 0) return Number(plain.replaceAll('.', ''))
  return Number(plain)
}

function getMark(code: number): string {
  if (code === 0x2019 || code === 0x2018 || code === 0x60) return "'"
  if (code >= 0x2010 && code <= 0x2015) return '-'
  if (code === 0x2212) return '-'
  if (code === 0x201c || code === 0x201d) return '"'
  return String.fromCharCode(code)
}
