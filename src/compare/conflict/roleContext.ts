import type { Span } from '../../text/index.js'
import { foldName } from './compareNames.js'

// Right before a role, in its paragraph: it was held once, came to be held, or is told of another time.
const PAST =
  /\b(?:was|were|been|became|becoming|served|serving|worked|working|elected|appointed|nominated|confirmed|named|once|then|former|(?:days|years|stint|tenure|time|term)[^\S\n]+as)(?:[^\S\n]+(?:as|a|an|the|to|be|his|her|their|for|[A-Z][\p{L}.]*[’']s))*[^\S\n]*$/iu
// Hours and days ago somebody held what he holds.
const LONG_AGO = /(?:(?<!\b(?:minutes?|hours?|days?|nights?|weeks?)\s)\bago|\bin (?:19|20)\d\d)\b[^.!?\n]*$/iu
const BEFORE = 60

/** True where the words before a role put it into another time: "served as secretary", "then Senator Okoye", "years ago, Mayor Okoye". */
export function isToldAsPast(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  // Where the stretch begins within a word, its end is none: "Chicago" is not "ago".
  const whole = start > BEFORE ? before.replace(/^\S*/, '') : before
  return PAST.test(whole) || LONG_AGO.test(whole)
}

const NAME_BEHIND = /^[^\S\n]+((?:\p{Lu}[\p{L}\p{M}.’'-]*[^\S\n]+){0,3}\p{Lu}[\p{L}\p{M}’'-]*)/u
const DAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/
const BEHIND = 60

/**
 * True where the name that stands right behind a title is not the person's: "Mr. Okoye, Secretary of State Ida Lind and others" gives
 * Okoye no office. `names` are the words of the person's names, folded.
 */
export function isOthersTitle(text: string, { end }: Span, names: ReadonlySet<string>): boolean {
  const behind = foldName(NAME_BEHIND.exec(text.slice(end, end + BEHIND))?.[1] ?? '')
  if (behind.length === 0 || DAY_OR_MONTH.test(behind[0]!)) return false
  return !behind.some((word) => word.length > 1 && names.has(word))
}
