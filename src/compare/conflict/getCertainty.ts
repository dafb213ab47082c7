import type { Candidate } from './candidate.js'
import { getFamily } from './features.js'
import { isMoving } from './getNature.js'

/** Of what the bounds of `certain` and `likely` let through, about these shares were marked at all on the annotated stories. */
export const CERTAIN = 0.75
export const LIKELY = 0.65

export type Certainty = 'certain' | 'likely' | 'open'

/**
 * Differences that leave little room, whatever the few labels say.
 *
 * `certain`: both cannot hold as told. Two values of one measure of one thing at one time, told without a hedge, for which nothing
 * else accounts; two offices nobody holds at once. `likely`: all but the same clause with one name or "not" changed.
 */
export function getCertainty(candidate: Candidate): Certainty {
  switch (getFamily(candidate)) {
    case 'number':
      return judgeNumbers(candidate)
    case 'date':
      return judgeDates(candidate)
    // Another name or a "not" in else equal clauses was marked as a tension or not at all on the gold stories: never certain.
    case 'part':
      return isOtherPart(candidate) ? 'likely' : 'open'
    case 'polarity':
      return isTurned(candidate) ? 'likely' : 'open'
    case 'entity':
      return candidate.rule === 'role/exclusive' ? 'certain' : 'open'
    default:
      return 'open'
  }
}

/** Another name in the same part of all but one clause, or of one deed with hardly another word beside the name. */
function isOtherPart({ features: { near = 0, alike = 0, roleSame = 0, deed = 0, sameRow = 0 } }: Candidate): boolean {
  if (roleSame === 0) return false
  return (near >= 0.5 && alike >= 0.4) || (near >= 0.8 && alike >= 0.3 && deed === 1 && sameRow === 1)
}

/** Turned clauses less alike than this are never `likely`. */
export const LEAST_TURNED = 0.4

// With fewer words in common even a likeness of a half is chance.
const LEAST_SHARED = 2

/** A "not" or an opposite verb in one of two clauses that else say the same, or a "not" before one verb that both have. */
function isTurned({ rule, features: { alike = 0, predicateTurned = 0, wordsShared = 0 } }: Candidate): boolean {
  // "I have not changed" and "They should change places" share all but nothing.
  if (wordsShared < LEAST_SHARED) return false
  if (rule === 'polarity/opposite-predicates') return alike >= 0.6
  return rule === 'polarity/negation' && (alike >= 0.6 || (predicateTurned === 1 && alike >= LEAST_TURNED))
}

/** True where nothing about the two values lets both hold: no hedge, no part of a whole, no account that tells both. */
function isPlain(features: Candidate['features']): boolean {
  const { hedges = 0, vague = 0, partitive = 0, sameAccount = 0, ordinalsApart = 0, agentApart = 0 } = features
  const { relationDiffer = 0, agreedMost = 0, behind = 0, moodSame = 0 } = features
  if (relationDiffer === 0 || sameAccount === 1 || moodSame === 0 || agentApart === 1 || ordinalsApart === 1)
    return false
  return hedges === 0 && vague === 0 && partitive === 0 && agreedMost < 0.25 && behind <= 0.2
}

/** What speaks for one matter, in [0, 8]: one verb, its parts, the nouns above, words around, the learnt odds, the row, other values. */
function getGround(features: Candidate['features']): number {
  const {
    verbSame = 0,
    nounSame = 0,
    partsShared = 0,
    agentShared = 0,
    near = 0,
    alike = 0,
    matter = 0,
    sameRow = 0,
    othersEqual = 0,
  } = features
  return (
    verbSame +
    nounSame +
    Math.min(1, partsShared + agentShared) +
    Number(near >= 0.4) +
    Number(alike >= 0.4) +
    Number(matter >= 0.5) +
    Math.min(1, othersEqual) +
    sameRow
  )
}

// Log-odds from which on values put into real accounts outnumbered differences of unchanged ones by ten to one.
const SURE = 1
const LIKELY_MATTER = 0

/** None beside some: the same noun or verb is given, so that a shared row or a few shared words settle the matter. */
function judgeNone({ agentApart = 0, alike = 0, sameRow = 0, nobody = 0 }: Candidate['features']): Certainty {
  if (agentApart === 1) return 'open'
  // "No one" leaves no room for somebody; "no officers" may be said of another place.
  // "No flights are taking off" and "about 586 flights daily" stand in one row of an airport's shooting.
  return (sameRow === 1 && alike >= 0.2) || alike >= (nobody === 1 ? 0.3 : 0.4) ? 'certain' : 'open'
}

function judgeNumbers(candidate: Candidate): Certainty {
  const { features, rule } = candidate
  if (rule === 'number/none') return judgeNone(features)
  // Of two times two figures may be true.
  if (!isPlain(features) || isMoving(candidate) || features.timesApart === 1) return 'open'
  const { countedSame = 0, countedKnown = 0, isCount = 0, matter = 0, near = 0, sameRow = 0 } = features
  if (isSlip(candidate) && (near >= 0.3 || sameRow === 1)) return 'certain'
  // What one count names the other must name; money, shares and measures have their unit.
  if (isCount === 1 && countedSame === 0 && countedKnown > 0) return 'open'
  if (matter >= SURE) return 'certain'
  if (isCount === 1 && countedKnown === 0) return 'open'
  // Lengths of time measure anything: their verb or noun must be the same.
  if (rule === 'number/duration' && features.verbSame !== 1 && features.nounSame !== 1) return 'open'
  // One verb holds many amounts: what this one is of must be told alike, by a noun or the words around.
  if (countedSame === 0 && features.nounSame !== 1 && near < 0.2) return 'open'
  return getGround(features) >= 4 && matter >= LIKELY_MATTER - 0.5 ? 'certain' : 'open'
}

function judgeDates({ features, rule }: Candidate): Certainty {
  const { relationDiffer = 0, sameAccount = 0, agentApart = 0, ordinalsApart = 0, behind = 0 } = features
  const { markerApart = 0, gap = 0, daysLong = 0, matter = 0, agreedMost = 0 } = features
  const { verbSame = 0, nounApart = 0, alike = 0, sameRow = 0, moodSame = 0, anchorReport = 0 } = features
  if (relationDiffer === 0 || (rule !== 'date/disjoint' && rule !== 'date/clock')) return 'open'
  if (sameAccount === 1 || agentApart === 1 || ordinalsApart === 1 || markerApart === 1) return 'open'
  const isDay = daysLong <= Math.log1p(1)
  if (gap > Math.log1p(getReach(features))) return 'open'
  if (!isDay && features.precisionSame !== 1) return 'open'
  // "Confirmed a Friday report" and "confirmed on Saturday" are of two things.
  // Two days on which one person spoke are two talks more often than an error; a plan and a deed may be of two days.
  const firm =
    anchorReport === 0 && moodSame === 1 && verbSame === 1 && nounApart === 0 && behind <= 0.2 && agreedMost < 0.25
  if (firm && (matter >= SURE || getGround(features) >= 4)) return 'certain'
  // Months and years follow each other in any series: without one verb they are told of two things.
  if (!isDay || behind > 0.5 || agreedMost >= 0.35) return 'open'
  // The day on which something was said is no other day of what was done, nor a planned day of what was.
  if (anchorReport === 1 || moodSame === 0) return 'open'
  if (anchorReport === 2 && (verbSame === 0 || alike < 0.3)) return 'open'
  return isOneDay(matter, alike, sameRow === 1) ? 'likely' : 'open'
}

/**
 * Days by which two tellings of one day may differ: two weeks; half a year for months; three years where all but the year is the same.
 */
function getReach({ daysShort = 0, daysLong = 0, alike = 0 }: Candidate['features']): number {
  if (daysLong <= Math.log1p(1)) return 14
  const isYear = daysShort >= Math.log1p(365)
  return isYear && alike >= 0.5 ? 3 * 366 : 180
}

// A shared row alone holds "a letter of Friday" and "spoke on Thursday": the odds and the words must speak too. Bounds chosen on dates
// put into training stories, where they let 2 of 142 differences of unchanged pairs through.
function isOneDay(matter: number, alike: number, isRow: boolean): boolean {
  return (matter >= 0 && alike >= 0.3) || (matter >= 0.6 && alike >= 0.15 && isRow) || (matter >= SURE && alike >= 0.2)
}

// Figures as exact as these and as alike stand for one thing: a digit was mistyped or misread.
const EXACT_DIGITS = 4

/** True for two figures of four digits or more that differ in one: $5,617.40 and $5,817.40. */
function isSlip({ inputs: { low, otherLow } }: Candidate): boolean {
  const digits = (value: string | number | boolean | null | undefined): string =>
    typeof value === 'number' ? String(value).replace('.', '').replace(/0+$/, '') : ''
  const [x, y] = [digits(low), digits(otherLow)]
  if (x.length !== y.length || x.length < EXACT_DIGITS) return false
  return [...x].filter((digit, at) => digit !== y[at]).length === 1
}
