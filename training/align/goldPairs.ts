import type { GoldStory } from '../../bench/quality/alignGold.js'
import { spansMeet } from '../../bench/quality/alignScore.js'
import { linkEntities } from '../../src/compare/entities/index.js'
import { findCandidates } from '../../src/compare/align/findCandidates.js'
import { pairFeatures } from '../../src/compare/align/pairFeatures.js'
import { createProfiles, type StoryProfiles, type WordKnowledge } from '../../src/compare/align/profiles.js'
import { groupQuotes } from '../../src/compare/quotes/groupQuotes.js'
import { type Document, getLayer } from '../../src/document/index.js'

/** Every candidate pair of a story's claims with its figures and whether the gold has both tell one fact. */
export interface StoryPairs {
  readonly gold: GoldStory
  readonly documents: readonly Document[]
  readonly story: StoryProfiles
  readonly a: Int32Array
  readonly b: Int32Array
  readonly features: readonly (readonly number[])[]
  readonly labels: Uint8Array
}

/** Annotates a gold story and makes its pairs. */
export function preparePairs(
  gold: GoldStory,
  read: (document: Document) => Document,
  knowledge: WordKnowledge,
): StoryPairs {
  const documents = gold.documents.map(read)
  const entities = linkEntities(documents)
  const story = createProfiles(documents, entities, groupQuotes(documents, entities), knowledge)
  const facts = factsOf(gold, documents, story)
  const a: number[] = []
  const b: number[] = []
  findCandidates(story).forEach((partners, p) => {
    for (const q of partners) {
      if (q <= p) continue
      a.push(p)
      b.push(q)
    }
  })
  return {
    gold,
    documents,
    story,
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    features: a.map((p, k) => pairFeatures(story.profiles[p]!, story.profiles[b[k]!]!, story)),
    labels: Uint8Array.from(a, (p, k) => ([...facts[p]!].some((fact) => facts[b[k]!]!.has(fact)) ? 1 : 0)),
  }
}

/** The gold facts each node tells in any of its places. */
function factsOf(gold: GoldStory, documents: readonly Document[], story: StoryProfiles): readonly Set<number>[] {
  const all = [...gold.facts, ...gold.accepted]
  return story.nodes.map((node) => {
    const told = new Set<number>()
    for (const { document, index } of node) {
      const { id } = documents[document]!
      const { start, end } = getLayer(documents[document]!, 'claims')[index]!
      all.forEach(({ spans }, fact) => {
        if (spans.some((span) => spansMeet(span, { document: id, start, end }))) told.add(fact)
      })
    }
    return told
  })
}
