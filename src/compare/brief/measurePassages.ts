import { type Document, getLayer } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import { readTitles, shareOfBestTitle } from '../importance/titles.js'
import { clarityOf, type Passage } from './clarity.js'

/** Names of the figures of a passage that do not change while the brief grows, in the order {@link measurePassages} gives them. */
export const PASSAGE_FEATURES = (
  'bestRow secondRow rowSum rowWeight rows tellersShare tellers sentence place clarity length whole titleWords titleShare titleBest ' +
  'wordsShared words attributed values accounts sentences'
).split(' ')

// Figures of more accounts than this say no more; what was learnt was learnt from few.
const MOST_ACCOUNTS = 12
const LATEST_SENTENCE = 40
const MOST_SENTENCES = 80
// All titles tell of one event; those beyond the first fifty add nothing but time.
const MOST_TITLES = 50

/**
 * What a row of some importance weighs in a passage: one that matters much weighs more than two that matter half as much.
 */
export function weighRow(importance: number): number {
  return importance ** 1.5
}

/** The figures of each passage: how much its rows matter, where it stands, how it reads, how central its words are. Linear in the words, and in rows times accounts. */
export function measurePassages(
  passages: readonly Passage[],
  rows: readonly ClaimRow[],
  documents: readonly Document[],
): readonly (readonly number[])[] {
  const size = Math.max(1, documents.length)
  const titles = readTitles(documents.slice(0, MOST_TITLES))
  const titleWords = new Set(titles.flatMap((words) => [...words]))
  const accountsOf = countAccounts(passages)
  const tellersOf = rows.map(({ cells }) => cells.reduce((n, cell) => n + (cell === null ? 0 : 1), 0))
  return passages.map((passage) => {
    const { document, span, claims, words } = passage
    const importance = passage.rows.map((r) => rows[r]!.importance).sort((a, b) => b - a)
    const tellers = passage.rows.reduce((most, r) => Math.max(most, tellersOf[r]!), 0)
    const sentences = Math.max(1, getLayer(document, 'sentences').length)
    const sentence = claims[0]?.sentence ?? sentences
    const inTitles = words.filter((word) => titleWords.has(word)).length
    const others = words.reduce((sum, word) => sum + (accountsOf.get(word) ?? 1) - 1, 0)
    return [
      importance[0] ?? 0,
      importance[1] ?? 0,
      importance.reduce((sum, value) => sum + value, 0),
      importance.reduce((sum, value) => sum + weighRow(value), 0),
      passage.rows.length,
      tellers / size,
      Math.min(tellers, MOST_ACCOUNTS),
      Math.min(sentence, LATEST_SENTENCE),
      sentence / sentences,
      clarityOf(passage),
      span.end - span.start,
      passage.whole ? 1 : 0,
      inTitles,
      inTitles / Math.max(1, words.length),
      shareOfBestTitle(words, titles),
      others / Math.max(1, documents.length - 1) / Math.max(1, words.length),
      words.length,
      claims.filter((claim) => claim.voice === 'attributed').length / Math.max(1, claims.length),
      claims.reduce((sum, claim) => sum + claim.quantities.length + claim.times.length, 0),
      Math.min(documents.length, MOST_ACCOUNTS),
      Math.min(sentences, MOST_SENTENCES),
    ]
  })
}

/** In the passages of how many accounts each word stands. */
function countAccounts(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const accounts = new Map<string, Set<Document>>()
  for (const { document, words } of passages) {
    for (const word of words) {
      const known = accounts.get(word)
      if (known === undefined) accounts.set(word, new Set([document]))
      else known.add(document)
    }
  }
  return new Map([...accounts].map(([word, found]) => [word, found.size]))
}
