import type { Document } from '../../document/index.js'
import { hashString, mix } from '../../model/index.js'
import { findWords, type Word } from './findWords.js'

/** What one account shows to grouping: how often which terms stand where, before any weighing. */
export interface ArticleTerms {
  /** Counts of words by hash, of names (words and whole names), numbers, and pairs of neighbouring words. */
  readonly body: ReadonlyMap<number, number>
  readonly lead: ReadonlyMap<number, number>
  readonly title: ReadonlyMap<number, number>
  readonly names: ReadonlyMap<number, number>
  readonly leadNames: ReadonlyMap<number, number>
  readonly numbers: ReadonlyMap<number, number>
  readonly pairs: ReadonlyMap<number, number>
  /** Words read of the text, function words included. */
  readonly words: number
  /** How a term is written, for explanations. */
  readonly written: ReadonlyMap<number, string>
  /** The two words of a pair, to weigh it by. */
  readonly parts: ReadonlyMap<number, readonly [number, number]>
}

// 800 words: the median article is shorter, and what stands further down is background.
const MOST_WORDS = 800
// 90 words beyond the title: two or three paragraphs, where news tells what happened.
const LEAD_WORDS = 90
const LONGEST_NAME = 4

/** Counts the terms of an account's title and first 800 words. Linear in the text; an empty text gives empty counts. */
export function readArticle(document: Document): ArticleTerms {
  const title = document.title ?? ''
  const titleWords = findWords(title, 40)
  const text = title !== '' && document.text.startsWith(title) ? document.text.slice(title.length) : document.text
  const words = findWords(text, MOST_WORDS)
  const counts = {
    body: new Map<number, number>(),
    lead: new Map<number, number>(),
    title: new Map<number, number>(),
    names: new Map<number, number>(),
    leadNames: new Map<number, number>(),
    numbers: new Map<number, number>(),
    pairs: new Map<number, number>(),
  }
  const written = new Map<number, string>()
  const parts = new Map<number, readonly [number, number]>()
  const count = (map: Map<number, number>, word: number, text: string): void => {
    map.set(word, (map.get(word) ?? 0) + 1)
    if (!written.has(word)) written.set(word, text)
  }
  for (const word of titleWords) {
    if (word.stop) continue
    for (const map of [counts.title, counts.lead, counts.body]) count(map, word.hash, word.text)
  }
  words.forEach((word, i) => {
    if (word.stop) return
    count(counts.body, word.hash, word.text)
    if (i < LEAD_WORDS) count(counts.lead, word.hash, word.text)
  })
  const lowered = new Set(words.filter((word) => !word.capital).map((word) => word.hash))
  countNames(words, lowered, (hash, text, at) => {
    count(counts.names, hash, text)
    if (at < LEAD_WORDS) count(counts.leadNames, hash, text)
  })
  // Most words of a title are capitals: only those that the text shows to be names count.
  for (const word of titleWords) if (counts.names.has(word.hash)) count(counts.leadNames, word.hash, word.text)
  for (const list of [titleWords, words]) {
    countPairs(list, (hash, first, second) => {
      count(counts.pairs, hash, `${first.text} ${second.text}`)
      if (!parts.has(hash)) parts.set(hash, [first.hash, second.hash])
      if (first.digit) count(counts.numbers, hash, `${first.text} ${second.text}`)
    })
    for (const word of list) if (word.digit && word.text.length > 1) count(counts.numbers, word.hash, word.text)
  }
  return { ...counts, words: words.length, written, parts }
}

type Found = (hash: number, text: string, at: number) => void

/** Runs of capitalised words, and each word of them: "Ada Lind" counts as itself, as "Ada" and as "Lind". */
function countNames(words: readonly Word[], lowered: ReadonlySet<number>, found: Found): void {
  for (let i = 0; i < words.length; i++) {
    if (!isName(words[i]!, lowered)) continue
    let end = i + 1
    while (
      end < words.length &&
      end - i < LONGEST_NAME &&
      words[end]!.joined &&
      words[end]!.capital &&
      !words[end]!.stop
    )
      end++
    for (let k = i; k < end; k++) found(words[k]!.hash, words[k]!.text, k)
    if (end - i > 1) {
      const run = words.slice(i, end)
      found(hashString(run.map((word) => word.stem).join(' ')) >>> 0, run.map((word) => word.text).join(' '), i)
    }
    i = end - 1
  }
}

/** A capital inside a sentence, or at its start where the text never writes the word small. */
function isName(word: Word, lowered: ReadonlySet<number>): boolean {
  return word.capital && !word.stop && (!word.first || !lowered.has(word.hash))
}

function countPairs(words: readonly Word[], found: (hash: number, first: Word, second: Word) => void): void {
  let last: Word | null = null
  for (const word of words) {
    if (word.first) last = null
    if (word.stop) continue
    if (last !== null) found(mix(last.hash, word.hash) >>> 0, last, word)
    last = word
  }
}
