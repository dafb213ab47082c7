import { hashRange, hashString, mix } from '../../model/index.js'
import { isDigit, isLetter, isUpper, normalizeWord } from '../../text/index.js'
import type { WordClasses } from './wordClasses.js'

/** What the tagger and the parser ask about a written word; one object per spelling, numbers only but for the forms. */
export interface WordInfo {
  readonly word: string
  readonly norm: string
  /** Hash of the normal form, digits made alike. */
  readonly hash: number
  /** The same with capitals kept. */
  readonly exact: number
  readonly prefix1: number
  readonly prefix2: number
  readonly prefix3: number
  readonly suffix1: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  /** Hash of the word's outline: `Xx`, `X`, `d`, `x-x` … */
  readonly shape: number
  readonly isCapital: boolean
  readonly isWord: boolean
  readonly fine: number
  readonly coarse: number
  readonly meaning: number
  readonly capitals: number
  /** What the tagger has already summed for this spelling. */
  readonly summed: SummedScores
}

/** Scores of a word's features that do not depend on its place: its own, and for the words after and before it. */
export interface SummedScores {
  own: Int16Array | null
  before: Int16Array | null
  after: Int16Array | null
  /** The label of a word that has only ever had one; -1 otherwise, -2 when not yet looked up. */
  fixed: number
}

// 40,000 spellings: some 10 MB; a long run over many texts starts afresh when it is full
const CAPACITY = 40_000
// longer words are told apart by their ends alone
const LONGEST = 60

/** Gives the {@link WordInfo} of a spelling, remembered from text to text. */
export function createWordTable(classes: WordClasses): (word: string) => WordInfo {
  let known = new Map<string, WordInfo>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= CAPACITY) known = new Map()
    const info = describeWord(word, classes)
    known.set(word, info)
    return info
  }
}

function describeWord(word: string, classes: WordClasses): WordInfo {
  const norm = normalizeWord(word)
  const short = norm.length > LONGEST ? norm.slice(-LONGEST) : norm
  const form = maskDigits(short)
  const size = form.length
  const first = word.charCodeAt(0)
  const found = classes(norm)
  return {
    word,
    norm,
    hash: hashString(form),
    exact: hashString(maskDigits(word.length > LONGEST ? word.slice(-LONGEST) : word)),
    prefix1: hashRange(form, 0, Math.min(1, size)),
    prefix2: hashRange(form, 0, Math.min(2, size)),
    prefix3: hashRange(form, 0, Math.min(3, size)),
    suffix1: hashRange(form, Math.max(0, size - 1), size),
    suffix2: hashRange(form, Math.max(0, size - 2), size),
    suffix3: hashRange(form, Math.max(0, size - 3), size),
    suffix4: hashRange(form, Math.max(0, size - 4), size),
    shape: hashShape(word),
    isCapital: isUpper(first),
    isWord: isLetter(first),
    fine: found.fine,
    coarse: found.coarse,
    meaning: found.meaning,
    capitals: found.capitals,
    summed: { own: null, before: null, after: null, fixed: -2 },
  }
}

function maskDigits(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) return text.replace(/\p{Nd}/gu, '0')
  return text
}

/** Runs of like characters count once, but two capitals differ from one; at most 8 steps. */
function hashShape(word: string): number {
  let shape = 17
  let last = -1
  let run = 0
  let steps = 0
  for (let at = 0; at < word.length && steps < 8; at += 1) {
    const code = word.charCodeAt(at)
    const kind = isUpper(code) ? 1 : isLetter(code) ? 2 : isDigit(code) ? 3 : code
    run = kind === last ? run + 1 : 0
    last = kind
    if (run > 1) continue
    shape = mix(shape, kind)
    steps += 1
  }
  return shape
}
