import { type Bag, hasTerm } from './bag.js'
import type { Profile } from './profiles.js'
import type { StoryIndex } from './storyIndex.js'
import { dot, type TermTable } from './termTable.js'
import { termWeight } from './bag.js'

// Word pairs below this cosine are about as alike as any two words of one story.
const LEAST_LIKENESS = 0.35

/** The share of a's weight that b says in the same or a like word, in [0, 1]. */
export function softCover(a: Bag, b: Bag, terms: TermTable): number {
  if (a.total === 0) return 0
  let covered = 0
  for (let i = 0; i < a.ids.length; i++) {
    const best = likest(a.ids[i]!, b, terms)
    if (best >= LEAST_LIKENESS) covered += ((best - LEAST_LIKENESS) / (1 - LEAST_LIKENESS)) * a.weights[i]!
  }
  return covered / a.total
}

/** How well a bag says a word: 1 for the same stem, else the best cosine with one of its words, 0 at least. */
export function likest(id: number, bag: Bag, terms: TermTable): number {
  if (hasTerm(bag, id)) return 1
  const vector = terms.vectorOf(id)
  if (vector === null) return 0
  let best = 0
  for (let j = 0; j < bag.ids.length; j++) {
    const other = terms.vectorOf(bag.ids[j]!)
    if (other === null) continue
    const cosine = dot(vector, other)
    if (cosine > best) best = cosine
  }
  return best
}

/** Best likeness between a verb of a and one of b; 0 when either has none. */
export function verbLikeness(a: Profile, b: Profile, terms: TermTable): number {
  let best = 0
  for (const left of a.verbs) {
    for (const right of b.verbs) {
      if (left === right) return 1
      const x = terms.vectorOf(left)
      const y = terms.vectorOf(right)
      if (x === null || y === null) continue
      const value = dot(x, y)
      if (value > best) best = value
    }
  }
  return best
}

/** Weight of the heaviest run of content words that both claims have in the same order without another between. */
export function longestRun(a: Int32Array, b: Int32Array, terms: TermTable): number {
  let best = 0
  let before = new Float64Array(b.length + 1)
  let row = new Float64Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const value = a[i] === b[j] ? before[j]! + termWeight(terms, a[i]!) : 0
      row[j + 1] = value
      if (value > best) best = value
    }
    const spare = before
    before = row
    row = spare
  }
  return best
}

/** Weight of the rarest word of a that b lacks. */
export function rarestAlone(a: Bag, b: Bag): number {
  let rarest = 0
  for (let i = 0; i < a.ids.length; i++) {
    if (a.weights[i]! > rarest && !hasTerm(b, a.ids[i]!)) rarest = a.weights[i]!
  }
  return rarest
}

/** How rarely the two weightiest shared words stand together in a claim: log(claims / claims with both); 0 without two. */
export function topPairRarity(a: Bag, b: Bag, index: StoryIndex): number {
  let first = -1
  let second = -1
  let high = 0
  let next = 0
  for (let i = 0; i < a.ids.length; i++) {
    if (!hasTerm(b, a.ids[i]!)) continue
    const weight = a.weights[i]!
    if (weight > high) {
      second = first
      next = high
      first = a.ids[i]!
      high = weight
    } else if (weight > next) {
      second = a.ids[i]!
      next = weight
    }
  }
  return second < 0 ? 0 : index.pairRarity(first, second)
}

/** Shared words that stand in a title of the story. */
export function countTitleWords(a: Bag, b: Bag, index: StoryIndex): number {
  let count = 0
  for (const id of a.ids) if (index.titleWords.has(id) && hasTerm(b, id)) count++
  return count
}
