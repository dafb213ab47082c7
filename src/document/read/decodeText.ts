import { SynopticError } from '../../text/index.js'

/** Text decoded from bytes, and the encoding it was read as. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  /** False where the bytes were no valid text in any declared encoding and windows-1252 was assumed. */
  readonly certain: boolean
}

// 1 %: a text file holds next to no control characters; images and archives hold about a tenth.
const MOST_CONTROL = 0.01
const SAMPLE = 65_536

/**
 * Decodes bytes by byte-order mark (UTF-16 also by its zero bytes), then strict UTF-8, then the encoding that the server or the page itself declares, then windows-1252 as
 * the web does; CRLF becomes LF.
 *
 * UTF-8 comes before the declaration: browsers save pages as UTF-8 and leave the old declaration in them, and other encodings are next
 * to never valid UTF-8.
 * @throws SynopticError `INPUT_BINARY` when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, origin: string, charset: string | null = null): DecodedText {
  const marked = encodingOfMark(bytes) ?? unmarkedUtf16(bytes)
  if (marked !== null)
    return { text: unifyLines(new TextDecoder(marked).decode(bytes)), encoding: marked, certain: true }
  if (looksBinary(bytes)) {
    throw new SynopticError(
      'INPUT_BINARY',
      `${origin} holds binary data, not text: give .txt, .md, .html, .json or .jsonl, or convert it to one of these`,
    )
  }
  const declared = charset ?? declaredEncoding(bytes)
  // Japanese mail encoding is plain ASCII with escapes, so that it looks like UTF-8.
  const first = /^iso-2022-jp$/i.test(declared ?? '') ? [declared!, 'utf-8'] : ['utf-8', declared]
  for (const encoding of first) {
    if (encoding === null || isWindows1252(encoding)) continue
    const text = decodeStrictly(bytes, encoding)
    if (text !== null) return { text: unifyLines(text), encoding: encoding.toLowerCase(), certain: true }
  }
  const certain = declared !== null && isWindows1252(declared)
  return { text: unifyLines(decodeWindows1252(bytes)), encoding: 'windows-1252', certain }
}

/** The encoding that a Content-Type names; null where it names none. */
export function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType)?.[1] ?? null
}

/** The text, or null where the bytes are none in this encoding or the encoding is unknown. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error
    return null
  }
}

/** The names that the web reads as windows-1252. */
function isWindows1252(encoding: string): boolean {
  return /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(encoding)
}

/** What a page or an XML file says of its encoding in its first 2 KB; null where it says nothing. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  const match =
    /^\s*<\?xml[^>]{0,100}\bencoding=["']([\w.:-]{2,40})["']/.exec(head) ??
    /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)
  // Neither can be true of bytes in which the declaration itself could be read.
  return match === null || /^utf-(?:16|32)/i.test(match[1]!) ? null : match[1]!
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

// 90 % of a Latin text's UTF-16 units have a zero byte, always on one side; numbers in a binary file have zeros on both.
const LEAST_ZEROS = 0.7

/** UTF-16 without its mark, told by where its zero bytes stand; null for other bytes. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  if (pairs < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (odd >= LEAST_ZEROS * pairs && even === 0) return 'utf-16le'
  return even >= LEAST_ZEROS * pairs && odd === 0 ? 'utf-16be' : null
}

function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE)
  let control = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  return length > 0 && control / length > MOST_CONTROL
}

function unifyLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

// Node 20 decodes this encoding as Latin-1 (bytes 80–9F become control characters), so these 32 are mapped here, after the
// Encoding Standard's index; the five bytes without a character stay what they are.
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text of bytes in windows-1252; every byte has a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80]!)
}
