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
 * Decodes bytes by byte-order mark, then strict UTF-8, then windows-1252 as the web does; CRLF becomes LF.
 *
 * @throws SynopticError `INPUT_BINARY` when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, origin: string): DecodedText {
  const marked = encodingOfMark(bytes)
  if (marked !== null)
    return { text: unifyLines(new TextDecoder(marked).decode(bytes)), encoding: marked, certain: true }
  if (looksBinary(bytes)) {
    throw new SynopticError(
      'INPUT_BINARY',
      `${origin} holds binary data, not text: give .txt, .md, .html, .json or .jsonl, or convert it to one of these`,
    )
  }
  try {
    return {
      text: unifyLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      encoding: 'utf-8',
      certain: true,
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { text: unifyLines(decodeWindows1252(bytes)), encoding: 'windows-1252', certain: false }
  }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
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

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80]!)
}
