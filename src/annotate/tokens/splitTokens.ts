import { characterClass, isApostrophe, isCurrency, isDash, isDigit, isHyphen, isLetter } from '../../text/index.js'
import { DIGIT, LETTER, MARK, SPACE, SURROGATE } from '../../text/characters.js'
import { findAddressEnd } from './findAddress.js'
import { findContraction } from './findContraction.js'
import { findNumberEnd, splitsUnit } from './findNumber.js'
import { findWordEnd } from './findWord.js'
import { SpanCollector, type TokenSpans } from './tokenSpans.js'

/** Longest run without white space that is read as words; beyond it the run is cut into pieces of {@link PIECE}. */
// 2,000: the longest web address met in 26,179 news articles has some 600 characters
export const MAX_RUN = 2000
const PIECE = 1000

/** What {@link splitTokens} found, and the runs that were too long to be read as words. */
export interface TokenSplit extends TokenSpans {
  readonly longRuns: readonly { readonly start: number; readonly end: number }[]
}

/**
 * Splits a text into tokens the way Universal Dependencies do for English.
 *
 * Clitics (`do|n't`, `Putin|’s`), hyphenated compounds (`14|-|year`), marks, currency signs and percent signs are tokens of
 * their own; numbers, addresses, abbreviations with their full stops and prefixed words (`re-elected`) stay whole. Gaps
 * between tokens hold white space only. Linear in the text; a run of more than {@link MAX_RUN} characters without
 * white space is cut into pieces of 1,000 and reported in `longRuns`. Empty text, no tokens.
 */
export function splitTokens(text: string): TokenSplit {
  const tokens = new SpanCollector(text.length >> 2)
  const longRuns: { start: number; end: number }[] = []
  const length = text.length
  let at = 0
  while (at < length) {
    if ((characterClass(text.charCodeAt(at)) & SPACE) !== 0) {
      at += 1
      continue
    }
    let end = at + 1
    while (end < length && (characterClass(text.charCodeAt(end)) & SPACE) === 0) end += 1
    if (end - at > MAX_RUN) {
      longRuns.push({ start: at, end })
      cutRun(text, at, end, tokens)
    } else {
      splitRun(text, at, end, tokens)
    }
    at = end
  }
  return { count: tokens.count, starts: tokens.starts, ends: tokens.ends, longRuns }
}

function cutRun(text: string, start: number, end: number, tokens: SpanCollector): void {
  let at = start
  while (at < end) {
    let stop = Math.min(end, at + PIECE)
    // never between the halves of one character
    if (stop < end && (text.charCodeAt(stop) & 0xfc00) === 0xdc00) stop += 1
    tokens.add(at, stop)
    at = stop
  }
}

/** Splits one run of characters without white space. */
function splitRun(text: string, start: number, end: number, tokens: SpanCollector): void {
  let at = start
  while (at < end) {
    const address = findAddressEnd(text, at, start, end)
    if (address > at) {
      tokens.add(at, address)
      at = address
      continue
    }
    const code = text.charCodeAt(at)
    const kind = characterClass(code)
    if ((kind & (LETTER | MARK)) !== 0) at = addWord(text, at, end, tokens)
    else if ((kind & DIGIT) !== 0) at = addNumber(text, at, end, tokens)
    else if ((kind & SURROGATE) !== 0) at = addPictures(text, at, end, tokens)
    else at = addMark(text, at, start, end, tokens)
  }
}

function addWord(text: string, at: number, end: number, tokens: SpanCollector): number {
  const stop = findWordEnd(text, at, end)
  // `US$5`, `HK$20`: the letters and the sign are one currency
  if (stop < end && stop - at <= 3 && isCurrency(text.charCodeAt(stop)) && isDigit(text.charCodeAt(stop + 1))) {
    tokens.add(at, stop + 1)
    return stop + 1
  }
  const inner = findContraction(text, at, stop)
  if (inner > at) {
    tokens.add(at, inner)
    tokens.add(inner, stop)
  } else {
    tokens.add(at, stop)
  }
  return stop
}

function addNumber(text: string, at: number, end: number, tokens: SpanCollector): number {
  const stop = findNumberEnd(text, at, end)
  const unit = splitsUnit(text, at, stop, end)
  if (unit === 0) {
    tokens.add(at, stop)
    return stop
  }
  tokens.add(at, unit)
  return unit
}

/** A run of characters beyond U+FFFF with what modifies them: emoji sequences, rare letters. */
function addPictures(text: string, at: number, end: number, tokens: SpanCollector): number {
  let stop = at
  while (stop < end && (characterClass(text.charCodeAt(stop)) & (SURROGATE | MARK)) !== 0) stop += 1
  tokens.add(at, stop)
  return stop
}

function addMark(text: string, at: number, start: number, end: number, tokens: SpanCollector): number {
  const code = text.charCodeAt(at)
  let stop = at + 1
  if (isApostrophe(code)) stop = findClitic(text, at, start, end)
  else if (code === 0x2e || isHyphen(code) || isDash(code) || isRepeated(code)) {
    while (stop < end && text.charCodeAt(stop) === code) stop += 1
  } else if (code === 0x21 || code === 0x3f) {
    while (stop < end && (text.charCodeAt(stop) === 0x21 || text.charCodeAt(stop) === 0x3f)) stop += 1
  } else if (code === 0x23 && stop < end && isLetter(text.charCodeAt(stop))) {
    stop = findWordEnd(text, stop, end)
  }
  while (stop < end && (characterClass(text.charCodeAt(stop)) & MARK) !== 0) stop += 1
  tokens.add(at, stop)
  return stop
}

function isRepeated(code: number): boolean {
  return code === 0x3d || code === 0x2a || code === 0x5f || code === 0x7e || code === 0x2b || code === 0x2026
}

/** End of what an apostrophe starts: a clitic after a mark (`”’s`), `''`, an elision (`'em`, `’90s`), or the mark alone. */
function findClitic(text: string, at: number, start: number, end: number): number {
  const next = at + 1
  if (next >= end) return next
  const code = text.charCodeAt(next)
  if (code === text.charCodeAt(at) && isApostrophe(code)) return next + 1
  if (at > start && (code === 0x73 || code === 0x53) && !isWordCode(text, next + 1, end)) return next + 1
  let stop = next
  while (stop < end && isWordCode(text, stop, end)) stop += 1
  const word = text.slice(next, Math.min(stop, next + 6)).toLowerCase()
  if (at > start && (word === 're' || word === 've' || word === 'll' || word === 'd' || word === 'm')) return stop
  // elisions are written with ' or ’, never with the opening mark
  if (text.charCodeAt(at) !== 0x27 && text.charCodeAt(at) !== 0x2019) return next
  if (word === 'em' || word === 'til' || word === 'tis' || word === 'twas' || word === 'cause') return stop
  if (word.length === 3 && word.endsWith('s') && isDigit(word.charCodeAt(0)) && isDigit(word.charCodeAt(1))) return stop
  if (text.charCodeAt(at) === 0x2019 && word.length === 2 && isDigit(word.charCodeAt(0)) && isDigit(word.charCodeAt(1)))
    return stop
  return next
}

function isWordCode(text: string, at: number, end: number): boolean {
  return at < end && (characterClass(text.charCodeAt(at)) & (LETTER | DIGIT | MARK)) !== 0
}
