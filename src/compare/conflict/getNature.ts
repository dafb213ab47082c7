import type { Conflict } from '../findings.js'
import type { Candidate } from './candidate.js'
import type { StoryView } from './storyView.js'

// Counts that only grow while a story is told.
const GROWING =
  /\b(?:dead|deaths?|died|dies?|killed|killing|toll|injured|injuries|wounded|hurt|arrest(?:ed|s)?|detained|cases|infect(?:ed|ions)|casualties|victims|displaced|evacuated|hospitali[sz]ed|homes|fires|signatures|complaints|acres|hectares)\b/i
// Figures that go either way from one hour to the next.
const MOVING =
  /\b(?:missing|unaccounted|trapped|votes?|ballots|precincts|stock|index|winds?|storm|hurricane|cyclone|moving|forecast|customers)\b/i
const SPEED = /^(?:mph|kph|km\/h|knots?)$/i

/**
 * What explains a difference, where something does: rounding and sources as the rule saw them; an update where the account
 * published later has the larger growing count, or another value of what moves from hour to hour.
 */
export function getNature(candidate: Candidate, view: StoryView): Conflict['nature'] {
  if (candidate.nature === 'rounding') return 'rounding'
  if (candidate.nature === 'estimates') return 'estimates'
  if (candidate.kind !== 'number' || candidate.clauses === null || candidate.nature !== 'conflict') return 'conflict'
  const [a, b] = candidate.clauses
  if (isUpdate(candidate, getDaysApart(view, a.account, b.account))) return 'update'
  if (a.speaker !== '' && b.speaker !== '' && a.speaker !== b.speaker) return 'estimates'
  return 'conflict'
}

/** Days from the first account's publication to the second's; 0 where either is unknown. */
function getDaysApart(view: StoryView, a: number, b: number): number {
  const published = (account: number): number => Date.parse(view.accounts[account]!.document.publishedAt ?? '')
  const days = (published(b) - published(a)) / 86_400_000
  return Number.isNaN(days) ? 0 : days
}

function isUpdate(candidate: Candidate, days: number): boolean {
  const { low, otherLow, unit } = candidate.inputs
  if (days === 0 || typeof low !== 'number' || typeof otherLow !== 'number') return false
  if (isMoving(candidate) || SPEED.test(String(unit))) return true
  return GROWING.test(getWords(candidate)) && days > 0 === otherLow > low
}

/** True for figures that go either way from one hour to the next, so that two accounts of one day may both be right. */
export const isMoving = (candidate: Candidate): boolean => MOVING.test(getWords(candidate))

const getWords = ({ subject, inputs: { counted, otherCounted } }: Candidate): string =>
  `${subject} ${counted ?? ''} ${otherCounted ?? ''}`
