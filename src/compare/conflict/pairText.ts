import type { Span } from '../../text/index.js'

/** One word of a passage under comparison. */
export interface PairWord extends Span {
  /** Lower case, straight apostrophes. */
  readonly norm: string
  readonly stem: string
  readonly kind: 'content' | 'name' | 'number' | 'function'
  /** True inside the reach of "not", "never", "no", "denied" …: up to the next clause mark or six words on. */
  readonly negated: boolean
  /** The same for plain denials alone: "not", "never", "no". */
  readonly denied: boolean
}

/** A passage as its words; enough to tell coverage, opposites and negation without a parse. */
export interface PairText {
  readonly words: readonly PairWord[]
  /** Numeric values in reading order, words such as "twelve" included. */
  readonly numbers: readonly number[]
}

const FUNCTION = new Set(
  `a an the and or but of to in on at for with by from as is are was were be been being am has have had having do does did
  this that these those it its he she his her him hers they them their theirs who whom whose which what when where while if
  will would can could may might shall should must i we you me us our your my mine yours ours there here then than so such
  also just very too more most some any all both each other another own same about into over after before during between
  through under above up down out off again further once because until against let s t re ve ll d m
  mr mrs ms dr said says say`.split(/\s+/),
)

/** Words that turn what follows round. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'no',
  'none',
  'nobody',
  'nothing',
  'neither',
  'nor',
  'without',
  'cannot',
  'refused',
  'refuse',
  'refuses',
  'failed',
  'fail',
  'fails',
  'denied',
  'deny',
  'denies',
  'declined',
  'rejected',
  'unable',
  'lack',
  'lacks',
  'lacked',
  'hardly',
  'barely',
  'unlikely',
  'incapable',
  'incapable',
  'yet',
  'zero',
  'lacking',
  'absent',
  'outside',
  'unsuccessful',
  'unsuccessfully',
  'neglected',
  'prevents',
  'prevented',
  'avoided',
])

/** Plain denials: they turn what follows, and say nothing else. */
export const DENIALS: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no', 'cannot', 'nor', 'neither'])

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index] as const),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
// How far a negation reaches when no clause mark stops it.
const REACH = 6

/** Reads the words of `text`; offsets are those of `text`. Linear. */
export function readPairText(text: string): PairText {
  const words: PairWord[] = []
  const numbers: number[] = []
  let reach = 0
  let denial = 0
  let sentenceStart = true
  for (const match of text.matchAll(
    /n['’]t\b|\d[\d,.]*\d|\d|\p{L}(?:(?!n['’]t\b)[\p{L}\p{M}])*|['’]s\b|[,;:.!?()]|-LRB-|-RRB-/gu,
  )) {
    const raw = match[0]
    const start = match.index
    const end = start + raw.length
    if (/^[,;:.!?()]$/.test(raw)) {
      if (raw !== ',') reach = denial = 0
      if (/[.!?]/.test(raw)) sentenceStart = true
      continue
    }
    if (raw === '-LRB-' || raw === '-RRB-' || raw === 'LRB' || raw === 'RRB') continue
    const norm = readNorm(text, start, end)
    if (norm === "'s") continue
    if (norm === 'but') reach = denial = 0
    const isNumber = /^\d/.test(raw) || NUMBER_WORDS.has(norm)
    if (isNumber) numbers.push(readNumber(norm, text.slice(end, end + 12)))
    const negator = NEGATORS.has(norm)
    const kind: PairWord['kind'] =
      negator || FUNCTION.has(norm)
        ? 'function'
        : isNumber
          ? 'number'
          : /^\p{Lu}/u.test(raw) && !sentenceStart
            ? 'name'
            : 'content'
    words.push({ start, end, norm, stem: getStem(norm), kind, negated: reach > 0, denied: denial > 0 })
    if (negator) reach = REACH
    else if (reach > 0 && kind !== 'function') reach--
    if (DENIALS.has(norm)) denial = REACH
    else if (denial > 0 && kind !== 'function') denial--
    sentenceStart = false
  }
  return { words, numbers }
}

/** Lower case, straight apostrophes. The “no” vote names the word and does not use it: such a one keeps its marks. */
function readNorm(text: string, start: number, end: number): string {
  const norm = text.slice(start, end).toLowerCase().replace(/’/g, "'")
  const named = /["“‘]/.test(text[start - 1] ?? '') && /["”’]/.test(text[end] ?? '')
  return named && NEGATORS.has(norm) ? `"${norm}"` : norm
}

function readNumber(norm: string, after: string): number {
  const value = NUMBER_WORDS.get(norm) ?? Number(norm.replaceAll(',', ''))
  const scale = SCALES.get(/^[\s-]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? '')
  return scale === undefined ? value : value * scale
}

/** A word without its common endings, so that inflected forms meet: `voted`, `votes`, `voting` → `vot`. */
export function getStem(norm: string): string {
  if (norm.length <= 3) return norm
  let stem = norm.replace(/'s$|'$/, '')
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1)
  for (const ending of ['ingly', 'edly', 'ing', 'ed', 'ly', 'ion']) {
    if (stem.endsWith(ending) && stem.length - ending.length >= 3) {
      stem = stem.slice(0, -ending.length)
      break
    }
  }
  if (stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[aeiouls]/.test(stem.at(-1)!)) stem = stem.slice(0, -1)
  return stem.length > 3 && /[ey]$/.test(stem) ? stem.slice(0, -1) : stem
}
