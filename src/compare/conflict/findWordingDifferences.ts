import type { Span } from '../../text/index.js'
import type { ConflictKind } from '../findings.js'
import type { Candidate } from './candidate.js'
import { isReporting } from './compareAnchors.js'
import type { ContextFeature, ContextTools } from './contextFeatures.js'
import { createSide } from './findValueDifferences.js'
import { haveOrdinalsApart } from './ordinals.js'
import type { ClausePair } from './pairClauses.js'
import type { Clause, StoryView } from './storyView.js'

// Pairs less alike than this were never marked by the annotators, but by chance.
const LEAST_SIMILARITY = 0.2
const LONGEST_VALUE = 160
// From this on, what two people are reported to say is one matter.
const ALIKE_REPORTS = 0.5
// Share of the stems of both clauses that are the same, from which on the clauses are two prints of one text.
const COPY = 0.7

/**
 * What two clauses on one matter say differently as a whole: polarity, outcome, who says it, or another thing.
 *
 * At most one candidate for a pair, of the first kind that applies.
 */
export function findWordingDifferences(
  pair: ClausePair,
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): readonly Candidate[] {
  if (context.sameRow === 0 && pair.similarity < LEAST_SIMILARITY) return []
  const { a, b } = pair
  // What is numbered apart is told apart: a first round of talks and a second one.
  if (haveOrdinalsApart(a, b, tools.view)) return []
  const [kind, rule] = getKind(context)
  // Two people who say two things deny nothing of each other's.
  const reported = [a, b].every((clause) => isReporting(clause.claim?.predicate.lemma ?? ''))
  const apart = context.agentDiffers === 1 || (context.speakerDiffers === 1 && pair.similarity < ALIKE_REPORTS)
  if (kind === 'polarity' && reported && apart) return []
  // Two prints of one sentence cut into clauses at other places: the denial stands in both.
  if (rule === 'polarity/negation' && a.denials === b.denials && context.contextSimilarity >= COPY) return []
  // Nearly the same words say the same thing: a rewriting desk swaps one word in eight. Only a turned meaning counts.
  if (kind !== 'polarity' && (context.coverageBack >= COPY || context.contextSimilarity >= COPY)) return []
  const value = (clause: Clause): Span => getValue(clause, tools.view)
  return [
    {
      kind,
      rule,
      a: createSide(a, value(a), `clause ${a.id}`, tools),
      b: createSide(b, value(b), `clause ${b.id}`, tools),
      clauses: [a, b],
      subject: getSubject(pair, tools.view),
      nature: context.speakerDiffers === 1 && kind !== 'attribution' ? 'estimates' : 'conflict',
      inputs: {
        predicate: a.claim?.predicate.lemma ?? null,
        otherPredicate: b.claim?.predicate.lemma ?? null,
        negated: a.claim?.negated ?? null,
        otherNegated: b.claim?.negated ?? null,
        modality: a.claim?.modality ?? null,
        otherModality: b.claim?.modality ?? null,
      },
      features: { whole: 1, wordsShared: [...a.stems].filter((stem) => b.stems.has(stem)).length },
    },
  ]
}

function getKind(context: Readonly<Record<ContextFeature, number>>): readonly [ConflictKind, string] {
  if (context.deniedOnce === 1 && (context.predicateTurned === 1 || context.turned >= 0.25))
    return ['polarity', 'polarity/negation']
  if (context.predicateOpposite === 1) return ['polarity', 'polarity/opposite-predicates']
  if (context.oppositeWords > 0) return ['polarity', 'polarity/opposite-words']
  if (context.modalityMismatch === 1) return ['outcome', 'outcome/modality']
  if (context.speakerDiffers === 1) return ['attribution', 'attribution/other-speaker']
  if (context.voiceMismatch === 1) return ['attribution', 'attribution/own-voice']
  return ['other', 'other/wording']
}

/** The clause, or where it is long its stretch from the predicate on. */
function getValue(clause: Clause, view: StoryView): Span {
  if (clause.end - clause.start <= LONGEST_VALUE) return { start: clause.start, end: clause.end }
  const { text } = view.accounts[clause.account]!.document
  let start = Math.min(clause.claim?.predicate.span.start ?? clause.start, clause.end - LONGEST_VALUE)
  while (start > clause.start && !/\s/.test(text[start - 1]!)) start--
  let end = Math.min(clause.end, start + LONGEST_VALUE)
  while (end < clause.end && end > start + 1 && !/\s/.test(text[end]!)) end--
  return { start, end }
}

/** Words that both clauses share, in the order of the first; the shorter clause where they share none. */
function getSubject(pair: ClausePair, view: StoryView): string {
  const { a, b } = pair
  const shorter = a.end - a.start <= b.end - b.start ? a : b
  const other = shorter === a ? b : a
  const { text } = view.accounts[shorter.account]!.document
  const shared = shorter.text.words.filter((word) => word.kind !== 'function' && other.stems.has(word.stem))
  const words = shared.slice(0, 8).map((word) => text.slice(shorter.start + word.start, shorter.start + word.end))
  return words.length >= 2 ? words.join(' ') : text.slice(shorter.start, shorter.end).replace(/\s+/g, ' ').slice(0, 110)
}
