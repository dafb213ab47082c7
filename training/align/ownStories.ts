import { readFileSync } from 'node:fs'
import type { GoldFact, GoldStory } from '../../bench/quality/alignGold.js'
import { readDevStories } from '../../bench/seeded/readStories.js'
import { createDocument } from '../../src/document/index.js'
import { readPlace } from '../shared/readPlace.js'

/** One story of `facts.tsv`: ids of its accounts and what they tell. */
export interface OwnFacts {
  readonly story: string
  readonly documents: readonly string[]
  readonly facts: readonly GoldFact[]
}

/**
 * Our own marks of what is told in development stories: ids and offsets, no text.
 *
 * A line `story`, id, ids of the accounts opens a story; each line after it is a fact: importance 1 to 3, then the claims that tell it as
 * the letter of the account and offsets, all between tabs.
 *
 * @throws Error for any other line
 */
export function readFacts(text: string): readonly OwnFacts[] {
  const stories: { story: string; documents: readonly string[]; facts: GoldFact[] }[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [head, ...rest] = line.split('\t')
    if (head === 'story') {
      stories.push({ story: rest[0] ?? '', documents: rest.slice(1), facts: [] })
      continue
    }
    const current = stories.at(-1)
    const spans = rest.map((place) => {
      const span = readPlace(place, current?.documents ?? [])
      if (span === null)
        throw new Error(`facts.tsv: expected a letter of an account and offsets, got "${place}" in "${line}"`)
      return span
    })
    if (current === undefined || !/^[123]$/.test(head ?? '') || spans.length === 0)
      throw new Error(`facts.tsv: expected importance 1, 2 or 3 and places between tabs, got "${line}"`)
    current.facts.push({ id: `f${current.facts.length + 1}`, importance: Number(head), spans })
  }
  return stories
}

/** The development stories that carry our own marks, in the shape of annotated ones. */
export function readOwnStories(): readonly GoldStory[] {
  const marked = readFacts(readFileSync(new URL('facts.tsv', import.meta.url), 'utf8'))
  const texts = new Map(readDevStories().flatMap(({ documents }) => documents.map((one) => [one.id, one] as const)))
  return marked.map(({ story, documents, facts }) => ({
    name: story,
    documents: [...documents].sort().map((id) => {
      const { text, title, outlet, publishedAt } = texts.get(id)!
      return createDocument({ id, text, title, outlet, publishedAt })
    }),
    facts,
    accepted: [],
  }))
}
