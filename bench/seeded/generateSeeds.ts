import { changeDate, changeNumber, changePlace, changeRole } from './changeValues.js'
import { changeParticipant, changePolarity, changeQuote, changeSpeaker } from './changeWords.js'
import {
  type Change,
  createRandom,
  SEED_TYPES,
  type Seed,
  type SeedType,
  type SourceDocument,
  type SourceStory,
} from './seed.js'
import { findSharedPairs, type SharedPair } from './sharedSentences.js'

// Dice of 0.4 over content stems: below that, pairs seen by eye were often two facts about the same people.
const LEAST_SIMILARITY = 0.4
// Very long accounts (live blogs) cost minutes and tell the same thing many times over.
const LONGEST_TEXT = 12_000

/**
 * Seeded contradictions: pairs of real accounts in which exactly one thing was changed in one of them.
 *
 * At most one seed of a type for each story, so that no story weighs more; `perType` of each, fewer where the stories run out.
 * Stories named in `skip` are left out. The same stories and seed give the same list.
 */
export function generateSeeds(
  stories: readonly SourceStory[],
  opposites: ReadonlyMap<string, readonly string[]>,
  options: { readonly perType: number; readonly seed: number; readonly skip?: ReadonlySet<string> },
): readonly Seed[] {
  const random = createRandom(options.seed)
  const order = stories
    .filter((story) => !(options.skip?.has(story.story) ?? false))
    .map((story) => ({ story, key: random() }))
    .sort((x, y) => x.key - y.key)
  const seeds: Seed[] = []
  const counts = new Map<SeedType, number>(SEED_TYPES.map((type) => [type, 0]))
  for (const { story } of order) {
    if (SEED_TYPES.every((type) => counts.get(type)! >= options.perType)) break
    for (const [a, b] of pairUp(story.documents)) {
      const pairs = findSharedPairs(a.text, b.text, LEAST_SIMILARITY)
      const done = new Set(seeds.filter((seed) => seed.story === story.story).map((seed) => seed.type))
      for (const type of SEED_TYPES) {
        if (done.has(type) || counts.get(type)! >= options.perType) continue
        const change = findChange(type, a.text, b.text, pairs, opposites, random)
        if (change === null) continue
        seeds.push(applyChange(type, story.story, a, b, change))
        counts.set(type, counts.get(type)! + 1)
      }
    }
  }
  return seeds
}

/** Both orders of every two accounts, but for near copies and overlong texts: a copy would make every seed easy. */
function pairUp(documents: readonly SourceDocument[]): readonly (readonly [SourceDocument, SourceDocument])[] {
  const fit = documents.filter((document) => document.text.length <= LONGEST_TEXT && document.text.length >= 800)
  return fit.flatMap((a) => fit.filter((b) => b.id !== a.id && !isCopy(a.text, b.text)).map((b) => [a, b] as const))
}

function isCopy(a: string, b: string): boolean {
  const shingles = (text: string): ReadonlySet<string> => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return new Set(words.map((_, index) => words.slice(index, index + 6).join(' ')))
  }
  const x = shingles(a)
  const y = shingles(b)
  let shared = 0
  for (const shingle of x) if (y.has(shingle)) shared++
  return shared > 0.5 * Math.min(x.size, y.size)
}

function findChange(
  type: SeedType,
  a: string,
  b: string,
  pairs: readonly SharedPair[],
  opposites: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): Change | null {
  if (type === 'role') return changeRole(a, b, random)
  if (type === 'quote') return changeQuote(a, b, opposites, random)
  if (type === 'speaker') return changeSpeaker(a, b, random)
  const find = {
    number: changeNumber,
    date: changeDate,
    place: changePlace,
    participant: changeParticipant,
    polarity: changePolarity,
  }[type]
  for (const pair of [...pairs].sort((x, y) => y.similarity - x.similarity || x.a.start - y.a.start)) {
    const change = find(a, b, pair, random)
    if (change !== null) return change
  }
  return null
}

function applyChange(type: SeedType, story: string, a: SourceDocument, b: SourceDocument, change: Change): Seed {
  return {
    id: `${story}-${a.id}-${b.id}-${type}`,
    type,
    story,
    a: a.id,
    b: b.id,
    alteredText: a.text.slice(0, change.at.start) + change.to + a.text.slice(change.at.end),
    before: change.at,
    after: { start: change.at.start, end: change.at.start + change.to.length },
    other: change.other,
  }
}
