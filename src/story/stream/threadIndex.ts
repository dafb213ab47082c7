import { centre, dot, type SparseVector } from '../reading/vector.js'
import type { Views } from '../reading/weighTerms.js'
import type { StoryId } from '../story.js'

/** What is kept of a closed story, so that a later one can be linked to it. */
export interface PastStory {
  readonly id: StoryId
  readonly title: string
  readonly lastDay: number
  readonly names: SparseVector
  readonly body: SparseVector
}

/** Days after its last account that a story may still be followed by another. */
export const THREAD_DAYS = 30
// 24 names and 40 words: enough to tell what a story was about, small enough to keep a month of them.
const MOST_NAMES = 24
const MOST_WORDS = 40
// A name in more past stories than this, such as a president's, leads nowhere.
const MOST_HOLDERS = 200

/** Cuts a story down to what threads need. */
export function pastOf(story: { id: StoryId; title: string; lastDay: number; views: Views }): PastStory {
  const { id, title, lastDay, views } = story
  return {
    id,
    title,
    lastDay,
    names: centre([views.leadNames], MOST_NAMES),
    body: centre([views.body], MOST_WORDS),
  }
}

/** How alike an account and an earlier story are in matter, whatever the day: mean cosine of leading names and of words, in [0, 1]. */
export function threadLikeness(views: Views, past: Pick<PastStory, 'names' | 'body'>): number {
  return (dot(views.leadNames, past.names) + dot(views.body, past.body)) / 2
}

/** The closed stories of the last {@link THREAD_DAYS} days, by their names. */
export class ThreadIndex {
  private readonly holders = new Map<number, Set<PastStory>>()
  private past: PastStory[] = []

  add(story: PastStory): void {
    this.past.push(story)
    for (const term of story.names.terms) {
      const stories = this.holders.get(term)
      if (stories === undefined) this.holders.set(term, new Set([story]))
      else stories.add(story)
    }
  }

  /** The past story most alike, from `least` on; the later of equals; null when there is none. */
  find(views: Views, least: number): { readonly story: PastStory; readonly score: number } | null {
    let best: { story: PastStory; score: number } | null = null
    const seen = new Set<PastStory>()
    for (const term of views.leadNames.terms) {
      const stories = this.holders.get(term)
      if (stories === undefined || stories.size > MOST_HOLDERS) continue
      for (const story of stories) {
        if (seen.has(story)) continue
        seen.add(story)
        const score = threadLikeness(views, story)
        if (
          score >= least &&
          (best === null || score > best.score || (score === best.score && isLater(story, best.story)))
        )
          best = { story, score }
      }
    }
    return best
  }

  /** Forgets the stories that ended before a day. */
  forget(before: number): void {
    const kept: PastStory[] = []
    for (const story of this.past) {
      if (story.lastDay >= before) kept.push(story)
      else
        for (const term of story.names.terms) {
          const stories = this.holders.get(term)!
          stories.delete(story)
          if (stories.size === 0) this.holders.delete(term)
        }
    }
    this.past = kept
  }

  /** All that is held, in the order in which it came. */
  list(): readonly PastStory[] {
    return this.past
  }
}

function isLater(a: PastStory, b: PastStory): boolean {
  return a.lastDay === b.lastDay ? a.id < b.id : a.lastDay > b.lastDay
}
