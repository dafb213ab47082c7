import type { Span } from '../../text/index.js'
import { type Pair, pairMarks } from './pairMarks.js'

/** One stretch between quotation marks. `start`/`end`: the words, without marks and the white space beside them. */
export interface Quotation extends Span {
  /** Offset of the opening mark (or of the paragraph, where a quotation runs on without one). */
  readonly open: number
  /** One past the closing mark; equals `end` where the mark is missing. */
  readonly close: number
  /** 0 for a quotation in the account's own text, 1 for one inside another, and so on. */
  readonly depth: number
  /** Number of the line it stands in, counting every line feed. */
  readonly line: number
  /** True where the quotation before it was left open at the end of its paragraph and this one takes it up again. */
  readonly continues: boolean
  readonly closed: boolean
  readonly family: 'double' | 'single' | 'guillemet'
}

/** What an open quotation needs to run on into later lines. */
interface Running {
  readonly family: Quotation['family']
  /** Indexes into the quotations found: those that fall if nothing closes it. */
  readonly pieces: number[]
  /** It starts its line, or stands after a colon. */
  readonly opens: boolean
  lines: number
}

// 6 lines: quotations set over lines without repeated marks are short in the texts seen; past that a mark went missing.
const MOST_LINES = 6

/**
 * Pairs the quotation marks of a text and gives what stands between them, in reading order.
 *
 * A quotation left open at the end of a paragraph is taken up by the next one when that starts with an opening mark, or
 * runs on to a closing mark at most six lines below. An opening mark that nothing takes up counts to the end of its
 * paragraph when it opens it or stands after a colon, and is let go elsewhere. Stretches without a word are left out. O(n).
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  const fallen = new Set<number>()
  let running: Running | null = null
  let line = 0
  let start = 0
  while (start <= text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    if (hasWord(text, start, end)) running = readLine(text, start, end, line, running, found, fallen)
    if (feed === -1) break
    start = feed + 1
    line++
  }
  if (running !== null) letGo(running, found, fallen)
  return setDepths(found.filter((_, index) => !fallen.has(index)))
}

function readLine(
  text: string,
  start: number,
  end: number,
  line: number,
  before: Running | null,
  found: Quotation[],
  fallen: Set<number>,
): Running | null {
  const { pairs, strays } = pairMarks(text, start, end)
  const first = firstWord(text, start, end)
  const takenUp = before !== null && pairs.some((pair) => pair.from === first && pair.family === before.family)
  let running: Running | null = null
  if (before !== null && !takenUp) {
    const stray = strays.find((mark) => mark.family === before.family)
    const crossed = pairs.some((pair) => pair.family === before.family && (stray === undefined || pair.from < stray.at))
    if (stray !== undefined && !crossed) {
      const to = stray.at + stray.length
      push(
        text,
        { from: first, inner: first, to, innerEnd: stray.at, family: before.family, closed: true },
        line,
        true,
        found,
      )
    } else if (!crossed && before.lines < MOST_LINES && !pairs.some((pair) => !pair.closed)) {
      before.pieces.push(found.length)
      before.lines++
      const piece: Pair = { from: first, inner: first, to: end, innerEnd: end, family: before.family, closed: false }
      if (push(text, piece, line, true, found)) return before
      before.pieces.pop()
    } else {
      letGo(before, found, fallen)
    }
  }
  for (const pair of pairs) {
    const index = found.length
    if (!push(text, pair, line, takenUp && pair.from === first, found)) continue
    if (!pair.closed) {
      const opens = pair.from === first || isAfterColon(text, pair.from)
      running = { family: pair.family, pieces: [index], opens, lines: 0 }
    }
  }
  return running
}

/** Nothing took the quotation up: only one that opens its paragraph or stands after a colon, without others beside it, was a forgotten closing mark. */
function letGo(running: Running, found: readonly Quotation[], fallen: Set<number>): void {
  const [index, ...rest] = running.pieces
  for (const piece of rest) fallen.add(piece)
  const quotation = found[index!]!
  const inner = found[index! + 1]
  const alone = inner === undefined || inner.line !== quotation.line
  if (!quotation.continues && !(running.opens && alone && running.family !== 'single')) fallen.add(index!)
}

function push(text: string, pair: Pair, line: number, continues: boolean, found: Quotation[]): boolean {
  const span = trim(text, pair.inner, pair.innerEnd)
  if (span === null) return false
  found.push({
    ...span,
    open: pair.from,
    close: pair.closed ? pair.to : span.end,
    depth: 0,
    line,
    continues,
    closed: pair.closed,
    family: pair.family,
  })
  return true
}

function setDepths(found: readonly Quotation[]): readonly Quotation[] {
  const ends: number[] = []
  return found.map((quotation) => {
    while (ends.length > 0 && ends[ends.length - 1]! <= quotation.open) ends.pop()
    ends.push(quotation.close)
    return { ...quotation, depth: ends.length - 1 }
  })
}

function trim(text: string, from: number, to: number): Span | null {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  // A comma before the closing mark belongs to the reporter's sentence, a full stop or question mark to the quotation.
  while (end > start && (text.charCodeAt(end - 1) === 0x2c || isSpace(text.charCodeAt(end - 1)))) end--
  return hasWord(text, start, end) ? { start, end } : null
}

function isAfterColon(text: string, place: number): boolean {
  let at = place - 1
  while (at >= 0 && text.charCodeAt(at) === 0x20) at--
  return text.charCodeAt(at) === 0x3a
}

function firstWord(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if ((code | 32) >= 97 && (code | 32) <= 122) return true
    if (code >= 48 && code <= 57) return true
    if (code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code !== 0xd7 && code !== 0x3000) return true
  }
  return false
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || code === 0x3000
}
