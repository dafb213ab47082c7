import type { Fingerprint } from '../copies/copyIndex.js'
import { centre } from '../reading/vector.js'
import { VIEWS, type Views } from '../reading/weighTerms.js'
import type { Reading, StoryReading } from '../score/features.js'
import type { Member, StoryId, ThreadLink } from '../story.js'

/** An account of an open story with all that later accounts are compared with. */
export interface HeldMember {
  readonly member: Member
  readonly reading: Reading
  readonly print: Fingerprint
}

/** A story that may still grow. Changed in place by the grouper only. */
export interface OpenStory {
  readonly id: StoryId
  title: string
  members: HeldMember[]
  /** Centres of the members' views. */
  views: Views
  /** Members that new accounts are compared with one by one, at most {@link COMPARED}. */
  compared: readonly HeldMember[]
  firstDay: number
  lastDay: number
  follows: ThreadLink | null
  /** The terms of the account that opened it: what the story adds to the counts of how rare a term is. */
  readonly counted: Uint32Array
  /** False once it was closed or merged into another. */
  open: boolean
}

// 8 members: more change the nearest one rarely and cost as much as all else together.
export const COMPARED = 8
// 1,500 terms: those of four or five accounts; what is cut of a larger story weighs next to nothing.
const MOST_TERMS = 1500

/** A story as the scorer sees it. */
export function readingOf(story: OpenStory): StoryReading {
  return { views: story.views, members: story.compared.map(({ reading }) => reading) }
}

/** Some members as the scorer would see them if they were a story. */
export function readMembers(members: readonly HeldMember[]): StoryReading {
  return { views: centresOf(members), members: compare(members).map(({ reading }) => reading) }
}

function centresOf(members: readonly HeldMember[]): Views {
  const held = members.length <= 4 * COMPARED ? members : members.slice(-4 * COMPARED)
  const views = {} as Record<keyof Views, Views[keyof Views]>
  for (const view of VIEWS)
    views[view] = centre(
      held.map(({ reading }) => reading.views[view]),
      MOST_TERMS,
    )
  return views
}

function compare(members: readonly HeldMember[]): readonly HeldMember[] {
  return members.length <= COMPARED ? members : [...members.slice(0, 2), ...members.slice(2 - COMPARED)]
}

/** Computes anew what depends on the members: centres, days, the members to compare with, the title. */
export function settle(story: OpenStory, titleOf: (story: OpenStory) => string | null): void {
  const { members } = story
  story.views = centresOf(members)
  story.compared = compare(members)
  story.firstDay = members.reduce((day, { reading }) => Math.min(day, reading.day), Infinity)
  story.lastDay = members.reduce((day, { reading }) => Math.max(day, reading.day), -Infinity)
  story.title = titleOf(story) ?? story.title
}
