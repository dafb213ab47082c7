import { characterClass, isDigit, isLetter } from '../../text/index.js'
import { DIGIT, LETTER, MARK, UPPER } from '../../text/characters.js'

/** Endings that make `name.ending` an address and not a missing space. */
const DOMAINS: ReadonlySet<string> = new Set(
  'com org net gov edu mil info int eu uk us ca au de fr jp cn ru in io co tv me news biz nz za ie ch ly ai app html'.split(
    ' ',
  ),
)

/**
 * End of a web or mail address or a handle that starts at `at`, or `at` where there is none.
 *
 * `start` and `end` bound the run without white space. Marks that close a sentence or a bracket stay outside.
 */
export function findAddressEnd(text: string, at: number, start: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code === 0x40) return findHandle(text, at, end)
  if (!isLetter(code) && !isDigit(code)) return at
  if (at > start && isLetter(text.charCodeAt(at - 1))) return at
  // cheap look ahead: most words hold none of `.`, `:`, `@`, `/`
  let stop = at + 1
  while (stop < end && (characterClass(text.charCodeAt(stop)) & (LETTER | DIGIT | MARK)) !== 0) stop += 1
  const mark = text.charCodeAt(stop)
  if (stop >= end || (mark !== 0x2e && mark !== 0x3a && mark !== 0x40 && mark !== 0x2d && mark !== 0x5f)) return at
  if (mark === 0x3a && text.charCodeAt(stop + 1) === 0x2f && text.charCodeAt(stop + 2) === 0x2f)
    return trimAddress(text, at, findPathEnd(text, stop, end))
  return findDomain(text, at, end)
}

function findHandle(text: string, at: number, end: number): number {
  let stop = at + 1
  while (
    stop < end &&
    ((characterClass(text.charCodeAt(stop)) & (LETTER | DIGIT)) !== 0 || text.charCodeAt(stop) === 0x5f)
  )
    stop += 1
  return stop > at + 1 ? stop : at
}

/** Stops before what no address holds: quotation marks, angle brackets, commas followed by nothing. */
function findPathEnd(text: string, at: number, end: number): number {
  let stop = at
  while (stop < end) {
    const code = text.charCodeAt(stop)
    if (code === 0x22 || code === 0x3c || code === 0x3e || code === 0x201c || code === 0x201d || code === 0xbb) break
    stop += 1
  }
  return stop
}

/** `www.example.org/a`, `mail@example.org`, `example.co.uk`; a mail address needs `@`, the rest a known ending. */
function findDomain(text: string, at: number, end: number): number {
  let stop = at
  let mail = false
  let dots = 0
  let group = at
  while (stop < end) {
    const code = text.charCodeAt(stop)
    if (code === 0x40) {
      if (mail) return at
      mail = true
      dots = 0
    } else if (code === 0x2e) {
      if (stop + 1 >= end || (characterClass(text.charCodeAt(stop + 1)) & (LETTER | DIGIT)) === 0) break
      dots += 1
      group = stop + 1
    } else if (code !== 0x2d && code !== 0x5f && code !== 0x2b && (characterClass(code) & (LETTER | DIGIT)) === 0) {
      break
    }
    stop += 1
  }
  if (dots === 0) return at
  // `said.The`: a capital after the full stop is a missing space, not an address
  if ((characterClass(text.charCodeAt(group)) & UPPER) !== 0 && !mail) return at
  const known = DOMAINS.has(text.slice(group, Math.min(stop, group + 8)).toLowerCase())
  const web = text.charCodeAt(at) === 0x77 && text.startsWith('www.', at)
  if (!mail && !web && !known) return at
  // `U.S.in`: letters with full stops are an abbreviation before they are a host
  if (!mail && !web && group - at <= 4) return at
  return trimAddress(text, at, text.charCodeAt(stop) === 0x2f && stop < end ? findPathEnd(text, stop, end) : stop)
}

function trimAddress(text: string, at: number, end: number): number {
  let stop = end
  while (stop > at + 1) {
    const code = text.charCodeAt(stop - 1)
    if ((characterClass(code) & (LETTER | DIGIT | MARK)) !== 0 || code === 0x2f || code === 0x5f || code === 0x3d) break
    stop -= 1
  }
  // a clitic is not part of the address: `example.com's`
  if (stop - at > 2 && (text.charCodeAt(stop - 1) | 0x20) === 0x73) {
    const mark = text.charCodeAt(stop - 2)
    if (mark === 0x27 || mark === 0x2019) return stop - 2
  }
  return stop
}
