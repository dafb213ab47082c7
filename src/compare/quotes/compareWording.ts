import type { Span } from '../../text/index.js'
import type { WordPairs } from './alignWords.js'
import type { QuoteWord } from './quoteWords.js'
import type { StoryQuote } from './storyQuotes.js'
import { isSameStem } from './wordForms.js'

/** One place where two tellings of an utterance differ. */
export interface WordingChange {
  /**
   * `wording`: words replaced, added or left out inside the shared stretch; `silent-cut`: an end or start in mid-sentence printed as
   * if the sentence were whole; `cut`: words before, after or between that only one has; `contraction`, `masking`, `bracket`:
   * the same word printed otherwise; `case`: only capitals.
   */
  readonly kind: 'wording' | 'silent-cut' | 'cut' | 'contraction' | 'masking' | 'bracket' | 'case'
  /** The differing words with one matched word on either side, for showing; in each account's text. */
  readonly a: Span
  readonly b: Span
  /** For `wording`: the words themselves, lower case; '' where one side has none. */
  readonly aWords: string
  readonly bWords: string
  /** Matched words directly before and after, the shorter side; tells how firmly the place is held. */
  readonly hold: number
}

/** The changes between two quotations, in reading order, given which of their words stand for each other. */
export function compareWording(a: StoryQuote, b: StoryQuote, pairs: WordPairs): readonly WordingChange[] {
  const first = pairs[0]
  const last = pairs[pairs.length - 1]
  if (first === undefined || last === undefined) return []
  const changes: WordingChange[] = []
  const lead = compareStart(a, b, first, runAfter(pairs, 0))
  if (lead !== null) changes.push(lead)
  pairs.forEach((pair, index) => {
    const next = pairs[index + 1]
    const kind = comparePrint(a.words[pair[0]]!, b.words[pair[1]]!)
    if (kind !== null)
      changes.push({ kind, ...edge(a, b, Math.max(0, pair[0] - 1), pair[0], Math.max(0, pair[1] - 1), pair[1]) })
    if (next === undefined) return
    const hold = Math.min(runBefore(pairs, index), runAfter(pairs, index + 1))
    const inner = compareGap(a.words, b.words, pair, next, hold)
    if (inner !== null) changes.push(inner)
  })
  const tail = compareEnd(a, b, last, runBefore(pairs, pairs.length - 1))
  if (tail !== null) changes.push(tail)
  return changes
}

function comparePrint(a: QuoteWord, b: QuoteWord): WordingChange['kind'] | null {
  if (a.masked !== b.masked) return 'masking'
  if (a.contracted !== b.contracted) return 'contraction'
  if (a.bracketed !== b.bracketed) return 'bracket'
  if (a.exact !== b.exact && a.exact.toLowerCase() === b.exact.toLowerCase() && a.before === b.before) return 'case'
  return null
}

function compareGap(
  a: readonly QuoteWord[],
  b: readonly QuoteWord[],
  from: readonly [number, number],
  to: readonly [number, number],
  hold: number,
): WordingChange | null {
  const aGap = a.slice(from[0] + 1, to[0])
  const bGap = b.slice(from[1] + 1, to[1])
  if (aGap.length === 0 && bGap.length === 0) return null
  const base = {
    a: { start: a[from[0]]!.start, end: a[to[0]]!.end },
    b: { start: b[from[1]]!.start, end: b[to[1]]!.end },
    aWords: aGap.map((word) => word.norm).join(' '),
    bWords: bGap.map((word) => word.norm).join(' '),
    hold,
  }
  // “Times’” and “Times’s”: two ways to print one form.
  const [only, more] = [...aGap, ...bGap]
  if (more === undefined && only!.norm === "'s" && a[from[0]]!.norm.endsWith('s')) return { kind: 'case', ...base }
  // “sling-fest” and “slingfest” are one word.
  const join = (gap: readonly QuoteWord[]): string => gap.map((word) => word.norm).join('')
  if (join(aGap) === join(bGap) || isSpelledOut(base.aWords, base.bWords)) return { kind: 'case', ...base }
  // Words in brackets are the outlet's own, whatever it puts them in place of.
  if (isSupplied(aGap) || isSupplied(bGap)) return { kind: 'bracket', ...base }
  const aBreak = [...aGap, a[to[0]]!].some((word) => word.before === 'ellipsis' || word.before === 'part')
  const bBreak = [...bGap, b[to[1]]!].some((word) => word.before === 'ellipsis' || word.before === 'part')
  if ((aGap.length === 0 && aBreak) || (bGap.length === 0 && bBreak)) return { kind: 'cut', ...base }
  if (aBreak && bBreak) return { kind: 'cut', ...base }
  const whole = (gap: readonly QuoteWord[], next: QuoteWord): boolean =>
    next.before !== 'space' && (gap.length === 0 || gap[0]!.before !== 'space')
  if (whole(aGap, a[to[0]]!) && whole(bGap, b[to[1]]!)) return { kind: 'cut', ...base }
  // Long stretches on either side are other passages of the same speech, not another wording.
  if (aGap.length > 8 || bGap.length > 8) return { kind: 'cut', ...base }
  return { kind: 'wording', ...base }
}

const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['us', 'united states'],
  ['uk', 'united kingdom'],
  ['un', 'united nations'],
  ['eu', 'european union'],
])

/** “U.S.” beside “United States”. */
const isSpelledOut = (a: string, b: string): boolean => SPELLED_OUT.get(a) === b || SPELLED_OUT.get(b) === a

const isSupplied = (gap: readonly QuoteWord[]): boolean => gap.length > 0 && gap.every((word) => word.bracketed)

function compareStart(
  a: StoryQuote,
  b: StoryQuote,
  first: readonly [number, number],
  run: number,
): WordingChange | null {
  const [i, j] = first
  if (i === 0 && j === 0) return null
  const base = edge(a, b, Math.max(0, i - 1), i, Math.max(0, j - 1), j)
  const fitted = compareForms(a.words[i - 1], b.words[j - 1])
  if (fitted !== null) return { ...base, ...fitted }
  const replaced = readReplaced(leadOf(a.words, i), leadOf(b.words, j))
  if (replaced !== null) {
    const places = edge(a, b, i - replaced.aLength, i, j - replaced.bLength, j)
    return { ...places, kind: 'wording', aWords: replaced.aWords, bWords: replaced.bWords, hold: run }
  }
  const silent =
    (i === 0 && startsSentence(a) && b.words[j]!.before === 'space') ||
    (j === 0 && startsSentence(b) && a.words[i]!.before === 'space')
  return { kind: silent ? 'silent-cut' : 'cut', ...base }
}

function compareEnd(a: StoryQuote, b: StoryQuote, last: readonly [number, number], run: number): WordingChange | null {
  const [i, j] = last
  const aNext = a.words[i + 1]
  const bNext = b.words[j + 1]
  if (aNext === undefined && bNext === undefined) return null
  const base = edge(a, b, i, aNext === undefined ? i : i + 1, j, bNext === undefined ? j : j + 1)
  const fitted = compareForms(aNext, bNext)
  if (fitted !== null) return { ...base, ...fitted }
  const replaced = readReplaced(tailOf(a.words, i), tailOf(b.words, j))
  if (replaced !== null) {
    const places = edge(a, b, i, i + replaced.aLength, j, j + replaced.bLength)
    return { ...places, kind: 'wording', aWords: replaced.aWords, bWords: replaced.bWords, hold: run }
  }
  const silent =
    (aNext === undefined && endsSentence(a) && bNext?.before === 'space') ||
    (bNext === undefined && endsSentence(b) && aNext?.before === 'space')
  return { kind: silent ? 'silent-cut' : 'cut', ...base }
}

// Longer stretches before or behind what is shared are other parts of the speech.
const LONGEST_REPLACED = 3

/** The words of the sentence before word `at`; those behind it. Null where an ellipsis or an interruption parts them. */
function leadOf(words: readonly QuoteWord[], at: number): readonly QuoteWord[] | null {
  let from = at
  while (from > 0 && words[from]!.before === 'space') from--
  return words[from]!.before === 'ellipsis' || words[from]!.before === 'part' ? null : words.slice(from, at)
}

function tailOf(words: readonly QuoteWord[], at: number): readonly QuoteWord[] | null {
  let to = at + 1
  while (to < words.length && words[to]!.before === 'space') to++
  const next = words[to]?.before
  return next === 'ellipsis' || next === 'part' ? null : words.slice(at + 1, to)
}

/** A few words of one account where the other has a few others, up to where the sentence or the quotation ends on both sides. */
function readReplaced(
  a: readonly QuoteWord[] | null,
  b: readonly QuoteWord[] | null,
): { aLength: number; bLength: number; aWords: string; bWords: string } | null {
  if (a === null || b === null || a.length === 0 || b.length === 0) return null
  if (a.length > LONGEST_REPLACED || b.length > LONGEST_REPLACED || [...a, ...b].some((word) => word.bracketed))
    return null
  const join = (words: readonly QuoteWord[]): string => words.map((word) => word.norm).join(' ')
  return { aLength: a.length, bLength: b.length, aWords: join(a), bWords: join(b) }
}

/** Two forms of one word where the shared stretch ends: a fragment was fitted to the sentence around it. */
function compareForms(
  a: QuoteWord | undefined,
  b: QuoteWord | undefined,
): Pick<WordingChange, 'kind' | 'aWords' | 'bWords' | 'hold'> | null {
  if (a === undefined || b === undefined || !isSameStem(a.norm, b.norm)) return null
  return { kind: 'wording', aWords: a.norm, bWords: b.norm, hold: 1 }
}

function edge(
  a: StoryQuote,
  b: StoryQuote,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
): Omit<WordingChange, 'kind'> {
  return {
    a: { start: a.words[aFrom]!.start, end: a.words[aTo]!.end },
    b: { start: b.words[bFrom]!.start, end: b.words[bTo]!.end },
    aWords: '',
    bWords: '',
    hold: 0,
  }
}

/** A capital letter where the other account is in mid-sentence: the cut does not show. */
function startsSentence(quote: StoryQuote): boolean {
  const [first, second] = quote.words
  const isCapital = (word: QuoteWord): boolean => word.exact !== word.exact.toLowerCase()
  // A second capital: a headline, where capitals mean nothing.
  if (second === undefined || isCapital(second)) return false
  return quote.attribution.kind === 'direct' && isCapital(first!) && first!.exact !== 'I'
}

function endsSentence(quote: StoryQuote): boolean {
  const content = quote.attribution.content
  const code = quote.text.charCodeAt(content[content.length - 1]!.end - 1)
  return quote.attribution.kind === 'direct' && (code === 0x2e || code === 0x21 || code === 0x3f)
}

function runBefore(pairs: WordPairs, index: number): number {
  let length = 1
  while (index > 0 && pairs[index - 1]![0] === pairs[index]![0] - 1 && pairs[index - 1]![1] === pairs[index]![1] - 1) {
    length++
    index--
  }
  return length
}

function runAfter(pairs: WordPairs, index: number): number {
  let length = 1
  let at = index
  while (at + 1 < pairs.length && pairs[at + 1]![0] === pairs[at]![0] + 1 && pairs[at + 1]![1] === pairs[at]![1] + 1) {
    length++
    at++
  }
  return length
}
