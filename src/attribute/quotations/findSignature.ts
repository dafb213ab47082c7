import type { Span } from '../../text/index.js'

// After the closing mark, in its line or alone in the next: a dash, then a name of at most six words, and nothing but what tells of its
// owner after a comma ("— Ann Lee, 34, a nurse").
const SIGNATURE =
  /^\.?[ \t\u00a0]*(?:\n[ \t\u00a0]*){0,2}(?:[\u2012-\u2015]|--?)[ \t\u00a0]*(\p{Lu}[\p{L}.'’-]*(?: (?:(?:al|bin|da|de|del|der|di|du|la|van|von) ){0,2}\p{Lu}[\p{L}.'’-]*){0,5})(?:,[^\n]{0,80})?[ \t\u00a0]*(?=\n|$)/u
// 200 units: a dash, a name and what tells of its owner are shorter.
const LONGEST = 200

/**
 * The name under a quotation that fills its paragraph and is signed: `“We go.” — Ann Lee`, as readers' letters and quotations set apart
 * are. `open` and `close` are the quotation's marks. Null where none stands there.
 */
export function findSignature(text: string, open: number, close: number): Span | null {
  if (/\S/u.test(text.slice(text.lastIndexOf('\n', open - 1) + 1, open))) return null
  const match = SIGNATURE.exec(text.slice(close, close + LONGEST))
  if (match === null) return null
  const name = match[1]!.replace(/\.$/u, '')
  const start = close + match[0].indexOf(match[1]!)
  return { start, end: start + name.length }
}
