import type { Document, DocumentId } from '../../document/index.js'
import { type Corrections, NO_CORRECTIONS } from '../corrections/corrections.js'
import { readStoryArticle } from '../reading/readStoryArticle.js'
import type { Reading } from '../score/features.js'
import { loadStoryModel, type StoryModel } from '../score/loadStoryModel.js'
import { describeCandidates } from '../score/scoreCandidates.js'
import { scoreTrees } from '../score/trees.js'
import type { Member, Membership, Story, StoryUpdate, ThreadLink } from '../story.js'
import { explainScore, explainShared } from './explainMembership.js'
import { GrouperState, type HeldArticle } from './grouperState.js'
import { type HeldMember, type OpenStory, readingOf } from './openStory.js'
import { reviewNeighbours } from './reviewNeighbours.js'
import { type PastStory, pastOf, threadLikeness } from './threadIndex.js'

export interface GroupOptions {
  /** Days after its last account that a story stays open; 7 by default. */
  readonly windowDays?: number
  /** What a person said about the grouping; nothing by default. */
  readonly corrections?: Corrections
  /** The shipped model by default. */
  readonly model?: StoryModel
}

/** Groups accounts one by one. */
export interface Grouper {
  /** Puts one account into a story and gives what changed, in order; nothing for an account it has already. */
  add(document: Document): readonly StoryUpdate[]
  /** The stories that may still grow, in the order in which they were opened. */
  stories(): readonly Story[]
  /** How many they are. */
  openStories(): number
  /** The open story of an account; null when it is not known or its story is closed. */
  storyOf(document: DocumentId): Story | null
  /** Everything needed to go on later, as text. */
  save(): string
}

export const DEFAULT_WINDOW = 7
// 30 stories from the index, of which the likeliest are described in full.
const MOST_CANDIDATES = 30
// Chosen by eye on the pairs of consecutive stories of the development corpus; see docs/stories.md.
const FOLLOWS_AT = 0.35

type Scored = { readonly story: OpenStory; readonly values: Float64Array; readonly score: number }

/**
 * A grouper, new or going on from what an earlier one saved.
 *
 * One pass: an account is compared with the open stories only, joins the likeliest from the threshold on, or opens one of its own. Members
 * leave a story by a correction, or within three days for a later story that they fit clearly better; an update says so. Memory is that of
 * the accounts of the open stories; the cost of an account does not depend on how many came before. Deterministic for a given order.
 *
 * Source: Miranda et al. 2018 and Saravanakumar et al. 2021 for several views of TF-IDF and time in one learnt score; ours: features that
 * compare rivals, single members and copies.
 *
 * @throws SynopticError `OPTION_INVALID` for a window that is no positive number, `STATE_UNREADABLE` for a saved text of another version
 */
export function createGrouper(options: GroupOptions = {}, saved?: string): Grouper {
  const model = options.model ?? loadStoryModel()
  const corrections = options.corrections ?? NO_CORRECTIONS
  const state = new GrouperState(model, corrections, options.windowDays ?? DEFAULT_WINDOW)
  const pending: StoryUpdate[] = saved === undefined ? [] : state.restore(saved)

  function add(document: Document): readonly StoryUpdate[] {
    const updates = pending.splice(0)
    if (state.knows(document.id)) return updates
    const moment = state.momentOf(document)
    updates.push(...state.moveTo(moment))
    const reading = readStoryArticle(document, moment, (term) => state.counts.rarity(term), model.vectors)
    const article: HeldArticle = { document, reading }
    const wanted = state.storiesOf(corrections.together(document.id))
    for (const other of wanted.slice(1))
      updates.push(state.merge(wanted[0]!, other, null, 'the corrections put them together'))
    const candidates = state.candidates
      .find(reading.views, MOST_CANDIDATES)
      .filter((story) => state.allows(story, document.id))
    const scored = describeCandidates(reading, candidates, readingOf).map(
      ({ story, values }): Scored => ({ story, values, score: scoreTrees(model.trees, values) }),
    )
    const target = chooseStory(article, scored, wanted[0] ?? null)
    if (target === null) {
      const story = open(article, scored, updates)
      updates.push(...reviewNeighbours(story, reading, scored, { state, model, corrections }))
    } else {
      const member = memberOf(document, target.membership)
      state.join(target.story, hold(member, reading))
      updates.push({ kind: 'added', story: target.story.id, title: target.story.title, member })
      updates.push(...mergeAlike(target.story, scored))
      const story = state.storyOf(document.id)!
      updates.push(...reviewNeighbours(story, reading, scored, { state, model, corrections }))
    }
    return updates
  }

  /** The story to join and why; null for none. A correction rules, then a copy, then the score. */
  function chooseStory(
    { document, reading }: HeldArticle,
    scored: readonly Scored[],
    wanted: OpenStory | null,
  ): { readonly story: OpenStory; readonly membership: Membership } | null {
    const [copy] = state.copies.find(reading.print).filter(({ key }) => state.allows(state.storyOf(key)!, document.id))
    const best = scored.reduce<Scored | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
    const copied = copy === undefined ? null : state.storyOf(copy.key)!
    const likely = best !== null && best.score >= model.joinAt ? best.story : null
    const story = wanted ?? copied ?? likely
    if (story === null) return null
    const found = scored.find((candidate) => candidate.story === story) ?? describeAlone(story, reading)
    const membership: Membership = {
      kind: wanted !== null ? 'correction' : copied !== null ? 'copy' : 'likeness',
      score: Number(found.score.toFixed(4)),
      threshold: model.joinAt,
      shared: explainShared(reading, story.views),
      reasons: explainScore(model.trees, found.values),
      daysApart: daysApart(reading.day, story),
      copyOf:
        copy !== undefined && copied === story ? { document: copy.key, share: Number(copy.share.toFixed(3)) } : null,
    }
    return { story, membership }
  }

  function describeAlone(story: OpenStory, reading: Reading): Scored {
    const { values } = describeCandidates(reading, [story], readingOf)[0]!
    return { story, values, score: scoreTrees(model.trees, values) }
  }

  function open({ document, reading }: HeldArticle, scored: readonly Scored[], updates: StoryUpdate[]): OpenStory {
    const best = scored.reduce<number>((a, b) => Math.max(a, b.score), 0)
    const member = memberOf(document, {
      kind: 'opened',
      score: scored.length === 0 ? null : Number(best.toFixed(4)),
      threshold: model.joinAt,
      shared: [],
      reasons: [],
      daysApart: null,
      copyOf: null,
    })
    const follows = findThread(reading, scored)
    const story = state.open(hold(member, reading), follows)
    updates.push({ kind: 'opened', story: story.id, title: story.title, member, follows })
    return story
  }

  /** The likest earlier story: an open one that is alike but not enough to join, or a closed one. */
  function findThread(reading: HeldArticle['reading'], scored: readonly Scored[]): ThreadLink | null {
    let best: { readonly story: PastStory; readonly score: number } | null = state.threads.find(
      reading.views,
      FOLLOWS_AT,
    )
    for (const { story } of scored) {
      const past = pastOf(story)
      const score = threadLikeness(reading.views, past)
      if (score >= FOLLOWS_AT && (best === null || score > best.score)) best = { story: past, score }
    }
    if (best === null) return null
    const { id, title, names, body } = best.story
    const shared = explainShared(reading, { ...reading.views, names, body })
    return { story: id, title, score: Number(best.score.toFixed(4)), shared }
  }

  /** Merges another open story that the new account belongs to as well, where the two stories' members bear it out. */
  function mergeAlike(story: OpenStory, scored: readonly Scored[]): readonly StoryUpdate[] {
    const other = scored.find((candidate) => candidate.story !== story && candidate.score >= model.mergeAt)
    if (other === undefined || !other.story.open || !state.mayMerge(story, other.story)) return []
    const score = likenessOf(other.story, story)
    if (score < model.mergeAt) return []
    const [kept, gone] = story.firstDay <= other.story.firstDay ? [story, other.story] : [other.story, story]
    return [state.merge(kept, gone, Number(score.toFixed(4)), 'an account that belongs to both joined them')]
  }

  /** Mean score of a story's members against the other story. */
  function likenessOf(story: OpenStory, other: OpenStory): number {
    const scores = story.compared.map(({ reading }) => describeAlone(other, reading).score)
    return scores.reduce((sum, score) => sum + score, 0) / scores.length
  }

  return {
    add,
    stories: () => state.list().map((story) => state.show(story)),
    openStories: () => state.size(),
    storyOf: (document) => {
      const story = state.storyOf(document)
      return story === null ? null : state.show(story)
    },
    save: () => state.save(),
  }
}

/** What is kept of an account: not its counts and spellings, which are most of its size. */
function hold(member: Member, { terms: _, print, ...reading }: HeldArticle['reading']): HeldMember {
  return { member, reading, print }
}

function memberOf({ id, title, outlet, publishedAt }: Document, membership: Membership): Member {
  return { document: id, title, outlet, publishedAt, membership }
}

function daysApart(day: number, story: OpenStory): number {
  return Number(Math.min(...story.members.map(({ reading }) => Math.abs(reading.day - day))).toFixed(2))
}
