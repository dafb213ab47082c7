import type { Document } from '../document/index.js'
import { overlapLength } from '../text/index.js'
import type { Comparison } from './comparison.js'
import type { Conflict, ConflictSide } from './findings.js'
import {
  alignClaims,
  findConflicts,
  findLabels,
  findLoadedWords,
  findOmissions,
  findOrigins,
  findPositions,
  findQuoteConflicts,
  findSilences,
  findTimeline,
  groupQuotes,
  linkEntities,
  writeBrief,
} from './index.js'

/** Called before each step, with its name in words for readers. */
export type StepListener = (step: string) => void

/**
 * Lays the documents of one story side by side.
 *
 * Documents need the layers sentences, mentions, entities, times, quantities, attributions, claims and stands; tokens are not needed any
 * more. They are put in the order of their ids first, so the order of the inputs changes nothing. Fewer than two documents give a
 * comparison with claims and quotes but nothing to agree or differ on.
 */
export function compareDocuments(unsorted: readonly Document[], onStep: StepListener = () => {}): Comparison {
  const documents = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1))
  onStep('who is who')
  const entities = linkEntities(documents)
  onStep('who copied whom')
  const origins = findOrigins(documents)
  onStep('the same quotations')
  const quoteGroups = groupQuotes(documents, entities)
  onStep('the same claims')
  const rows = alignClaims(documents, entities, quoteGroups)
  onStep('conflicts')
  const wordings = findQuoteConflicts(documents, entities, quoteGroups)
  const conflicts = orderConflicts([
    ...wordings,
    ...dropRepeated(findConflicts(documents, entities, rows, quoteGroups), wordings),
  ])
  onStep('silence, importance, framing')
  const silences = findSilences(rows, documents)
  return {
    documents,
    entities,
    origins,
    quoteGroups,
    rows,
    conflicts,
    silences: silences.rows,
    silencesCapped: silences.capped,
    omissions: findOmissions(rows, silences.rows),
    brief: writeBrief(rows, documents, conflicts),
    timeline: findTimeline(documents, rows, conflicts),
    positions: findPositions(documents, entities, rows),
    labels: findLabels(documents, entities),
    loaded: findLoadedWords(documents, entities),
  }
}

/** Without differences of values that stand within the words of a quotation already shown to differ: "since I was six" and "five". */
function dropRepeated(conflicts: readonly Conflict[], wordings: readonly Conflict[]): readonly Conflict[] {
  const differing = wordings.filter((wording) => wording.kind === 'quote-wording')
  return conflicts.filter(
    (conflict) =>
      !differing.some((wording) =>
        conflict.sides.every((side) => wording.sides.some((quoted) => isWithin(side, quoted))),
      ),
  )
}

/** True where the value is one of the quoted words that differ, in the same place of the same account. */
function isWithin(side: ConflictSide, quoted: ConflictSide): boolean {
  const words = ` ${quoted.value.toLowerCase()} `
  return (
    words.includes(` ${side.value.toLowerCase()} `) &&
    side.evidence.every((own) =>
      quoted.evidence.some((other) => own.documentId === other.documentId && overlapLength(own.span, other.span) > 0),
    )
  )
}

/** Contradictions first, then the surer, then those more accounts take part in; ties by id, which is made from content. */
export function orderConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  const accounts = (conflict: Conflict): number => new Set(conflict.sides.flatMap((side) => side.documents)).size
  const rank = (conflict: Conflict): number =>
    conflict.strength === 'contradiction' ? 0 : conflict.nature === 'conflict' ? 1 : 2
  const unique = [...new Map(conflicts.map((conflict) => [conflict.id, conflict])).values()]
  return unique.sort(
    (a, b) => rank(a) - rank(b) || b.probability - a.probability || accounts(b) - accounts(a) || (a.id < b.id ? -1 : 1),
  )
}
