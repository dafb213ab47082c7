/** What a quotation mark does where it stands, judged by the characters beside it. */
export interface Mark {
  /** Offset of its first code unit. */
  readonly at: number
  /** Code units it takes: 2 for doubled signs (`` and ''), else 1. */
  readonly length: number
  readonly family: 'double' | 'single' | 'guillemet'
  /** Can it open here? 2: by its shape and place; 1: by its place alone; 0: no. */
  readonly opens: 0 | 1 | 2
  readonly closes: 0 | 1 | 2
  /** Single marks after an s and before a lower-case word: as likely a plural possessive as a closing mark. */
  readonly doubtful: boolean
}

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const OPENING = 4
const PUNCTUATION = 5

/** Elided words that start with an apostrophe; a mark before one of them opens nothing. */
const ELISIONS = new Set([
  'em',
  'tis',
  'twas',
  'til',
  'till',
  'cause',
  'bout',
  'round',
  'n',
  'cuz',
  'ere',
  'neath',
  'im',
])

/**
 * Every character of one paragraph that may open or close a quotation, in reading order.
 *
 * Apostrophes inside words, signs for feet, inches, minutes and decades are left out. Curly, straight, low, angled,
 * full-width and TeX marks are known. O(n).
 */
export function findMarks(text: string, start: number, end: number): readonly Mark[] {
  const marks: Mark[] = []
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x22 && code !== 0x27 && code !== 0x60 && code !== 0xab && code !== 0xbb && code < 0x2018) continue
    const mark = readMark(text, at, code, start, end)
    if (mark === null) continue
    marks.push(mark)
    at += mark.length - 1
  }
  return marks
}

function readMark(text: string, at: number, code: number, start: number, end: number): Mark | null {
  switch (code) {
    case 0x22: // "
    case 0xff02: // full width
    case 0x201f: // ‟
      return place(text, at, 1, 'double', 0, start, end)
    case 0x201c: // “, which closes in German
      return place(text, at, 1, 'double', 1, start, end)
    case 0x201e: // „
      return { at, length: 1, family: 'double', opens: 2, closes: 0, doubtful: false }
    case 0x201d: // ”, which opens in Swedish and by mistake
      return place(text, at, 1, 'double', 2, start, end)
    case 0xab: // «
    case 0xbb: // »
      return place(text, at, 1, 'guillemet', 0, start, end)
    case 0x2039: // ‹
    case 0x203a: // ›
      return place(text, at, 1, 'guillemet', 0, start, end)
    case 0x60: // `
      return text.charCodeAt(at + 1) === 0x60
        ? { at, length: 2, family: 'double', opens: 2, closes: 0, doubtful: false }
        : place(text, at, 1, 'single', 1, start, end)
    case 0x27: // '
      return text.charCodeAt(at + 1) === 0x27 && at + 1 < end
        ? place(text, at, 2, 'double', 0, start, end)
        : place(text, at, 1, 'single', 0, start, end)
    case 0x2018: // ‘
    case 0x201b: // ‛
      return place(text, at, 1, 'single', 1, start, end)
    case 0x201a: // ‚
      return { at, length: 1, family: 'single', opens: 2, closes: 0, doubtful: false }
    case 0x2019: // ’, twice for a double mark
      if (text.charCodeAt(at + 1) === 0x2019 && at + 1 < end) return place(text, at, 2, 'double', 2, start, end)
      return place(text, at, 1, 'single', 2, start, end)
    default:
      return null
  }
}

/** `shape`: 0 for straight signs, 1 for one drawn as an opening, 2 for one drawn as a closing. */
function place(
  text: string,
  at: number,
  length: number,
  family: Mark['family'],
  shape: 0 | 1 | 2,
  start: number,
  end: number,
): Mark | null {
  const left = at > start ? classify(text.charCodeAt(at - 1)) : SPACE
  const right = at + length < end ? classify(text.charCodeAt(at + length)) : SPACE
  const single = family === 'single'
  if (single && shape !== 1) {
    // An apostrophe inside a word, or before a decade or an elided word.
    if ((left === LETTER || left === DIGIT) && (right === LETTER || right === DIGIT)) return null
    if ((left === SPACE || left === OPENING) && isElision(text, at + length, end)) return null
    if (left === DIGIT && shape === 0 && !followsWord(text, at, start)) return null
  }
  const roomBefore = left === SPACE || left === OPENING
  const roomAfter = right === SPACE || right === PUNCTUATION || right === OPENING
  let opens: 0 | 1 | 2 = 0
  let closes: 0 | 1 | 2 = 0
  if (shape === 1) {
    // After a word and before space or a stop it closes, as in German; at the end of a paragraph it opens nothing.
    const closing = !roomBefore && (right === SPACE || isStop(text.charCodeAt(at + length)))
    opens = closing || at + length >= end ? 0 : 2
    closes = closing ? 2 : right === LETTER || right === DIGIT || !roomAfter ? 0 : 1
  } else if (shape === 2) {
    closes = left === SPACE && right === LETTER ? 0 : 2
    opens = roomBefore && right !== SPACE && right !== PUNCTUATION ? 1 : 0
  } else {
    const spaced = left === SPACE && right === SPACE
    opens = spaced && !single ? 1 : roomBefore && right !== SPACE ? 2 : 0
    closes = spaced && !single ? 1 : left !== SPACE && roomAfter ? 2 : 0
    if (opens === 0 && closes === 0 && !single) {
      // Glued on both sides ("word"word): closes what is open, or opens after a dash; else it is a stray sign.
      closes = 1
      opens = left === PUNCTUATION ? 1 : 0
    }
    if (family === 'guillemet') {
      opens = roomBefore || right === LETTER ? 1 : 0
      closes = 1
    }
  }
  if (single && opens === 0 && closes === 0) return null
  const doubtful =
    single &&
    closes > 0 &&
    (text.charCodeAt(at - 1) | 32) === 0x73 &&
    right === SPACE &&
    isLower(text.charCodeAt(at + length + 1))
  return { at, length, family, opens, closes, doubtful }
}

function classify(code: number): number {
  if (code <= 0x20 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || code === 0x3000) {
    return SPACE
  }
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER
  if (code >= 48 && code <= 57) return DIGIT
  switch (code) {
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
    case 0x2014: // —
    case 0x2013: // –
    case 0x2d: // -
    case 0x2f: // /
    case 0x22:
    case 0x27:
    case 0x201c:
    case 0x2018:
    case 0x201e:
    case 0x60:
      return OPENING
    case 0x201d:
    case 0x2019:
    case 0x2026:
      return PUNCTUATION
  }
  if (code < 0xc0) return PUNCTUATION
  if (code >= 0x2010 && code <= 0x206f) return PUNCTUATION
  return LETTER
}

/** `,` `.` `;` `:` `!` `?` `)` */
function isStop(code: number): boolean {
  return (
    code === 0x2c || code === 0x2e || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x29
  )
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122
}

function isElision(text: string, from: number, end: number): boolean {
  const code = text.charCodeAt(from)
  if (code >= 48 && code <= 57) {
    // Decades: '90s, ’68.
    const second = text.charCodeAt(from + 1)
    const third = text.charCodeAt(from + 2)
    return second >= 48 && second <= 57 && !(third >= 48 && third <= 57)
  }
  let to = from
  while (to < end && to - from < 6 && isLower(text.charCodeAt(to) | 32)) to++
  return ELISIONS.has(text.slice(from, to).toLowerCase())
}

/** A straight mark after a digit is a sign for feet or minutes unless letters stand earlier in the same word. */
function followsWord(text: string, at: number, start: number): boolean {
  let from = at - 1
  while (from >= start && classify(text.charCodeAt(from)) === DIGIT) from--
  return from >= start && at - from > 3
}
