import { readSource } from '../../bench/seeded/comparePair.js'
import { generateSeeds } from '../../bench/seeded/generateSeeds.js'
import { readDevStories, readWordPairs } from '../../bench/seeded/readStories.js'
import type { Seed, SourceDocument } from '../../bench/seeded/seed.js'
import { isTrainingStory } from '../../bench/seeded/split.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { getFamily } from '../../src/compare/conflict/features.js'
import { findCandidates, type ScoredInput } from '../../src/compare/conflict/findCandidates.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { alignClaims, groupQuotes, linkEntities } from '../../src/compare/index.js'
import { overlapLength, type Span } from '../../src/text/index.js'
import type { SeededExample } from './crossValidate.js'
import { loadRelations } from './goldExamples.js'

// What a seed and an unmarked difference count beside a gold one: seeds are plain, real accounts may well conflict unmarked.
const SEED_WEIGHT = 0.5
const REST_WEIGHT = 0.15
// One in three of them is kept, to keep training short.
const REST_EVERY = 3

/**
 * Candidates of seeded pairs from the training part of the development stories.
 *
 * Positive: the candidate at the changed place. Negative: candidates at the same place before the change, and, lightly
 * weighted, all others of the unchanged pair.
 */
export function loadSeededExamples(perType: number, matter: TreeModel): readonly SeededExample[] {
  const stories = readDevStories().filter((story) => isTrainingStory(story.story))
  const documents = new Map(stories.flatMap((story) => story.documents.map((one) => [one.id, one] as const)))
  const seeds = generateSeeds(stories, readWordPairs('antonyms'), { perType, seed: 5 })
  const examples: SeededExample[] = []
  const done = new Set<string>()
  for (const seed of seeds) {
    if (seed.type === 'quote' || seed.type === 'speaker') continue
    const a = documents.get(seed.a)!
    const b = documents.get(seed.b)!
    for (const input of compare({ ...a, text: seed.alteredText }, b, matter)) {
      if (isAt(input, seed, seed.after)) examples.push(toExample(input, 1, SEED_WEIGHT, seed))
    }
    const pair = [seed.a, seed.b].sort().join(' ')
    for (const [index, input] of compare(a, b, matter).entries()) {
      if (isAt(input, seed, seed.before)) examples.push(toExample(input, 0, SEED_WEIGHT, seed))
      else if (!done.has(pair) && index % REST_EVERY === 0) examples.push(toExample(input, 0, REST_WEIGHT, seed))
    }
    done.add(pair)
  }
  return examples
}

interface Placed extends ScoredInput {
  readonly ids: readonly string[]
}

function compare(a: SourceDocument, b: SourceDocument, matter: TreeModel): readonly Placed[] {
  const documents = [readSource(a), readSource(b)].sort((x, y) => (x.id < y.id ? -1 : 1))
  const entities = linkEntities(documents)
  const groups = groupQuotes(documents, entities)
  const rows = alignClaims(documents, entities, groups)
  const { inputs } = findCandidates(documents, entities, rows, groups, {
    relations: loadRelations(),
    vectors: loadVectors(),
    matter,
  })
  const ids = documents.map((document) => document.id)
  return inputs.map((input) => ({ ...input, ids }))
}

/** True when the candidate sets the seed's words against the other account's: its values, or for whole clauses its evidence. */
function isAt(input: Placed, seed: Seed, place: Span): boolean {
  const { a, b, features } = input.candidate
  const meets = (side: typeof a, document: string, at: Span): boolean =>
    input.ids[side.account] === document && overlapLength(features.whole === 1 ? side.evidence : side.value, at) > 0
  return (
    (meets(a, seed.a, place) && meets(b, seed.b, seed.other)) ||
    (meets(b, seed.a, place) && meets(a, seed.b, seed.other))
  )
}

function toExample(input: ScoredInput, label: number, weight: number, seed: Seed): SeededExample {
  return { values: input.values, label, weight, group: `seed ${seed.story}`, family: getFamily(input.candidate) }
}
