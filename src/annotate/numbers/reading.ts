import { FENCE, NUMBER, type Pieces } from './pieces.js'

/** The word at piece `at`, or '' past the end of the text or of a line: no phrase runs over it. */
export function wordAt(pieces: Pieces, at: number): string {
  if (at >= pieces.count || at < 0) return ''
  const norm = pieces.norm[at]!
  return norm === FENCE ? '' : norm
}

/** The word before piece `at`, '' at the start of a line. */
export function wordBefore(pieces: Pieces, at: number): string {
  return wordAt(pieces, at - 1)
}

/** True where the piece follows the one before it without a blank. */
export function isJoined(pieces: Pieces, at: number): boolean {
  return at < pieces.count && pieces.gap[at] === 0
}

/** True where the piece starts with a capital letter. */
export function isCapital(pieces: Pieces, at: number): boolean {
  if (at < 0 || at >= pieces.count) return false
  const character = pieces.text.charAt(pieces.start[at]!)
  return character !== character.toLowerCase()
}

/** The whole number at `at` if it is written in plain digits within the bounds; -1 otherwise. */
export function integerAt(pieces: Pieces, at: number, low: number, high: number, width = 0): number {
  if (at >= pieces.count || at < 0 || pieces.kind[at] !== NUMBER) return -1
  const digits = pieces.norm[at]!
  const value = pieces.value[at]!
  if (digits.length > 4 || (width > 0 && digits.length !== width) || !Number.isInteger(value)) return -1
  if (digits.includes('.') || digits.includes(',')) return -1
  return value >= low && value <= high ? value : -1
}
