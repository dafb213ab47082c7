import { hashString } from '../../model/index.js'
import { STOP_WORDS } from './stopWords.js'

/** A word of an account as grouping sees it. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string
  /** Lower case without endings of number and tense. */
  readonly stem: string
  readonly hash: number
  /** A function word or a word of newsrooms: says nothing of the event. */
  readonly stop: boolean
  readonly capital: boolean
  readonly digit: boolean
  /** First word of a sentence, a line or a quotation, where a capital says nothing. */
  readonly first: boolean
  /** No other sign than a space stands before it, so that it may continue a name. */
  readonly joined: boolean
}

const WORD = /[\p{L}\p{N}]+(?:[.,](?=\d)\p{N}+|['’-](?=\p{L})\p{L}+)*/gu
const ENDS_SENTENCE = /[.!?:;\n"“‘([—–|•]/

/** The words of a text, up to `most`. */
export function findWords(text: string, most: number): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    if (words.length >= most) break
    const gap = text.slice(end, match.index)
    end = match.index + match[0].length
    const written = match[0].replace(/['’]s$/u, '')
    const lower = written.toLowerCase()
    const stem = stemOf(lower)
    words.push({
      text: written,
      stem,
      hash: hashString(stem) >>> 0,
      stop: STOP_WORDS.has(lower) || (written.length === 1 && !/\d/.test(written)),
      capital: written[0] !== lower[0],
      digit: /^\p{N}/u.test(written),
      first:
        words.length === 0 || ENDS_SENTENCE.test(gap.length > 1 && gap.startsWith('. ') && isInitial(words) ? '' : gap),
      joined: gap === ' ' || gap === '. ',
    })
  }
  return words
}

/** "J. Smith", "Mr. Smith", "Sen. Smith": the full stop ends no sentence. */
function isInitial(words: readonly Word[]): boolean {
  const { text, capital } = words.at(-1)!
  return capital && (text.length === 1 || TITLES.has(text))
}

const TITLES: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt Capt Prof Rev Hon Pres Sens Reps St Jr Sr'.split(' '),
)

/** A light stemmer: plural, past and -ing endings of words long enough to keep four letters. */
export function stemOf(lower: string): string {
  let stem = lower
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.length > 6 && stem.endsWith('ing')) stem = undouble(stem.slice(0, -3))
  else if (stem.length > 5 && stem.endsWith('ed')) stem = undouble(stem.slice(0, -2))
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

function undouble(stem: string): string {
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
