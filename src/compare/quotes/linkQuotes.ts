import { alignWords, type WordPairs, type WordWeight } from './alignWords.js'
import { FEW_WORDS, type LinkFeatures, readLinkFeatures, scoreLink, shareOfForms, THRESHOLD } from './linkFeatures.js'
import type { QuoteWord } from './quoteWords.js'
import { relateSpeakers, type StoryQuote } from './storyQuotes.js'
import type { WordRarity } from './wordRarity.js'
import { isLightWord } from './wordWeights.js'

/** Two quotations of different accounts that give one utterance. `a` and `b`: places in the list of quotations, a before b. */
export interface QuoteLink {
  readonly a: number
  readonly b: number
  readonly pairs: WordPairs
  readonly probability: number
}

// 60 quotations: a word or pair of words in more of a story's quotations than this points at no utterance.
const COMMON = 60

/**
 * Finds which quotations of different accounts give the same utterance.
 *
 * Only quotations that share a telling word pair, or a telling word that few quotations have, are compared, so the cost
 * stays near linear in the number of quotations. Links come in order of `a`, then `b`.
 */
export function linkQuotes(
  quotes: readonly StoryQuote[],
  weight: WordWeight,
  rarity: WordRarity,
): readonly QuoteLink[] {
  const links: QuoteLink[] = []
  const couldLink = createBound(quotes, weight, rarity)
  for (const [a, b] of findCandidates(quotes)) {
    // Aligning is what costs: most pairs share one telling word and could not be linked however well they align.
    if (!couldLink(a, b)) continue
    const pairs = alignWords(quotes[a]!.words, quotes[b]!.words, weight)
    const features = readLinkFeatures(quotes[a]!, quotes[b]!, pairs, weight, rarity)
    if (features === null) continue
    const probability = scoreLink(features)
    if (probability >= THRESHOLD) links.push({ a, b, pairs, probability })
  }
  return links
}

/** Matched by words in other letters too, so that they count as shared. */
const ELASTIC: ReadonlySet<string> = new Set(["'s", "'d", 'is', 'has', 'would', 'had'])

/**
 * Whether two quotations could be linked at all: the score that they would have if every shared word were matched, in one run.
 *
 * Never false for a pair that {@link scoreLink} puts at the threshold. Linear in the words of a pair.
 */
function createBound(
  quotes: readonly StoryQuote[],
  weight: WordWeight,
  rarity: WordRarity,
): (a: number, b: number) => boolean {
  const known = quotes.map(({ words }) => ({
    total: words.reduce((sum, word) => sum + weight(word.norm), 0),
    styles: new Set(words.map(({ style }) => style)),
    masked: words.some(({ masked }) => masked),
  }))
  return (a, b) => {
    const [one, other] = [known[a]!, known[b]!]
    if (one.masked || other.masked) return true
    let matched = 0
    let words = 0
    let rare = 0
    for (const { norm, style } of quotes[a]!.words) {
      if (!other.styles.has(style) && !ELASTIC.has(norm)) continue
      matched += weight(norm)
      words++
      if (!isLightWord(norm)) rare = Math.max(rare, rarity(norm))
    }
    const speakers = relateSpeakers(quotes[a]!, quotes[b]!)
    const highest: LinkFeatures = {
      bias: 1,
      coverShort: matched / Math.min(one.total, other.total),
      coverLong: matched / Math.max(one.total, other.total),
      matched: Math.log(1 + matched),
      run: Math.log(1 + words),
      // Of the two that speak against a link.
      density: 0,
      alsoElsewhere: 0,
      oneWord: Math.min(quotes[a]!.words.length, quotes[b]!.words.length) === 1 ? 1 : 0,
      sameSpeaker: speakers === 'same' ? 1 : 0,
      otherSpeaker: speakers === 'different' ? 1 : 0,
      onlyThere: Math.min(quotes[a]!.words.length, quotes[b]!.words.length) <= FEW_WORDS ? 1 : 0,
      forms: shareOfForms(quotes[a]!, quotes[b]!),
      rare: rare / 10,
    }
    return scoreLink(highest) >= THRESHOLD
  }
}

/** Pairs of places whose quotations share something telling, each once, in order. */
export function findCandidates(quotes: readonly StoryQuote[]): readonly (readonly [number, number])[] {
  const places = new Map<string, number[]>()
  quotes.forEach((quote, place) => {
    for (const key of keysOf(quote.words)) {
      const list = places.get(key)
      if (list === undefined) places.set(key, [place])
      else list.push(place)
    }
  })
  const seen = new Set<number>()
  const candidates: [number, number][] = []
  for (const list of places.values()) {
    if (list.length > COMMON) continue
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const a = list[i]!
        const b = list[j]!
        if (quotes[a]!.documentId === quotes[b]!.documentId) continue
        const key = a * quotes.length + b
        if (seen.has(key)) continue
        seen.add(key)
        candidates.push([a, b])
      }
    }
  }
  return candidates.sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

function keysOf(words: readonly QuoteWord[]): ReadonlySet<string> {
  const keys = new Set<string>()
  let before = ''
  for (const { norm } of words) {
    const light = isLightWord(norm)
    if (!light) keys.add(norm)
    if (before !== '' && !(light && isLightWord(before))) keys.add(`${before} ${norm}`)
    before = norm
  }
  return keys
}
