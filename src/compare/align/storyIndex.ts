import type { Document } from '../../document/index.js'
import type { Profile } from './profiles.js'
import type { TermTable } from './termTable.js'

/** What is known of the story as a whole when two claims are compared. */
export interface StoryIndex {
  /** log(claims / claims that hold both stems). */
  pairRarity(first: number, second: number): number
  /** Stems of the titles that also occur in claims. */
  readonly titleWords: ReadonlySet<number>
}

// Beyond this many claims with the rarer word, the pair is common enough not to be counted exactly.
const LONGEST = 2_000

/** Indexes the claims of a story by their words. */
export function createStoryIndex(
  documents: readonly Document[],
  profiles: readonly Profile[],
  terms: TermTable,
): StoryIndex {
  const postings: number[][] = Array.from({ length: terms.size }, () => [])
  profiles.forEach((profile, p) => {
    for (const id of profile.bag.ids) postings[id]!.push(p)
  })
  const known = new Map<number, number>()
  const titleWords = new Set<number>()
  for (const { title } of documents) {
    for (const [word] of (title ?? '').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      const id = terms.find(word)
      if (id >= 0) titleWords.add(id)
    }
  }
  const pairRarity = (first: number, second: number): number => {
    const key = first < second ? first * terms.size + second : second * terms.size + first
    const before = known.get(key)
    if (before !== undefined) return before
    const rarity = Math.log(profiles.length / Math.max(1, countBoth(postings[first]!, postings[second]!)))
    known.set(key, rarity)
    return rarity
  }
  return { pairRarity, titleWords }
}

/** Common members of two ascending lists, the first two thousand of each. */
function countBoth(a: readonly number[], b: readonly number[]): number {
  let count = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length && i < LONGEST && j < LONGEST) {
    if (a[i]! < b[j]!) i++
    else if (a[i]! > b[j]!) j++
    else {
      count++
      i++
      j++
    }
  }
  return count
}
