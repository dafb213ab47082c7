/** Bits of {@link characterClass}; a code unit may carry several. */
export const SPACE = 1
export const LETTER = 2
export const UPPER = 4
export const DIGIT = 8
/** Combining marks and invisible format characters: they belong to the character before them. */
export const MARK = 16
export const LINE_END = 32
/** Half of a character beyond U+FFFF. */
export const SURROGATE = 64

const UNKNOWN = 255
// One byte a code unit, filled as characters turn up: news uses some hundreds of the 65,536.
const classes = new Uint8Array(65536).fill(UNKNOWN)

/** What a UTF-16 code unit is, as the bits above; 0 for punctuation and symbols. */
export function characterClass(code: number): number {
  const known = classes[code]!
  return known === UNKNOWN ? classify(code) : known
}

function classify(code: number): number {
  const found = readClass(code)
  classes[code] = found
  return found
}

function readClass(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  const character = String.fromCharCode(code)
  if (/\s/u.test(character)) return code === 10 || code === 13 || code === 0x2028 || code === 0x2029 ? 33 : SPACE
  if (/\p{L}/u.test(character)) return /\p{Lu}|\p{Lt}/u.test(character) ? LETTER | UPPER : LETTER
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (/[\p{M}\p{Cf}]/u.test(character)) return MARK
  return 0
}

/** True for what JavaScript calls white space, line ends and the no-break space included. */
export function isSpace(code: number): boolean {
  return (characterClass(code) & SPACE) !== 0
}

export function isLetter(code: number): boolean {
  return (characterClass(code) & LETTER) !== 0
}

export function isUpper(code: number): boolean {
  return (characterClass(code) & UPPER) !== 0
}

/** True for a letter that is not a capital; caseless scripts count as lower case. */
export function isLower(code: number): boolean {
  return (characterClass(code) & (LETTER | UPPER)) === LETTER
}

export function isDigit(code: number): boolean {
  return (characterClass(code) & DIGIT) !== 0
}

/** Apostrophe in any dress: `'`, `’`, the modifier letter, and the grave accent and prime that keyboards put for it. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0xff07 || code === 0x2032 || code === 0x60
}

/** Hyphens within words: hyphen-minus, hyphen, no-break hyphen, soft width variant. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0xff0d
}

/** Dashes between words: figure, en, em dash, bar and the minus sign; hyphens are not among them. */
export function isDash(code: number): boolean {
  return (code >= 0x2012 && code <= 0x2015) || code === 0x2212
}

/** Any mark that may open or close a quotation, single or double, of any language that news in English meets. */
export function isQuoteMark(code: number): boolean {
  return isDoubleQuote(code) || isSingleQuote(code)
}

/** `"`, `“”„‟`, `«»`, the full-width and double-prime forms, corner brackets. */
export function isDoubleQuote(code: number): boolean {
  return (
    code === 0x22 ||
    (code >= 0x201c && code <= 0x201f) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0xff02 ||
    code === 0x2033 ||
    code === 0x300c ||
    code === 0x300d
  )
}

/** `'`, `‘’‚‛`, `‹›`, the grave accent used as a quotation mark. */
export function isSingleQuote(code: number): boolean {
  return code === 0x27 || (code >= 0x2018 && code <= 0x201b) || code === 0x2039 || code === 0x203a || code === 0x60
}

/** Marks that in English print only open: `“„‟‘‚‛«‹「`. Straight marks and `’` are in neither class. */
export function isOpeningQuote(code: number): boolean {
  return (
    code === 0x201c ||
    code === 0x201e ||
    code === 0x201f ||
    code === 0x2018 ||
    code === 0x201a ||
    code === 0x201b ||
    code === 0xab ||
    code === 0x2039 ||
    code === 0x300c
  )
}

/** Marks that in English print only close, but `’`, which is an apostrophe too: `”»›」`. */
export function isClosingQuote(code: number): boolean {
  return code === 0x201d || code === 0xbb || code === 0x203a || code === 0x300d
}

/** `(`, `[`, `{`. */
export function isOpeningBracket(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b
}

/** `)`, `]`, `}`. */
export function isClosingBracket(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d
}

/** `$`, `£`, `€`, `¥`, `₹` and the rest of the currency block, `¢`. */
export function isCurrency(code: number): boolean {
  return code === 0x24 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20cf)
}

/** Marks that begin an item of a list: `•`, `·`, `‣`, `▪`, `●`, `◦`, `*`. */
export function isBullet(code: number): boolean {
  return (
    code === 0x2022 ||
    code === 0xb7 ||
    code === 0x2023 ||
    code === 0x25aa ||
    code === 0x25cf ||
    code === 0x25e6 ||
    code === 0x2a
  )
}

/**
 * Normal form for matching: lower case, straight apostrophes and quotation marks, plain hyphens, folded width, no
 * invisible characters. Never shown to anybody. A text of invisible characters only stays as it is.
 */
export function normalizeWord(word: string): string {
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (code > 127) return normalizeRare(word)
    if (code >= 65 && code <= 90) return normalizeAscii(word, index)
  }
  return word
}

function normalizeAscii(word: string, from: number): string {
  for (let index = from; index < word.length; index += 1) if (word.charCodeAt(index) > 127) return normalizeRare(word)
  return word.toLowerCase()
}

function normalizeRare(word: string): string {
  const folded = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛ʼ′＇]/gu, "'")
    .replace(/[“”„‟″＂]/gu, '"')
    .replace(/[‐‑－]/gu, '-')
    .replace(/\p{Cf}/gu, '')
  return folded === '' ? word : folded
}
