import { isFurniture } from '../../document/index.js'
import { isBullet, isClosingQuote, isDash, isDigit, isHyphen, isLetter } from '../../text/index.js'
import type { Sentence } from '../layers.js'
import type { TokenView } from './tokenView.js'

// 20 tokens: longer paragraphs without a final mark are text whose mark was lost
const LONGEST_HEADING = 20

/** What a paragraph `[first, end)` is: furniture by its words, an item of a list by how it starts, a heading by how it ends, else text. */
export function classifyParagraph(view: TokenView, first: number, end: number): Sentence['kind'] {
  if (first < end && isFurniture(view.text.slice(view.tokens.starts[first]!, view.tokens.ends[end - 1]!))) {
    return 'furniture'
  }
  if (isItem(view, first, end)) return 'list'
  if (end - first > LONGEST_HEADING) return 'text'
  let last = end - 1
  while (last > first && (view.closes(last) || isClosingQuote(view.first(last)))) last -= 1
  const code = view.last(last)
  const ended = code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || code === 0x3a || code === 0x2c
  // a shouted or whispered line of one word is no heading unless it has letters
  return ended || !hasLetters(view, first, end) ? 'text' : 'heading'
}

function hasLetters(view: TokenView, first: number, end: number): boolean {
  for (let index = first; index < end; index += 1) if (isLetter(view.first(index))) return true
  return false
}

/** `• …`, `- …`, `1. …`, `a) …`. */
function isItem(view: TokenView, first: number, end: number): boolean {
  if (end - first < 3) return false
  const code = view.first(first)
  if (isBullet(code) || ((isDash(code) || isHyphen(code)) && view.length(first) === 1))
    return view.spaceBefore(first + 1)
  const next = view.first(first + 1)
  if (next !== 0x2e && next !== 0x29) return false
  if (view.spaceBefore(first + 1) || !view.spaceBefore(first + 2)) return false
  return (isDigit(code) && view.length(first) <= 2) || (isLetter(code) && view.length(first) === 1)
}
