import type { Document } from '../../document/index.js'
import type { QuoteGroup, StoryEntity } from '../findings.js'
import { collateWords } from './collateWords.js'
import { compareWording } from './compareWording.js'
import { formGroups } from './formGroups.js'
import { linkQuotes, type QuoteLink } from './linkQuotes.js'
import type { QuoteWord } from './quoteWords.js'
import { collectQuotes, relateSpeakers, type StoryQuote } from './storyQuotes.js'
import { rarityInNews, type WordRarity } from './wordRarity.js'
import { createWordWeight } from './wordWeights.js'

/**
 * Groups the quotations of a story that give the same utterance, also where accounts cut, contract, mask or bracket it, and
 * collates each group word by word.
 *
 * Every direct or mixed attribution is in at least one group; one that nobody else gives is alone in its own. A long quotation
 * that others cut into different fragments is in one group with each. The order of the documents changes nothing. Near linear in
 * the number of quotations, quadratic in the words of those compared.
 */
export function groupQuotes(
  unsorted: readonly Document[],
  entities: readonly StoryEntity[],
  rarity: WordRarity = rarityInNews,
): readonly QuoteGroup[] {
  const documents = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1))
  const quotes = collectQuotes(documents, entities)
  const weight = createWordWeight(quotes.map(({ words }) => words))
  const links = linkQuotes(quotes, weight, rarity)
  const byPair = new Map(links.map((link) => [link.a * quotes.length + link.b, link]))
  return formGroups(quotes, links).map((places) => {
    const members = places.map((place) => quotes[place]!)
    const rows = collateWords(
      members.map(({ words }) => words),
      weight,
    )
    return {
      id: nameGroup(members),
      members: members.map(({ documentId, index }) => ({ documentId, index })),
      variants: rows.map((row, i) => row.map((word) => toEvidence(members[i]!, word))),
      difference: findDifference(quotes, places, byPair),
    }
  })
}

/** From the places of the quotations alone, so that the same accounts always give the same id. */
function nameGroup(members: readonly StoryQuote[]): string {
  let hash = 0x811c9dc5
  const key = members.map(
    ({ documentId, attribution }) => `${documentId}:${attribution.content[0]!.start}-${attribution.end}`,
  )
  for (const char of key.join('|')) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return `q${(hash >>> 0).toString(16).padStart(8, '0')}-${members.length}`
}

function toEvidence(quote: StoryQuote, word: QuoteWord | null): QuoteGroup['variants'][number][number] {
  return word === null ? null : { documentId: quote.documentId, span: { start: word.start, end: word.end } }
}

/** The gravest difference between any two members: speakers, then words, then extent, then print. */
function findDifference(
  quotes: readonly StoryQuote[],
  places: readonly number[],
  links: ReadonlyMap<number, QuoteLink>,
): QuoteGroup['difference'] {
  const kinds = new Set<string>()
  for (const x of places) {
    for (const y of places) {
      const link = links.get(x * quotes.length + y)
      if (link === undefined) continue
      const a = quotes[x]!
      const b = quotes[y]!
      if (relateSpeakers(a, b) === 'different') return 'attribution'
      for (const change of compareWording(a, b, link.pairs)) kinds.add(change.kind)
      if (kinds.size === 0 && !samePrint(a, b)) kinds.add('case')
    }
  }
  if (kinds.has('wording')) return 'wording'
  if (kinds.has('cut') || kinds.has('silent-cut')) return 'cut'
  return kinds.size > 0 ? 'typography' : 'none'
}

function samePrint(a: StoryQuote, b: StoryQuote): boolean {
  const print = ({ text, attribution }: StoryQuote): string =>
    attribution.content.map(({ start, end }) => text.slice(start, end)).join(' ')
  return print(a) === print(b)
}
