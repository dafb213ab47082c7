import { type Bag, hasTerm, termWeight } from './bag.js'
import type { Profile } from './profiles.js'
import type { StoryIndex } from './storyIndex.js'
import type { TermTable } from './termTable.js'

// Word pairs below this cosine are about as alike as any two words of one story.
const LEAST_LIKENESS = 0.35

/** How well two bags say each other's words. */
export interface SoftMatch {
  /** The share of a's weight that b says in the same or a like word, in [0, 1]. */
  readonly coverA: number
  readonly coverB: number
  /** For each word how well the other bag says it: 1 for the same stem, else the best cosine with one of its words, 0 at least. */
  readonly likestA: Float64Array
  readonly likestB: Float64Array
}

/** Compares each word of one bag with each of the other once; {@link SoftMatch} is valid until the next call. */
export class SoftMatcher implements SoftMatch {
  coverA = 0
  coverB = 0
  likestA = new Float64Array(64)
  likestB = new Float64Array(64)

  match(a: Bag, b: Bag, terms: TermTable): SoftMatch {
    if (this.likestA.length < a.ids.length) this.likestA = new Float64Array(2 * a.ids.length)
    if (this.likestB.length < b.ids.length) this.likestB = new Float64Array(2 * b.ids.length)
    const { likestA, likestB } = this
    markShared(a, b, likestA, likestB)
    for (let i = 0; i < a.ids.length; i++) {
      const left = a.ids[i]!
      if (terms.vectorOf(left) === null) continue
      let best = likestA[i]!
      for (let j = 0; j < b.ids.length; j++) {
        if (best === SHARED && likestB[j] === SHARED) continue
        const cosine = terms.cosine(left, b.ids[j]!)
        if (cosine > best) best = cosine
        if (cosine > likestB[j]!) likestB[j] = cosine
      }
      likestA[i] = best
    }
    this.coverA = cover(a, likestA)
    this.coverB = cover(b, likestB)
    return this
  }
}

// Above any cosine, so that no like word takes the place of the same one.
const SHARED = 2

/** Marks the words that both bags hold, and sets 0 for the others. */
function markShared(a: Bag, b: Bag, likestA: Float64Array, likestB: Float64Array): void {
  likestA.fill(0, 0, a.ids.length)
  likestB.fill(0, 0, b.ids.length)
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i]!
    const right = b.ids[j]!
    if (left < right) i++
    else if (right < left) j++
    else {
      likestA[i++] = SHARED
      likestB[j++] = SHARED
    }
  }
}

function cover(bag: Bag, likest: Float64Array): number {
  let covered = 0
  for (let i = 0; i < bag.ids.length; i++) {
    if (likest[i] === SHARED) likest[i] = 1
    const best = likest[i]!
    if (best >= LEAST_LIKENESS) covered += ((best - LEAST_LIKENESS) / (1 - LEAST_LIKENESS)) * bag.weights[i]!
  }
  return bag.total === 0 ? 0 : covered / bag.total
}

/** Best likeness between a verb of a and one of b; 0 when either has none. */
export function verbLikeness(a: Profile, b: Profile, terms: TermTable): number {
  let best = 0
  for (const left of a.verbs) {
    for (const right of b.verbs) {
      if (left === right) return 1
      const value = terms.cosine(left, right)
      if (value > best) best = value
    }
  }
  return best
}

/** One row of the table below, used again from call to call. */
let runs = new Float64Array(64)

/** Weight of the heaviest run of content words that both claims have in the same order without another between. */
export function longestRun(a: Int32Array, b: Int32Array, terms: TermTable): number {
  let best = 0
  if (runs.length < b.length + 1) runs = new Float64Array(2 * b.length + 2)
  runs.fill(0, 0, b.length + 1)
  for (let i = 0; i < a.length; i++) {
    const word = a[i]!
    // from the end, so that the cell before is still that of the word before
    for (let j = b.length - 1; j >= 0; j--) {
      if (b[j] !== word) {
        runs[j + 1] = 0
        continue
      }
      const value = runs[j]! + termWeight(terms, word)
      runs[j + 1] = value
      if (value > best) best = value
    }
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
