import type { Span } from '../../text/index.js'
import { type Clause, carriesMatter, type StoryView } from './storyView.js'

// What fits on a line of a report; longer subjects are cut at a word.
const LONGEST_SUBJECT = 110
// Half a screen; longer evidence points at no one thing.
const LONGEST_EVIDENCE = 240

/** A clause's words with the disputed words left out, cut to one line: what the sides disagree about. */
export function describeMatter(clause: Clause, without: Span, view: StoryView): string {
  const { text } = view.accounts[clause.account]!.document
  const before = text.slice(clause.start, Math.max(clause.start, without.start)).replace(/\s+/g, ' ')
  const after = text.slice(Math.min(clause.end, without.end), clause.end).replace(/\s+/g, ' ')
  const room = LONGEST_SUBJECT - 3
  if (before.length + after.length <= room) return `${before.trimStart()}…${after.trimEnd()}`
  const behind = cutEnd(after, Math.max(room >> 1, room - before.length))
  return `${cutStart(before, room - behind.length)}…${behind}`
}

function cutEnd(words: string, room: number): string {
  if (words.length <= room) return words.trimEnd()
  const cut = words.slice(0, room)
  const space = cut.lastIndexOf(' ')
  return space > 0 ? cut.slice(0, space) : cut
}

function cutStart(words: string, room: number): string {
  if (words.length <= room) return words.trimStart()
  const cut = words.slice(words.length - room)
  const space = cut.indexOf(' ')
  return space >= 0 ? cut.slice(space + 1) : cut
}

/** The clause as evidence for a value; where it is long, the stretch of it around the value, cut at white space. */
export function getEvidence(clause: Clause, value: Span, view: StoryView): Span {
  const start = Math.min(clause.start, value.start)
  const end = Math.max(clause.end, value.end)
  if (end - start <= LONGEST_EVIDENCE) return { start, end }
  const { text } = view.accounts[clause.account]!.document
  const room = Math.max(0, LONGEST_EVIDENCE - (value.end - value.start)) >> 1
  let from = Math.max(start, value.start - room)
  let to = Math.min(end, value.end + room)
  while (from > start && from < value.start && !/\s/.test(text[from - 1]!)) from++
  while (to < end && to > value.end && !/\s/.test(text[to]!)) to--
  return { start: from, end: to }
}

/** Stems of the content words within `reach` words of a stretch of the clause. */
export function getNearStems(clause: Clause, span: Span, reach = 5): ReadonlySet<string> {
  const start = span.start - clause.start
  const end = span.end - clause.start
  const { words } = clause.text
  const stems = new Set<string>()
  const first = words.findIndex((word) => word.end > start)
  const at = first < 0 ? words.length : first
  for (let index = Math.max(0, at - reach); index < words.length; index++) {
    const word = words[index]!
    if (word.start >= end && index >= at + reach + 2) break
    if (carriesMatter(word) && (word.end <= start || word.start >= end)) stems.add(word.stem)
  }
  return stems
}

/** Dice coefficient of two sets, in [0, 1]; 0 where both are empty. */
export function getDice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const item of a) if (b.has(item)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
