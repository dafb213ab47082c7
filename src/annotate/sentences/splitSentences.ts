import { isCaption } from '../../document/index.js'
import { isDash, isDigit, isDoubleQuote, isHyphen, isLower, isUpper } from '../../text/index.js'
import type { TokenSpans } from '../tokens/index.js'
import { endsAfterAbbreviation } from './abbreviationEnd.js'
import { findDatelineEnd } from './dateline.js'
import { classifyParagraph } from './paragraphKind.js'
import type { SentenceRange } from './sentenceSpans.js'
import { REPORTING, SILENT } from './starters.js'
import { TokenView } from './tokenView.js'

// `“… it.” — Ada Crane`: at most this many tokens after the last sentence of a paragraph name who said it
const LONGEST_SIGNATURE = 7

/** Longest sentence in tokens; beyond it one is cut, so that no later stage meets an unbounded one. */
// 250: the longest sentence of the treebanks has 159 tokens, of ten thousand news articles 240
export const MAX_SENTENCE = 250

/**
 * Splits tokens into sentences; every token is in exactly one.
 *
 * A line feed always ends one. Within a paragraph full stops, question and exclamation marks and ellipses do, judged by
 * what follows: closing marks stay with the sentence they close, abbreviations and initials do not end one unless the next
 * word shows it, `“Why?” she asked` goes on. Inside a quotation sentences are split as outside. A dateline
 * (`MOSCOW (Reuters) —`) is a sentence of its own. Linear in the tokens; no tokens, no sentences.
 */
export function splitSentences(text: string, tokens: TokenSpans): SentenceRange[] {
  const view = new TokenView(text, tokens)
  const sentences: SentenceRange[] = []
  let paragraph = 0
  let first = 0
  for (let index = 1; index <= tokens.count; index += 1) {
    if (index < tokens.count && !hasLineEnd(text, tokens.ends[index - 1]!, tokens.starts[index]!)) continue
    splitParagraph(view, first, index, paragraph, sentences)
    paragraph += 1
    first = index
  }
  return sentences
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true
  }
  return false
}

function splitParagraph(view: TokenView, start: number, end: number, paragraph: number, out: SentenceRange[]): void {
  let first = start
  const dateline = findDatelineEnd(view, start, end)
  if (dateline > start && dateline < end) {
    out.push({ firstToken: start, endToken: dateline, paragraph, kind: 'dateline' })
    first = dateline
  }
  const body = first
  const kind = classifyParagraph(view, body, end)
  // the number or letter of a list item ends nothing
  let index = kind === 'list' ? first + 2 : first
  let open = false
  for (; index < end; index += 1) {
    if (isDoubleQuote(view.first(index))) open = spacedOut(view, index, end) ? !open : view.opens(index)
    let stop = findStop(view, index, first, end, open)
    if (stop < 0 && index - first >= MAX_SENTENCE) stop = index + 1
    if (stop < 0 || stop >= end) continue
    out.push({ firstToken: first, endToken: stop, paragraph, kind: kindOf(view, first, stop, kind) })
    if (stop > index + 1) open = false
    first = stop
    index = stop - 1
  }
  if (first >= end) return
  // A paragraph of one sentence has been judged as a whole.
  out.push({
    firstToken: first,
    endToken: end,
    paragraph,
    kind: first === body ? kind : kindOf(view, first, end, kind),
  })
}

/** A caption in the middle of a paragraph is furniture; any other sentence is what its paragraph is. */
function kindOf(view: TokenView, first: number, end: number, kind: SentenceRange['kind']): SentenceRange['kind'] {
  if (kind === 'furniture') return kind
  return isCaption(view.text.slice(view.tokens.starts[first]!, view.tokens.ends[end - 1]!)) ? 'furniture' : kind
}

/** End of the sentence whose final mark is token `index` (closing marks included), or -1 where none ends here. */
function findStop(view: TokenView, index: number, first: number, end: number, open: boolean): number {
  const last = view.last(index)
  const final = last === 0x21 || last === 0x3f
  const dots = last === 0x2e || last === 0x2026
  if (!final && !dots) return -1
  const single = view.length(index) === 1
  const ellipsis = dots && (last === 0x2026 || (!single && view.first(index) === 0x2e))
  const abbreviation = dots && !single && !ellipsis
  const next = skipClosers(view, index + 1, end, open)
  if (next >= end) return -1
  const closed = next > index + 1
  if (abbreviation) return endsAfterAbbreviation(view, index, next, first) ? next : -1
  if (!startsSentence(view, next, end)) return -1
  // `example.com?x`, `3.Four`: marks without a space end a sentence only before a capital
  if (!view.spaceBefore(next) && !view.opens(next) && !isUpper(view.first(next))) return -1
  if (ellipsis) return isUpper(firstWord(view, next, end)) || view.opens(next) ? next : -1
  if (final && closed && reports(view, next, end)) return -1
  return next
}

/** Skips the marks that close what the sentence opened; a straight quote closes only what is open or what it clings to. */
function skipClosers(view: TokenView, from: number, end: number, open: boolean): number {
  let index = from
  let inside = open
  while (index < end) {
    if (view.closes(index)) {
      // `end. "Next`: clings to what follows, so it opens
      inside = false
    } else if (inside && view.isQuote(index) && !view.opens(index)) {
      inside = false
    } else if (inside && spacedOut(view, index, end)) {
      inside = false
    } else {
      break
    }
    index += 1
  }
  return index
}

/** A straight quotation mark with space on both sides: only counting tells whether it opens. */
function spacedOut(view: TokenView, index: number, end: number): boolean {
  return view.first(index) === 0x22 && view.spaceBefore(index) && (index + 1 >= end || view.spaceBefore(index + 1))
}

function startsSentence(view: TokenView, index: number, end: number): boolean {
  const code = firstWord(view, index, end)
  const first = view.first(index)
  // `iPhone`, `eBay`: a capital inside the first letters
  if (isLower(code)) return code === first && isUpper(view.text.charCodeAt(view.tokens.starts[index]! + 1))
  // a comma, a semicolon or a closing dash goes on
  if (first === 0x2c || first === 0x3b || first === 0x3a || first === 0x29) return false
  if (isDash(first) || isHyphen(first))
    return isUpper(code) && view.spaceBefore(index) && end - index > LONGEST_SIGNATURE
  return true
}

/** First code unit of the first token that is no opening mark or dash. */
function firstWord(view: TokenView, index: number, end: number): number {
  let at = index
  while (at < end && at < index + 4) {
    const code = view.first(at)
    if (!view.opens(at) && !view.isQuote(at) && !isDash(code) && !isHyphen(code) && code !== 0x2e && code !== 0x2026)
      return code
    at += 1
  }
  return 0
}

/** True where `?”` or `!”` is followed by who said it: `Crane asked`, `the mayor told reporters`. */
function reports(view: TokenView, index: number, end: number): boolean {
  // `Nobody answered` says nothing
  if (SILENT.has(view.word(index).toLowerCase())) return false
  const last = Math.min(end, index + 5)
  for (let at = index; at < last; at += 1) {
    const code = view.first(at)
    if (code === 0x2c || isDigit(code) || view.isQuote(at)) return false
    if (view.length(at) > 2 && REPORTING.has(view.word(at))) return true
  }
  return false
}
