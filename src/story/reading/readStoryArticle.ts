import type { Vectors } from '../../annotate/index.js'
import type { Document } from '../../document/index.js'
import { type Fingerprint, fingerprint, SHINGLE } from '../copies/copyIndex.js'
import { hashShingles, hashWords } from '../copies/shingles.js'
import type { Reading } from '../score/features.js'
import { findEventDays, NO_DAYS } from './findEventDays.js'
import { type ArticleTerms, readArticle } from './readArticle.js'
import { weighTerms } from './weighTerms.js'

/** All that grouping takes from an account's text. */
export interface ArticleReading extends Reading {
  readonly terms: ArticleTerms
  readonly print: Fingerprint
}

/** When an account came; `dated` says whether from the account itself or from the stream. */
export interface Moment {
  readonly day: number
  readonly dated: boolean
}

/** Reads an account and weighs its terms by how rare they are at the time. */
export function readStoryArticle(
  document: Document,
  { day, dated }: Moment,
  rarity: (term: number) => number,
  vectors: Vectors,
): ArticleReading {
  const terms = readArticle(document)
  const print = fingerprint(hashShingles(hashWords(document.text), SHINGLE))
  const meaning = (counts: ReadonlyMap<number, number>) => meaningOf(counts, terms, rarity, vectors)
  return {
    terms,
    views: weighTerms(terms, rarity),
    meaning: meaning(terms.body),
    titleMeaning: meaning(terms.title),
    leadMeaning: meaning(terms.lead),
    named: dated ? findEventDays(`${document.title ?? ''}\n${document.text}`, day) : NO_DAYS,
    shingles: print.shingles,
    words: terms.words,
    day,
    dated,
    print,
  }
}

/** Weighed mean of the word vectors, brought to unit length. */
function meaningOf(
  counts: ReadonlyMap<number, number>,
  { written }: ArticleTerms,
  rarity: (term: number) => number,
  vectors: Vectors,
): Float32Array | null {
  const words: string[] = []
  const weights: number[] = []
  for (const [term, count] of counts) {
    words.push(written.get(term)!.toLowerCase())
    weights.push((1 + Math.log(count)) * rarity(term))
  }
  const sum = vectors.combine(words, weights)
  if (sum === null) return null
  const length = Math.hypot(...sum)
  return length === 0 ? null : sum.map((value) => value / length)
}

/** Days since 1970 of an ISO 8601 date or date-time; null where there is none or it cannot be read. */
export function dayOf(publishedAt: string | null): number | null {
  if (publishedAt === null) return null
  const time = Date.parse(publishedAt)
  return Number.isNaN(time) ? null : time / 86_400_000
}
