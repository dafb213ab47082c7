import type { Document, DocumentId } from '../../document/index.js'
import { hashString } from '../../model/index.js'
import { SynopticError } from '../../text/index.js'
import { CopyIndex } from '../copies/copyIndex.js'
import type { Corrections } from '../corrections/corrections.js'
import { type ArticleReading, dayOf, type Moment } from '../reading/readStoryArticle.js'
import { dot } from '../reading/vector.js'
import type { StoryModel } from '../score/loadStoryModel.js'
import type { Membership, Story, StoryId, StoryUpdate, ThreadLink } from '../story.js'
import { CandidateIndex } from './candidateIndex.js'
import { type HeldMember, type OpenStory, settle } from './openStory.js'
import { restoreState, type SavedState, saveState } from './savedState.js'
import { StreamCounts } from './streamCounts.js'
import { pastOf, THREAD_DAYS, ThreadIndex } from './threadIndex.js'

/** An account on its way into a story. */
export interface HeldArticle {
  readonly document: Document
  readonly reading: ArticleReading
}

// A quarter of a day: how far the clock must move before old stories are looked for.
const SWEEP_EVERY = 0.25

/** The open stories and the indexes over them; changes all of them together, and nothing outside does. */
export class GrouperState {
  readonly counts: StreamCounts
  readonly candidates = new CandidateIndex()
  readonly copies = new CopyIndex<DocumentId>()
  readonly threads = new ThreadIndex()
  private readonly model: StoryModel
  private readonly corrections: Corrections
  private readonly window: number
  private readonly open_ = new Map<StoryId, OpenStory>()
  private readonly storyByDocument = new Map<DocumentId, OpenStory>()
  private clock = -Infinity
  private swept = -Infinity
  /** Whether any account has had a day. */
  private dated = false

  constructor(model: StoryModel, corrections: Corrections, window: number) {
    if (!(window > 0 && window <= 365))
      throw new SynopticError('OPTION_INVALID', `a window of ${window} days: give a number of days above 0, up to 365`)
    this.model = model
    this.corrections = corrections
    this.window = window
    this.counts = new StreamCounts(model.background)
  }

  knows(document: DocumentId): boolean {
    return this.storyByDocument.has(document)
  }

  storyOf(document: DocumentId): OpenStory | null {
    return this.storyByDocument.get(document) ?? null
  }

  storiesOf(documents: readonly DocumentId[]): readonly OpenStory[] {
    return [...new Set(documents.flatMap((document) => this.storyByDocument.get(document) ?? []))]
  }

  list(): readonly OpenStory[] {
    return [...this.open_.values()]
  }

  size(): number {
    return this.open_.size
  }

  /** When an account came: its date, or when it was fetched; without either, the latest day seen. */
  momentOf({ publishedAt, provenance }: Document): Moment {
    const day = dayOf(publishedAt) ?? dayOf(provenance.fetchedAt)
    if (day !== null) return { day, dated: true }
    return { day: this.clock === -Infinity ? 0 : this.clock, dated: false }
  }

  /** Moves the clock on and closes stories that no account came to for longer than the window. */
  moveTo({ day, dated }: Moment): readonly StoryUpdate[] {
    if (dated && !this.dated) this.setFirstDay(day)
    this.clock = Math.max(this.clock, day)
    if (this.clock - this.swept < SWEEP_EVERY) return []
    this.swept = this.clock
    const closed = this.list().filter((story) => this.clock - story.lastDay > this.window)
    for (const story of closed) {
      this.threads.add(pastOf(story))
      this.drop(story)
      for (const { member } of story.members) {
        this.storyByDocument.delete(member.document)
        this.copies.remove(member.document)
      }
    }
    this.threads.forget(this.clock - THREAD_DAYS)
    return closed.map((story) => ({ kind: 'closed', story: this.show(story) }))
  }

  /** Accounts that came before any date count as of the first one: they had no day, and would close at once. */
  private setFirstDay(day: number): void {
    this.dated = true
    for (const story of this.list()) {
      story.members = story.members.map((held) => ({ ...held, reading: { ...held.reading, day } }))
      settle(story, (settled) => this.titleOf(settled))
    }
  }

  /** Whether the corrections let an account into a story. */
  allows(story: OpenStory, document: DocumentId): boolean {
    if (!this.corrections.isApart(document)) return true
    return story.members.every(({ member }) => !this.corrections.areApart(member.document, document))
  }

  mayMerge(a: OpenStory, b: OpenStory): boolean {
    return a.members.every(({ member }) => this.allows(b, member.document))
  }

  open(held: HeldMember, follows: ThreadLink | null): OpenStory {
    const story: OpenStory = {
      id: this.nameFor(held.member.document),
      title: '',
      members: [],
      views: held.reading.views,
      compared: [],
      firstDay: held.reading.day,
      lastDay: held.reading.day,
      follows,
      counted: held.reading.views.body.terms,
      open: true,
    }
    this.put(story)
    this.join(story, held)
    return story
  }

  join(story: OpenStory, held: HeldMember): void {
    this.take(story, [held])
    this.copies.add(held.member.document, held.print)
  }

  /** Puts all members of one story into another. */
  merge(kept: OpenStory, gone: OpenStory, score: number | null, because: string): StoryUpdate {
    this.drop(gone)
    this.take(kept, gone.members)
    return { kind: 'merged', story: kept.id, title: kept.title, from: gone.id, score, because }
  }

  /** Parts members from a story into one of their own; `why` is put into their memberships. */
  split(
    from: OpenStory,
    leaving: readonly HeldMember[],
    because: string,
    why: Partial<Membership> = {},
  ): { readonly update: StoryUpdate; readonly story: OpenStory } {
    const gone = new Set(leaving)
    from.members = from.members.filter((held) => !gone.has(held))
    settle(from, (story) => this.titleOf(story))
    this.candidates.put(from)
    const members = leaving.map(
      (held): HeldMember => ({
        ...held,
        member: { ...held.member, membership: { ...held.member.membership, ...why, kind: 'split' } },
      }),
    )
    const [first] = members as [HeldMember, ...HeldMember[]]
    const story: OpenStory = {
      id: this.nameFor(first.member.document),
      title: '',
      members: [],
      views: first.reading.views,
      compared: [],
      firstDay: first.reading.day,
      lastDay: first.reading.day,
      follows: null,
      counted: first.reading.views.body.terms,
      open: true,
    }
    this.put(story)
    this.take(story, members)
    const { id, title } = story
    const parted = members.map(({ member }) => member)
    return { story, update: { kind: 'split', story: id, title, from: from.id, members: parted, because } }
  }

  show(story: OpenStory): Story {
    const days = story.members
      .flatMap(({ member, reading }) => (member.publishedAt === null ? [] : [reading.day]))
      .sort((a, b) => a - b)
    const date = (day: number | undefined): string | null =>
      day === undefined ? null : new Date(day * 86_400_000).toISOString().slice(0, 10)
    return {
      id: story.id,
      title: story.title,
      members: story.members.map(({ member }) => member),
      firstDay: date(days[0]),
      lastDay: date(days.at(-1)),
      follows: story.follows,
    }
  }

  save(): string {
    return saveState({
      model: this.model.version,
      clock: this.clock,
      swept: this.swept,
      stories: this.list(),
      past: this.threads.list(),
    })
  }

  /** Takes over what an earlier grouper saved, and applies corrections made since; gives what they changed. */
  restore(text: string): StoryUpdate[] {
    const saved: SavedState = restoreState(text, this.model.version)
    this.clock = saved.clock
    this.swept = saved.swept
    this.dated =
      saved.stories.some(({ members }) => members.some(({ reading }) => reading.dated)) || saved.past.length > 0
    for (const past of saved.past) this.threads.add(past)
    for (const story of saved.stories) {
      this.put(story)
      const { members } = story
      story.members = []
      for (const held of members) {
        this.copies.add(held.member.document, held.print)
      }
      this.take(story, members)
    }
    return this.correct()
  }

  private correct(): StoryUpdate[] {
    const updates: StoryUpdate[] = []
    for (const story of this.list()) {
      for (const held of [...story.members]) {
        const against = story.members.filter(({ member }) =>
          this.corrections.areApart(held.member.document, member.document),
        )
        // The earlier of two parted accounts keeps the story.
        const first = against[0]
        if (first === undefined || story.members.indexOf(first) > story.members.indexOf(held)) continue
        const partners = new Set(this.corrections.together(held.member.document))
        const leaving = story.members.filter((other) => other === held || partners.has(other.member.document))
        updates.push(this.split(story, leaving, 'the corrections part them').update)
      }
    }
    for (const document of this.corrections.documents) {
      const stories = this.storiesOf([document, ...this.corrections.together(document)])
      for (const other of stories.slice(1))
        if (this.mayMerge(stories[0]!, other))
          updates.push(this.merge(stories[0]!, other, null, 'the corrections put them together'))
    }
    return updates
  }

  private put(story: OpenStory): void {
    this.open_.set(story.id, story)
    this.counts.add(story.counted)
  }

  private take(story: OpenStory, members: readonly HeldMember[]): void {
    story.members = [...story.members, ...members].sort((a, b) => a.reading.day - b.reading.day)
    for (const { member } of members) this.storyByDocument.set(member.document, story)
    settle(story, (settled) => this.titleOf(settled))
    this.candidates.put(story)
  }

  private drop(story: OpenStory): void {
    story.open = false
    this.counts.remove(story.counted)
    this.open_.delete(story.id)
    this.candidates.remove(story)
  }

  /** What a person said, or the title of the member closest to the centre, the first of equals. */
  private titleOf(story: OpenStory): string | null {
    for (const { member } of story.members) {
      const said = this.corrections.titleOf(member.document)
      if (said !== null) return said
    }
    let best: string | null = null
    let most = -1
    for (const { member, reading } of story.compared) {
      const score = dot(reading.views.body, story.views.body) + dot(reading.views.title, story.views.lead)
      if (member.title === null || member.title === '' || score <= most) continue
      most = score
      best = member.title
    }
    return best ?? (story.title === '' ? String(story.members[0]!.member.document) : story.title)
  }

  /** `s-` and eight letters made from the account's name; more where two accounts fall on the same. */
  private nameFor(document: DocumentId): StoryId {
    for (let attempt = 0; ; attempt++) {
      const hash = hashString(attempt === 0 ? document : `${document}\n${attempt}`) >>> 0
      const id = `s-${hash.toString(16).padStart(8, '0')}` as StoryId
      if (!this.open_.has(id)) return id
    }
  }
}
