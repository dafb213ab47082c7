/** Renders stories found among many accounts, for a terminal and for programs. */
import type { Member, Story } from '../../story/index.js'
import { makeSafeLine } from '../view/safeText.js'
import { shortenLine } from './shortenLine.js'

export interface StoriesOptions {
  /** Columns of the text. */
  readonly width: number
  /** Whether each membership is explained in full. */
  readonly explain: boolean
}

const REPORT_FORMAT = 'synoptic-stories-report/1'

/** All stories as one JSON document, largest first as {@link sortStories} has them; ends in a line feed. */
export function renderStoriesJson(stories: readonly Story[]): string {
  return `${JSON.stringify({ format: REPORT_FORMAT, stories: sortStories(stories) }, null, 2)}\n`
}

/** Stories by number of accounts, most first; then by first day and id. */
export function sortStories(stories: readonly Story[]): readonly Story[] {
  return [...stories].sort(
    (a, b) => b.members.length - a.members.length || compare(a.firstDay ?? '', b.firstDay ?? '') || compare(a.id, b.id),
  )
}

/** Stories of two accounts or more, largest first, with why each account belongs; then how many accounts stand alone. Ends in a line feed. */
export function renderStories(stories: readonly Story[], options: StoriesOptions): string {
  const sorted = sortStories(stories)
  const told = sorted.filter(({ members }) => members.length > 1)
  const alone = sorted.length - told.length
  const accounts = sorted.reduce((sum, { members }) => sum + members.length, 0)
  const lines = [
    `${count(accounts, 'account')} in ${count(sorted.length, 'story', 'stories')}: ${count(told.length, 'story', 'stories')} of two accounts or more, ${count(alone, 'account')} alone`,
    ...told.flatMap((story) => ['', ...renderStory(story, options)]),
  ]
  return `${lines.join('\n')}\n`
}

function renderStory(story: Story, options: StoriesOptions): readonly string[] {
  const { width } = options
  const days = story.firstDay === story.lastDay ? story.firstDay : `${story.firstDay} to ${story.lastDay}`
  const facts = [story.id, count(story.members.length, 'account'), ...(days === null ? [] : [days])].join(' · ')
  const follows =
    story.follows === null
      ? []
      : [shortenLine(`  follows ${story.follows.story}: ${makeSafeLine(story.follows.title)}`, width)]
  return [
    shortenLine(makeSafeLine(story.title), width),
    `  ${facts}`,
    ...follows,
    ...story.members.flatMap((member, i) => renderMember(member, i === 0, options)),
  ]
}

function renderMember(member: Member, first: boolean, { width, explain }: StoriesOptions): readonly string[] {
  const { membership } = member
  const name = [member.outlet ?? member.document, member.publishedAt?.slice(0, 10) ?? 'no date', member.title ?? '']
  const why = [`      ${describe(member, first)}`]
  if (explain) {
    for (const { figure, value, effect } of membership.reasons)
      why.push(`      ${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(2)}  ${figure} ${value}`)
    if (membership.shared.length > 0)
      why.push(
        `      shared: ${membership.shared.map(({ term, weight }) => `${makeSafeLine(term)} ${weight.toFixed(3)}`).join(', ')}`,
      )
  }
  return [`  - ${name.map((part) => makeSafeLine(part)).join(' · ')}`, ...why].map((line) => shortenLine(line, width))
}

/** Why an account belongs, in one line. */
function describe({ membership }: Member, first: boolean): string {
  const { kind, score, threshold, shared, copyOf, daysApart } = membership
  if (kind === 'opened') return first ? 'opened the story' : 'opened a story that was merged into this one'
  const parts = [
    kind === 'correction' ? 'put here by the corrections' : kind === 'split' ? 'parted from another story' : null,
    copyOf === null
      ? null
      : `shares ${Math.round(copyOf.share * 100)} per cent of its text with ${makeSafeLine(copyOf.document)}`,
    score === null ? null : `fits ${roundDown(score)} (from ${threshold.toFixed(2)} on)`,
    shared.length === 0
      ? null
      : shared
          .slice(0, 5)
          .map(({ term }) => makeSafeLine(term))
          .join(', '),
    daysApart === null ? null : `${daysApart} ${daysApart === 1 ? 'day' : 'days'} apart`,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** Two digits, never more than there is: 0.997 is no certainty. */
function roundDown(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2)
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
