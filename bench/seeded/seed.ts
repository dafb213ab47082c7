import type { TextSpan } from './sharedSentences.js'

/** What is changed in one account. */
export type SeedType = 'date' | 'number' | 'place' | 'role' | 'participant' | 'polarity' | 'quote' | 'speaker'

export const SEED_TYPES: readonly SeedType[] = [
  'date',
  'number',
  'place',
  'role',
  'participant',
  'polarity',
  'quote',
  'speaker',
]

/** One change: replace `at` in the first account by `to`; the second account has its own telling at `other`. */
export interface Change {
  readonly at: TextSpan
  readonly to: string
  readonly other: TextSpan
}

/** A pair of accounts with one contradiction put in, and where it stands on both sides. */
export interface Seed {
  readonly id: string
  readonly type: SeedType
  readonly story: string
  readonly a: string
  readonly b: string
  /** The whole text of account `a` after the change. */
  readonly alteredText: string
  /** Before the change, in the text of `a`; and after it. */
  readonly before: TextSpan
  readonly after: TextSpan
  /** The unchanged telling in `b`. */
  readonly other: TextSpan
}

export interface SourceDocument {
  readonly id: string
  readonly title: string
  readonly outlet: string
  readonly publishedAt: string | null
  readonly text: string
}

export interface SourceStory {
  readonly story: string
  readonly documents: readonly SourceDocument[]
}

/** A seeded random number generator (mulberry32): the same seed gives the same sequence on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One item, by the next random number. The list must not be empty. */
export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!
}
