import { generateSeeds } from '../../bench/seeded/generateSeeds.js'
import { readDevStories, readWordPairs } from '../../bench/seeded/readStories.js'
import type { Seed, SourceDocument } from '../../bench/seeded/seed.js'
import { isTrainingStory } from '../../bench/seeded/split.js'
import { getFamily } from '../../src/compare/conflict/features.js'
import type { ScoredInput } from '../../src/compare/conflict/findCandidates.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { overlapLength, type Span } from '../../src/text/index.js'
import type { SeededExample } from './crossValidate.js'
import { createCandidateFinder, getPlace } from './storyCandidates.js'

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
  const find = createCandidateFinder(matter)
  const compare = (a: SourceDocument, b: SourceDocument): readonly Placed[] => {
    const { ids, inputs } = find([a, b])
    return inputs.map((input) => ({ ...input, ids }))
  }
  const examples: SeededExample[] = []
  const done = new Set<string>()
  for (const seed of seeds) {
    if (seed.type === 'quote' || seed.type === 'speaker') continue
    const a = documents.get(seed.a)!
    const b = documents.get(seed.b)!
    for (const input of compare({ ...a, text: seed.alteredText }, b)) {
      if (isAt(input, seed, seed.after)) examples.push(toExample(input, 1, SEED_WEIGHT, seed))
    }
    const pair = [seed.a, seed.b].sort().join(' ')
    for (const [index, input] of compare(a, b).entries()) {
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

/** True when the candidate sets the seed's words against the other account's: its values, or for whole clauses its evidence. */
function isAt(input: Placed, seed: Seed, place: Span): boolean {
  const { a, b } = input.candidate
  const meets = (side: typeof a, document: string, at: Span): boolean =>
    input.ids[side.account] === document && overlapLength(getPlace(input.candidate, side), at) > 0
  return (
    (meets(a, seed.a, place) && meets(b, seed.b, seed.other)) ||
    (meets(b, seed.a, place) && meets(a, seed.b, seed.other))
  )
}

function toExample(input: ScoredInput, label: number, weight: number, seed: Seed): SeededExample {
  return { values: input.values, label, weight, group: `seed ${seed.story}`, family: getFamily(input.candidate) }
}
