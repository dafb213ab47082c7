import type { DocumentId } from '../document/index.js'

declare const storyIdBrand: unique symbol

/** Names one story. Made from the account that opened it, so the same account opens a story of the same name in every run. */
export type StoryId = string & { readonly [storyIdBrand]: true }

/** A term that an account and its story share. */
export interface SharedTerm {
  /** As the account writes it. */
  readonly term: string
  readonly kind: 'name' | 'number' | 'word'
  /** Its part of the likeness of account and story, in [0, 1]; the parts of all shared terms of a kind add up to the cosine. */
  readonly weight: number
}

/** One figure that the scorer looked at and how far it moved the score, in log-odds. */
export interface Reason {
  readonly figure: string
  readonly value: number
  readonly effect: number
}

/** Why an account belongs to its story. */
export interface Membership {
  /**
   * `opened`: it began the story; `likeness`: its score reached the threshold; `copy`: it shares half of its text with a member;
   * `correction`: a person said so; `split`: it was parted from another story.
   */
  readonly kind: 'opened' | 'likeness' | 'copy' | 'correction' | 'split'
  /** Probability that the account tells the story's event, in [0, 1]; null where nothing was scored. */
  readonly score: number | null
  /** The least score to join. */
  readonly threshold: number
  /** What it shares with the story, heaviest first; at most twelve. */
  readonly shared: readonly SharedTerm[]
  /** The figures that moved the score most, strongest first; at most five. */
  readonly reasons: readonly Reason[]
  /** Days to the nearest member; null where it was the first. */
  readonly daysApart: number | null
  /** The member it shares most text with, from half of the shorter one on. */
  readonly copyOf: { readonly document: DocumentId; readonly share: number } | null
}

/** One account of a story. The text is not kept. */
export interface Member {
  readonly document: DocumentId
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  readonly membership: Membership
}

/** An earlier story that this one may follow. */
export interface ThreadLink {
  readonly story: StoryId
  readonly title: string
  /** Likeness of the two, in [0, 1]. */
  readonly score: number
  readonly shared: readonly SharedTerm[]
}

/** Accounts of one event. */
export interface Story {
  readonly id: StoryId
  readonly title: string
  /** In the order in which they came. */
  readonly members: readonly Member[]
  /** Dates (ISO 8601) of its first and last account; null where none is known. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** The earlier story it goes on from, where one is alike enough. */
  readonly follows: ThreadLink | null
}

/** What changed when an account came. A reader who applies all updates in order holds the stories as they are. */
export type StoryUpdate =
  | {
      readonly kind: 'opened'
      readonly story: StoryId
      readonly title: string
      readonly member: Member
      readonly follows: ThreadLink | null
    }
  | { readonly kind: 'added'; readonly story: StoryId; readonly title: string; readonly member: Member }
  /** All members of `from` now belong to `story`, and `from` is gone. */
  | {
      readonly kind: 'merged'
      readonly story: StoryId
      readonly title: string
      readonly from: StoryId
      readonly score: number | null
      readonly because: string
    }
  /** `members` left `from` and now are `story`. */
  | {
      readonly kind: 'split'
      readonly story: StoryId
      readonly title: string
      readonly from: StoryId
      readonly members: readonly Member[]
      readonly because: string
    }
  /** No account came for longer than the window: the story changes no more. */
  | { readonly kind: 'closed'; readonly story: Story }
