import { characterClass, isApostrophe, isHyphen, isLetter, isUpper } from '../../text/index.js'
import { DIGIT, LETTER, MARK, UPPER } from '../../text/characters.js'
import { CAPITAL_ONLY, getAbbreviation } from './abbreviations.js'

/** Prefixes that are no words: with a hyphen and what follows they stay one token, as in the treebanks. */
const PREFIXES: ReadonlySet<string> = new Set(
  (
    'e re non co pre post anti pro over under mid semi multi un sub ex inter intra micro mini neo socio pan ultra mis de ' +
    'bi tri uni counter trans pseudo quasi infra extra geo eco bio psycho meta vice macro para proto poly'
  ).split(' '),
)

// 14: no prefix or abbreviation of the lists is longer
const LONGEST_LISTED = 14

/**
 * End of the word that starts at `at`: letters, digits and marks, with what joins them inside a word.
 *
 * Apostrophes between letters, `&` and `_` between letters, full stops of abbreviations and a hyphen after a prefix
 * belong to it; contractions are split off later by `findContraction`.
 */
export function findWordEnd(text: string, at: number, end: number): number {
  let stop = findLetters(text, at, end)
  while (stop < end) {
    const code = text.charCodeAt(stop)
    const next = stop + 1
    if (next >= end || !startsWord(text, next)) break
    if (isApostrophe(code) || code === 0x26 || code === 0x5f) {
      if (code === 0x60 && !isLetter(text.charCodeAt(next))) break
      stop = findLetters(text, next, end)
    } else if (isHyphen(code) && isPrefix(text, at, stop) && isLetter(text.charCodeAt(next))) {
      stop = findLetters(text, next, end)
    } else {
      break
    }
  }
  return takeFullStops(text, at, stop, end)
}

function findLetters(text: string, at: number, end: number): number {
  let stop = at
  while (stop < end && (characterClass(text.charCodeAt(stop)) & (LETTER | DIGIT | MARK)) !== 0) stop += 1
  return stop
}

function startsWord(text: string, at: number): boolean {
  return (characterClass(text.charCodeAt(at)) & (LETTER | DIGIT)) !== 0
}

function isPrefix(text: string, at: number, stop: number): boolean {
  return stop - at <= 8 && PREFIXES.has(text.slice(at, stop).toLowerCase())
}

/** Full stops that belong to the word: `U.S.`, `p.m.`, `Ph.D.`, `Dr.`, the initial in `Ada B. Crane`. */
function takeFullStops(text: string, at: number, stop: number, end: number): number {
  if (text.charCodeAt(stop) !== 0x2e || stop >= end || stop - at > LONGEST_LISTED) return stop
  if (text.charCodeAt(stop + 1) === 0x2e && stop + 1 < end) return stop
  let last = stop
  // letter, full stop, letter, full stop …; `Ph.D.` and `W.Va.` have a second letter
  while (last + 1 < end && text.charCodeAt(last) === 0x2e && isLetter(text.charCodeAt(last + 1))) {
    const group = findLetters(text, last + 1, end)
    if (
      group - last > 3 ||
      (stop - at > 2 && last === stop) ||
      (group - last === 3 && !isUpper(text.charCodeAt(last + 1)))
    )
      break
    last = group
  }
  if (last > stop) return text.charCodeAt(last) === 0x2e && last < end ? last + 1 : last
  return isAbbreviated(text, at, stop, end) ? stop + 1 : stop
}

function isAbbreviated(text: string, at: number, stop: number, end: number): boolean {
  const first = text.charCodeAt(at)
  // an initial, but not the pronoun
  if (stop - at === 1 && (characterClass(first) & UPPER) !== 0) return first !== 0x49 || nextIsInitial(text, stop + 1)
  const word = text.slice(at, stop).toLowerCase()
  const kind = getAbbreviation(word)
  if (kind === undefined) return false
  if (kind === 'number') return nextIsDigit(text, stop + 1)
  if (CAPITAL_ONLY.has(word) && !isUpper(first)) return false
  // `no.` at the end of a run that goes on (`co.uk`) is an address, seen before this
  return stop + 1 >= end || !isLetter(text.charCodeAt(stop + 1))
}

function nextIsDigit(text: string, at: number): boolean {
  const next = text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0xa0 ? at + 1 : at
  return (characterClass(text.charCodeAt(next)) & DIGIT) !== 0
}

/** `I. M. Crane`: another initial follows. */
function nextIsInitial(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20 && isUpper(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 0x2e
}
