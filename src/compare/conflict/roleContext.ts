import type { Span } from '../../text/index.js'
import { foldName } from './compareNames.js'

// Right before a role: it was held once, came to be held, or is told of another time.
const PAST =
  /\b(?:was|were|been|became|becoming|served|serving|worked|working|elected|appointed|nominated|confirmed|named|once|then|former|days|years|stint|tenure|time|term)(?:\s+(?:as|a|an|the|to|be|his|her|their|by|for|[A-Z][\p{L}.]*[’']s))*\s*$/iu
const LONG_AGO = /\b(?:ago|back in|in (?:19|20)\d\d)\b[^.!?]*$/u
const BEFORE = 60

/** True where the words before a role put it into another time: "served as secretary", "when he was mayor", "then Senator Okoye", "years ago, Mayor Okoye". */
export function isToldAsPast(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  return PAST.test(before) || LONG_AGO.test(before)
}

const NAME_BEHIND = /^\s+((?:\p{Lu}[\p{L}\p{M}.’'-]*\s+){0,3}\p{Lu}[\p{L}\p{M}’'-]*)/u
const BEHIND = 60

/**
 * True where the name that stands right behind a title is not the person's: "Mr. Okoye, Secretary of State Ida Lind and others" gives
 * Okoye no office. `names` are the words of the person's names, folded.
 */
export function isOthersTitle(text: string, { end }: Span, names: ReadonlySet<string>): boolean {
  const behind = NAME_BEHIND.exec(text.slice(end, end + BEHIND))?.[1]
  if (behind === undefined) return false
  return !foldName(behind).some((word) => word.length > 1 && names.has(word))
}
