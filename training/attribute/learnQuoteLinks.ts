import type { StoryEntity } from '../../src/compare/findings.js'
import { alignWords } from '../../src/compare/quotes/alignWords.js'
import { type LinkFeatures, readLinkFeatures } from '../../src/compare/quotes/linkFeatures.js'
import { findCandidates } from '../../src/compare/quotes/linkQuotes.js'
import { collectQuotes, type StoryQuote } from '../../src/compare/quotes/storyQuotes.js'
import { rarityInNews } from '../../src/compare/quotes/wordRarity.js'
import { createWordWeight } from '../../src/compare/quotes/wordWeights.js'
import { createDocument, type Document } from '../../src/document/index.js'
import { scoreLogistic } from '../../src/attribute/model/logistic.js'
import { type GoldStory, readStories } from './readStories.js'
import { type Decision, trainLogistic } from './trainLogistic.js'

// Learns which quotations of different accounts give one utterance, from the annotated stories; prints weights for linkQuotes.ts and
// the figures on stories left out one at a time.
//   npx tsx training/attribute/learnQuoteLinks.ts

interface StoryPairs {
  readonly decisions: readonly Decision[]
  /** Pairs the annotators joined that are not even compared. */
  readonly missed: number
}

const stories = readStories().map(readPairs)
const all = stories.flatMap(({ decisions }) => decisions)
const weights = trainLogistic(all, 0.3)
console.log(JSON.stringify(weights, null, 1))
const unseen = stories.flatMap((story, left) => {
  const learnt = trainLogistic(
    stories.filter((_, i) => i !== left).flatMap(({ decisions }) => decisions),
    0.3,
  )
  return story.decisions.map(({ features, right }) => ({ right, probability: scoreLogistic(learnt, features) }))
})
const missed = stories.reduce((sum, story) => sum + story.missed, 0)
const gold = all.filter(({ right }) => right).length + missed
for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5, 0.6]) {
  const claimed = unseen.filter(({ probability }) => probability >= threshold)
  const right = claimed.filter((pair) => pair.right).length
  const precision = right / claimed.length
  const recall = right / gold
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${threshold}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  (${right}/${claimed.length}, ${gold} pairs)`,
  )
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

function readPairs(story: GoldStory): StoryPairs {
  const { sameQuotes } = story.gold as { readonly sameQuotes: readonly { readonly quotes: readonly string[] }[] }
  const joined = new Set(sameQuotes.flatMap(({ quotes }) => quotes.flatMap((a) => quotes.map((b) => `${a} ${b}`))))
  const documentOf = new Map(story.quotes.map(({ id, document }) => [id, document]))
  const wanted = new Set(
    [...joined].filter((key) => {
      const [a, b] = key.split(' ') as [string, string]
      return a < b && documentOf.get(a) !== documentOf.get(b)
    }),
  )
  const ids = new Map<string, string>()
  const documents = [...story.documents]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => attribute(story, id, text, ids))
  const quotes = collectQuotes(documents, listSpeakers(story, documents))
  const weight = createWordWeight(quotes.map(({ words }) => words))
  const idOf = ({ documentId, index }: StoryQuote): string => ids.get(`${documentId}:${index}`)!
  const compared = new Set<string>()
  const decisions = findCandidates(quotes).flatMap(([a, b]): Decision[] => {
    const [first, second] = [quotes[a]!, quotes[b]!]
    const features = readLinkFeatures(
      first,
      second,
      alignWords(first.words, second.words, weight),
      weight,
      rarityInNews,
    )
    if (features === null) return []
    const [x, y] = [idOf(first), idOf(second)].sort() as [string, string]
    compared.add(`${x} ${y}`)
    return [{ features: toRecord(features), right: joined.has(`${x} ${y}`), weight: 1 }]
  })
  return { decisions, missed: [...wanted].filter((key) => !compared.has(key)).length }
}

function toRecord(features: LinkFeatures): Readonly<Record<string, number>> {
  return { ...features }
}

/** The account with its annotated quotations as attributions, the speakers by their annotated names. */
function attribute(story: GoldStory, id: string, text: string, ids: Map<string, string>): Document {
  const quotes = story.quotes
    .filter(({ document }) => document === id)
    .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start)
  const names = namesIn(story)
  const attributions = quotes.map((quote, index) => {
    ids.set(`${id}:${index}`, quote.id)
    const name = plainName(quote.speaker)
    const known = !/unnamed|unattributed|unknown/i.test(quote.speaker)
    return {
      start: quote.parts[0]!.start,
      end: quote.parts[quote.parts.length - 1]!.end,
      kind: 'direct' as const,
      content: quote.parts,
      cue: [],
      source: [],
      cueLemma: null,
      speaker: { entities: known ? [names.indexOf(name)] : [], name: known ? name : null },
      addressee: null,
      when: -1,
      probability: 1,
    }
  })
  return { ...createDocument({ id, text }), layers: { attributions } }
}

function plainName(speaker: string): string {
  return speaker.replace(/\(.*?\)/g, '').trim()
}

function namesIn(story: GoldStory): readonly string[] {
  return [...new Set(story.quotes.map(({ speaker }) => plainName(speaker)))]
}

/** One story entity per annotated name. */
function listSpeakers(story: GoldStory, documents: readonly Document[]): readonly StoryEntity[] {
  return namesIn(story).map((name, entity) => ({
    id: `e${entity}`,
    type: 'person',
    name,
    aliases: [],
    members: documents.map(({ id }) => ({ documentId: id, entity })),
    mentions: [],
    roles: [],
  }))
}
