import { NO_CORRECTIONS } from '../../src/story/corrections/corrections.js'
import { readStoryArticle } from '../../src/story/reading/readStoryArticle.js'
import { forgetTime } from '../../src/story/score/features.js'
import type { StoryModel } from '../../src/story/score/loadStoryModel.js'
import { describeCandidates } from '../../src/story/score/scoreCandidates.js'
import type { Membership, StoryId } from '../../src/story/story.js'
import { GrouperState } from '../../src/story/stream/grouperState.js'
import type { OpenStory } from '../../src/story/stream/openStory.js'
import type { Example } from '../conflict/boost.js'
import type { Labelled } from './readStories.js'

/** A candidate that an account met: the story it belongs to (1) or another (0). */
export interface StoryExample extends Example {
  /** The editors' story behind the candidate; `group` is the account's. */
  readonly other: string
}

// A quarter: enough for the trees to see that a time not known says nothing, too little to make them forget time.
const TIMELESS = 0.25

const NO_MEMBERSHIP: Membership = {
  kind: 'opened',
  score: null,
  threshold: 0,
  shared: [],
  reasons: [],
  daysApart: null,
  copyOf: null,
}

/**
 * Runs the accounts through the grouper's own state, putting each where the editors put it, and keeps all candidates met on the way, each
 * with and without its time.
 */
export function gatherExamples(
  accounts: readonly Labelled[],
  model: StoryModel,
  windowDays: number,
): { readonly examples: readonly StoryExample[]; readonly missed: number } {
  const state = new GrouperState(model, NO_CORRECTIONS, windowDays)
  const stories = new Map<string, OpenStory>()
  const labels = new Map<StoryId, string>()
  const examples: StoryExample[] = []
  let missed = 0
  for (const { document, story } of accounts) {
    const moment = state.momentOf(document)
    state.moveTo(moment)
    const reading = readStoryArticle(document, moment, (term) => state.counts.rarity(term), model.vectors)
    const described = describeCandidates(reading, state.candidates.find(reading.views, 30), (open) => ({
      views: open.views,
      members: open.compared.map((held) => held.reading),
    }))
    const own = stories.get(story)
    const alive = own?.open === true ? own : undefined
    if (alive !== undefined && !described.some((candidate) => candidate.story === alive)) missed++
    for (const { story: candidate, values } of described) {
      const label = candidate === alive ? 1 : 0
      const about = { label, group: story, other: labels.get(candidate.id)! }
      examples.push(
        { ...about, values: [...values], weight: 1 },
        { ...about, values: forgetTime(values), weight: TIMELESS },
      )
    }
    const { id, title, outlet, publishedAt } = document
    const held = {
      member: { document: id, title, outlet, publishedAt, membership: NO_MEMBERSHIP },
      reading,
      print: reading.print,
    }
    if (alive !== undefined) state.join(alive, held)
    else {
      const opened = state.open(held, null)
      stories.set(story, opened)
      labels.set(opened.id, story)
    }
  }
  return { examples, missed }
}
