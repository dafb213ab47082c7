import type { EventDays } from '../reading/findEventDays.js'
import { dot, type SparseVector } from '../reading/vector.js'
import { VIEWS, type Views } from '../reading/weighTerms.js'
import type { OwnTerms } from './ownTerms.js'

/** An account as the scorer sees it. */
export interface Reading {
  readonly views: Views
  /** Mean of its words' vectors, of unit length; null when no word is known. */
  readonly meaning: Float32Array | null
  /** The same of its title, and of title and lead. */
  readonly titleMeaning: Float32Array | null
  readonly leadMeaning: Float32Array | null
  /** Days that it names near its beginning. */
  readonly named: EventDays
  /** Hashes of its runs of words, ascending. */
  readonly shingles: Uint32Array
  /** Words read, at most 800. */
  readonly words: number
  /** Days since 1970, with a fraction where the hour is known. */
  readonly day: number
  /** Whether the day is the account's own; else it is only the latest one seen when it came, and says nothing. */
  readonly dated: boolean
}

/** An open story as the scorer sees it: the centres of its members' views and a few members themselves. */
export interface StoryReading {
  readonly views: Views
  readonly members: readonly Reading[]
}

export const FEATURES = [
  ...VIEWS.map((view) => `${view} to centre`),
  ...VIEWS.map((view) => `${view} to nearest member`),
  'title in the story’s text',
  'story’s titles in the text',
  'lead in the story’s text',
  'story’s lead in the text',
  'lead names in the story’s names',
  'story’s lead names in the names',
  'rarest shared lead name',
  'heaviest lead name is shared',
  'meaning',
  'body to second nearest member',
  'lead to second nearest member',
  'days to nearest member',
  'days to the middle',
  'days the story has run',
  'body of the best rival',
  'lead of the best rival',
  'body ahead of the best rival',
  'lead ahead of the best rival',
  'pairs ahead of the best rival',
  'title ahead of the best rival',
  'meaning of the title',
  'meaning of the lead',
  'runs of words shared',
  'runs shared ahead of the best rival',
  'days named',
  'no day named by both',
  'days between the days named first',
  'words of the account',
  'words of the longest member',
  'body that rivals lack',
  'lead that rivals lack',
  'lead names that rivals lack',
  'title that rivals lack',
  'body that rivals lack, ahead of the best',
  'lead that rivals lack, ahead of the best',
  'title that rivals lack, ahead of the best',
] as const

// A time that is not known is not the same as no time between: training shows every candidate without its time as well.
const NOT_KNOWN = -1
// Where either names no day: between "a day in common" (0) and "none" (1).
const NAMES_NONE = 0.5
// 7 days: beyond a week the days named first say no more.
const FARTHEST_NAMED = 7

/** Where rivals stand: of the candidates for one account, the highest value that is not this candidate's. */
export interface Rivals {
  readonly body: number
  readonly lead: number
  readonly pairs: number
  readonly title: number
  readonly runs: number
  /** Of what the candidate has and its rivals lack. */
  readonly own: OwnTerms
}

/** Runs of words that an account shares with a story's members, at most; the logarithm of one more. */
export function sharedRuns(reading: Reading, story: StoryReading): number {
  let most = 0
  for (const member of story.members) most = Math.max(most, countShared(reading.shingles, member.shingles))
  return Math.log1p(most)
}

/** What an account and a story have in common, in the order of {@link FEATURES}. */
export function describePair(
  reading: Reading,
  story: StoryReading,
  { runs, own }: { readonly runs: number; readonly own: OwnTerms },
  rivals: Rivals,
): Float64Array {
  const values = new Float64Array(FEATURES.length)
  let at = 0
  const centres = VIEWS.map((view) => dot(reading.views[view], story.views[view]))
  for (const value of centres) values[at++] = value
  const nearest = new Float64Array(VIEWS.length)
  // The second nearest stands for how firm the story is; the farthest would split every large one. Alone, the only member counts twice.
  const second = { body: 0, lead: 0 }
  let [days, meaning, first, last, sum, dated] = [Infinity, -1, Infinity, -Infinity, 0, 0]
  let [titleIn, titlesIn, leadIn, storyLeadIn] = [0, 0, 0, 0]
  let [titleMeaning, leadMeaning, named, apart, between, words] = [0, 0, 0, NAMES_NONE, FARTHEST_NAMED + 1, 0]
  for (const member of story.members) {
    VIEWS.forEach((view, v) => {
      const value = dot(reading.views[view], member.views[view])
      const lesser = Math.min(value, nearest[v]!)
      if (value > nearest[v]!) nearest[v] = value
      if (view === 'body' || view === 'lead') second[view] = Math.max(second[view], lesser)
    })
    if (member.dated) {
      days = Math.min(days, Math.abs(reading.day - member.day))
      first = Math.min(first, member.day)
      last = Math.max(last, member.day)
      sum += member.day
      dated++
    }
    titleIn = Math.max(titleIn, covered(reading.views.title, member.views.body))
    titlesIn = Math.max(titlesIn, covered(member.views.title, reading.views.body))
    leadIn = Math.max(leadIn, covered(reading.views.lead, member.views.body))
    storyLeadIn = Math.max(storyLeadIn, covered(member.views.lead, reading.views.body))
    if (reading.meaning !== null && member.meaning !== null)
      meaning = Math.max(meaning, inner(reading.meaning, member.meaning))
    if (reading.titleMeaning !== null && member.titleMeaning !== null)
      titleMeaning = Math.max(titleMeaning, inner(reading.titleMeaning, member.titleMeaning))
    if (reading.leadMeaning !== null && member.leadMeaning !== null)
      leadMeaning = Math.max(leadMeaning, inner(reading.leadMeaning, member.leadMeaning))
    if (reading.named.first !== null && member.named.first !== null) {
      const alike = dot(reading.named.days, member.named.days)
      named = Math.max(named, alike)
      apart = Math.min(apart, alike === 0 ? 1 : 0)
      between = Math.min(between, FARTHEST_NAMED, Math.abs(reading.named.first - member.named.first))
    }
    words = Math.max(words, member.words)
  }
  for (const value of nearest) values[at++] = value
  values[at++] = titleIn
  values[at++] = titlesIn
  values[at++] = leadIn
  values[at++] = storyLeadIn
  values[at++] = covered(reading.views.leadNames, story.views.names)
  values[at++] = covered(story.views.leadNames, reading.views.names)
  values[at++] = rarestShared(reading.views.leadNames, story.views.leadNames)
  values[at++] = heaviestShared(reading.views.leadNames, story.views.names)
  values[at++] = meaning
  values[at++] = story.members.length === 1 ? nearest[0]! : second.body
  values[at++] = story.members.length === 1 ? nearest[1]! : second.lead
  const timed = dated > 0 && reading.dated
  values[at++] = timed ? days : NOT_KNOWN
  values[at++] = timed ? Math.abs(reading.day - sum / dated) : NOT_KNOWN
  values[at++] = timed ? Math.max(last, reading.day) - first : NOT_KNOWN
  values[at++] = rivals.body
  values[at++] = rivals.lead
  values[at++] = centres[0]! - rivals.body
  values[at++] = centres[1]! - rivals.lead
  values[at++] = centres[6]! - rivals.pairs
  values[at++] = centres[2]! - rivals.title
  values[at++] = titleMeaning
  values[at++] = leadMeaning
  values[at++] = runs
  values[at++] = runs - rivals.runs
  values[at++] = named
  values[at++] = apart
  values[at++] = between
  values[at++] = Math.log1p(reading.words)
  values[at++] = Math.log1p(words)
  values[at++] = own.body
  values[at++] = own.lead
  values[at++] = own.names
  values[at++] = own.title
  values[at++] = own.body - rivals.own.body
  values[at++] = own.lead - rivals.own.lead
  values[at++] = own.title - rivals.own.title
  return values
}

/** The same figures as if nobody knew when the account and the story's members came. */
export function forgetTime(values: ArrayLike<number>): number[] {
  const forgotten = Array.from(values)
  for (const name of ['days to nearest member', 'days to the middle', 'days the story has run'] as const)
    forgotten[FEATURES.indexOf(name)] = NOT_KNOWN
  forgotten[FEATURES.indexOf('days named')] = 0
  forgotten[FEATURES.indexOf('no day named by both')] = NAMES_NONE
  forgotten[FEATURES.indexOf('days between the days named first')] = FARTHEST_NAMED + 1
  return forgotten
}

/** Share of a vector's squared weight whose terms stand in the other. */
export function covered(vector: SparseVector, other: SparseVector): number {
  let share = 0
  for (let i = 0, j = 0; i < vector.terms.length && j < other.terms.length; ) {
    const x = vector.terms[i]!
    const y = other.terms[j]!
    if (x === y) {
      share += vector.weights[i]! * vector.weights[i]!
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return share
}

function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return shared
}

function rarestShared(a: SparseVector, b: SparseVector): number {
  let most = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    if (a.terms[i] === b.terms[j]) most = Math.max(most, Math.min(a.weights[i++]!, b.weights[j++]!))
    else if (a.terms[i]! < b.terms[j]!) i++
    else j++
  }
  return most
}

function heaviestShared(a: SparseVector, b: SparseVector): number {
  let top = -1
  for (let i = 0; i < a.terms.length; i++) if (top < 0 || a.weights[i]! > a.weights[top]!) top = i
  return top >= 0 && b.terms.includes(a.terms[top]!) ? 1 : 0
}

function inner(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
