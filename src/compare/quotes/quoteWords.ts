import type { Span } from '../../text/index.js'
import { foldStyle } from './wordForms.js'

/** One word of a quotation, as printed and as compared. Contractions are two words: `there|’s`, `did|n’t`, `can|not`. */
export interface QuoteWord extends Span {
  /** Lower case without accents and full stops; contracted forms written out where they can be (`n’t` is `not`). */
  readonly norm: string
  /** The norm in one style of print: titles in full, small numbers as figures, American spelling. */
  readonly style: string
  /** The letters as printed, for telling typography from wording. */
  readonly exact: string
  /** What parts it from the word before: nothing but space, a sentence end, an ellipsis, or the reporter's interruption. */
  readonly before: 'space' | 'sentence' | 'ellipsis' | 'part'
  /** Inside square brackets: supplied by the outlet. */
  readonly bracketed: boolean
  /** Letters replaced by asterisks or dashes; the norm keeps one `*` for them. */
  readonly masked: boolean
  readonly contracted: boolean
}

const CLITICS: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'d", "'d"],
  ["'s", "'s"],
])

/** Stems that change before n’t. */
const NEGATED: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
])

/**
 * The words of a quotation's content spans, in reading order. O(n).
 *
 * Words are runs of letters and digits with inner apostrophes, full stops of abbreviations and masking asterisks; hyphens part
 * words, and so do commas outside numbers.
 */
export function splitQuoteWords(text: string, content: readonly Span[]): readonly QuoteWord[] {
  const words: QuoteWord[] = []
  content.forEach((span, part) => {
    let before: QuoteWord['before'] = part > 0 ? 'part' : 'space'
    let bracketed = false
    let at = span.start
    while (at < span.end) {
      const code = text.charCodeAt(at)
      if (isWordCode(code) || (isMask(code) && isWordCode(text.charCodeAt(at + 1)))) {
        const end = findWordEnd(text, at, span.end)
        addWord(text, { start: at, end }, before, bracketed, words)
        before = 'space'
        at = end
        continue
      }
      if (code === 0x25) {
        words.push({
          start: at,
          end: at + 1,
          norm: 'percent',
          style: 'percent',
          exact: '%',
          before,
          bracketed,
          masked: false,
          contracted: false,
        })
        before = 'space'
      } else if (code === 0x5b) bracketed = true
      else if (code === 0x5d) bracketed = false
      else if (before !== 'part') before = partBy(text, at, code, before)
      at++
    }
  })
  return words
}

function partBy(text: string, at: number, code: number, before: QuoteWord['before']): QuoteWord['before'] {
  if (code === 0x2026) return 'ellipsis'
  if (code === 0x2e && text.charCodeAt(at + 1) === 0x2e) return 'ellipsis'
  // . ! ? ; and a line feed end a sentence.
  if (before === 'space' && (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3b || code === 0x0a))
    return 'sentence'
  return before
}

function findWordEnd(text: string, start: number, limit: number): number {
  let at = start
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (isWordCode(code) || code === 0x2a) {
      at++
      continue
    }
    const next = text.charCodeAt(at + 1)
    const inner = at > start && at + 1 < limit && isWordCode(next)
    // Apostrophes, and full stops between single letters: U.K.
    if (inner && (code === 0x27 || code === 0x2019)) at++
    else if (inner && code === 0x2e && isAbbreviation(text, at, start, limit)) at++
    else if (inner && code === 0x2c && isDigit(text.charCodeAt(at - 1)) && isDigit(next)) at++
    else if (inner && code === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(next)) at++
    else if (code === 0x2d && text.charCodeAt(at + 1) === 0x2d) {
      // f---ing
      let to = at
      while (to < limit && text.charCodeAt(to) === 0x2d) to++
      if (to < limit && isWordCode(text.charCodeAt(to)) && at - start <= 2 && to - at <= 4) at = to
      else break
    } else break
  }
  return at
}

function isAbbreviation(text: string, at: number, start: number, limit: number): boolean {
  const single = at - 1 === start || text.charCodeAt(at - 2) === 0x2e
  const after = at + 2 >= limit || !isWordCode(text.charCodeAt(at + 2))
  return single && after
}

function addWord(text: string, span: Span, before: QuoteWord['before'], bracketed: boolean, words: QuoteWord[]): void {
  const exact = text.slice(span.start, span.end)
  const plain = fold(exact)
  const masked = /[*]|--/.test(plain)
  const cut = findClitic(plain)
  const push = (start: number, end: number, norm: string, place: QuoteWord['before'], contracted: boolean): void => {
    words.push({
      start,
      end,
      norm,
      style: foldStyle(norm),
      exact: text.slice(start, end),
      before: place,
      bracketed,
      masked,
      contracted,
    })
  }
  if (cut === -1) {
    const norm = masked
      ? plain.replace(/[*]+|-{2,}/, '*')
      : plain.replace(/\d/.test(plain) ? /,/g : /[.,]/g, '').replace(/'$/, '')
    push(span.start, span.end, norm, before, false)
    return
  }
  const tail = plain.slice(cut)
  const stem = plain.slice(0, cut)
  const whole = tail === "n't" ? (NEGATED.get(stem) ?? stem) : stem
  push(span.start, span.start + cut, whole, before, false)
  push(span.start + cut, span.end, CLITICS.get(tail) ?? tail, 'space', tail !== 'not')
}

function findClitic(plain: string): number {
  if (plain === 'cannot') return 3
  if (plain.length > 3 && plain.endsWith("n't")) return plain.length - 3
  const mark = plain.lastIndexOf("'")
  return mark > 0 && CLITICS.has(plain.slice(mark)) ? mark : -1
}

/** Lower case, straight apostrophes, no accents; as long as the input where that matters (words with clitics are plain letters). */
function fold(exact: string): string {
  const lower = exact.toLowerCase().replace(/[\u2019\u2018\u02bc]/g, "'")
  if (lower.length !== exact.length) return exact
  for (let at = 0; at < lower.length; at++) {
    if (lower.charCodeAt(at) > 0x7f) {
      const stripped = lower.normalize('NFKD').replace(/\p{M}/gu, '')
      return stripped.length === exact.length ? stripped : lower
    }
  }
  return lower
}

/**
 * True where two words say the same: equal norms, a masked word that fits, or a clitic and what it may stand for (`’s` is `is`
 * or `has`, `’d` is `would` or `had`).
 */
export function isSameWord(a: QuoteWord, b: QuoteWord): boolean {
  if (a.norm === b.norm) return true
  if (a.masked !== b.masked) return a.masked ? fitsMask(a.norm, b.norm) : fitsMask(b.norm, a.norm)
  if (a.norm.charCodeAt(0) === 0x27) return fitsClitic(a.norm, b.norm)
  if (b.norm.charCodeAt(0) === 0x27) return fitsClitic(b.norm, a.norm)
  return a.style === b.style
}

function fitsClitic(clitic: string, norm: string): boolean {
  if (clitic === "'s") return norm === 'is' || norm === 'has'
  return clitic === "'d" && (norm === 'would' || norm === 'had')
}

function fitsMask(masked: string, norm: string): boolean {
  const star = masked.indexOf('*')
  if (star === -1) return false
  const head = masked.slice(0, star)
  const tail = masked.slice(star + 1)
  return head.length > 0 && norm.length > head.length + tail.length && norm.startsWith(head) && norm.endsWith(tail)
}

function isMask(code: number): boolean {
  return code === 0x2a
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isWordCode(code: number): boolean {
  if ((code | 32) >= 97 && (code | 32) <= 122) return true
  if (code >= 48 && code <= 57) return true
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    (code < 0x2000 || code > 0x206f) &&
    (code < 0x3000 || code > 0x303f)
  )
}
