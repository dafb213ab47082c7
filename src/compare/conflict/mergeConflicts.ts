import { createHash } from 'node:crypto'
import type { Evidence } from '../../document/index.js'
import { overlapLength, type Span } from '../../text/index.js'
import type { Conflict, ConflictSide } from '../findings.js'
import type { Candidate, CandidateSide } from './candidate.js'
import { groupBySite } from './groupBySite.js'
import type { StoryView } from './storyView.js'

/** A candidate that will be shown. */
export interface Accepted {
  readonly candidate: Candidate
  readonly strength: Conflict['strength']
  readonly nature: Conflict['nature']
  readonly probability: number
}

/**
 * Puts accepted pairwise differences together: one conflict for each disputed thing, with a side for each value.
 *
 * Differences of one kind that share a value's place are one conflict, where most of its values differ from each other. A difference of
 * whole clauses is left out where a typed conflict already shows both places, or a surer one of whole clauses does. Independent of input order.
 */
export function mergeConflicts(accepted: readonly Accepted[], view: StoryView): readonly Conflict[] {
  const ordered = sortAccepted(accepted, view)
  const typed = ordered.filter((one) => one.candidate.features.whole !== 1)
  const whole = ordered.filter((one) => one.candidate.features.whole === 1)
  const conflicts = groupBySite(typed).map((group) => createConflict(group, view))
  const kept: Conflict[] = [...conflicts]
  for (const one of whole) {
    const conflict = createConflict([one], view)
    if (!kept.some((other) => showsSame(other, conflict))) kept.push(conflict)
  }
  return kept.filter((conflict) => conflict.sides.length >= 2)
}

/** Contradictions first, then the surer; ties by place in the story. */
function sortAccepted(accepted: readonly Accepted[], view: StoryView): readonly Accepted[] {
  const place = (side: CandidateSide): string => {
    const { id } = view.accounts[side.account]!.document
    return `${id} ${String(side.value.start).padStart(9, '0')} ${String(side.value.end).padStart(9, '0')}`
  }
  const keyed = accepted.map((one) => {
    const { kind, a, b, rule } = one.candidate
    return { one, key: `${kind} ${[place(a), place(b)].sort().join(' ')} ${rule}` }
  })
  keyed.sort((x, y) => compareSurety(x.one, y.one) || (x.key < y.key ? -1 : 1))
  return keyed.map(({ one }) => one)
}

const compareSurety = (x: Accepted, y: Accepted): number =>
  Number(y.strength === 'contradiction') - Number(x.strength === 'contradiction') || y.probability - x.probability

function createConflict(group: readonly Accepted[], view: StoryView): Conflict {
  // The surest stands first but where two groups became one.
  const best = group.reduce((x, y) => (compareSurety(x, y) > 0 ? y : x))
  const sides = gatherSides(group, view)
  const accounts = new Set(group.flatMap(({ candidate }) => [candidate.a.account, candidate.b.account]))
  const evidence = sides.flatMap((side) =>
    side.evidence.map((one) => `${one.documentId} ${one.span.start} ${one.span.end}`),
  )
  const name = `${best.candidate.kind}\n${evidence.sort().join('\n')}`
  return {
    id: `x${createHash('sha256').update(name).digest('hex').slice(0, 12)}`,
    kind: best.candidate.kind,
    strength: best.strength,
    nature: best.nature,
    subject: best.candidate.subject,
    sides,
    within: accounts.size === 1 ? view.accounts[best.candidate.a.account]!.document.id : null,
    rule: { id: best.candidate.rule, inputs: best.candidate.inputs },
    probability: Math.round(best.probability * 1000) / 1000,
  }
}

/** One side for each value, in the order of their first places; each place once. */
function gatherSides(group: readonly Accepted[], view: StoryView): readonly ConflictSide[] {
  const byKey = new Map<string, CandidateSide[]>()
  for (const { candidate } of group) {
    for (const side of [candidate.a, candidate.b]) {
      const list = byKey.get(side.key) ?? []
      byKey.set(side.key, list)
      if (!list.some((other) => other.account === side.account && overlapLength(other.evidence, side.evidence) > 0))
        list.push(side)
    }
  }
  const order = (x: CandidateSide, y: CandidateSide): number =>
    x.account - y.account || x.evidence.start - y.evidence.start || x.evidence.end - y.evidence.end
  return [...byKey.values()]
    .map((list) => [...list].sort(order))
    .sort((x, y) => order(x[0]!, y[0]!))
    .map((list) => ({
      value: getText(list[0]!.account, list[0]!.value, view),
      documents: [...new Set(list.map((side) => view.accounts[side.account]!.document.id))],
      evidence: list.map(
        (side): Evidence => ({ documentId: view.accounts[side.account]!.document.id, span: side.evidence }),
      ),
    }))
}

function getText(account: number, span: Span, view: StoryView): string {
  return view.accounts[account]!.document.text.slice(span.start, span.end)
}

/** True when each side of `other` meets a side of `one`, and two different ones are met. */
export function showsSame(one: Conflict, other: Conflict): boolean {
  const meets = (x: ConflictSide, y: ConflictSide): boolean =>
    x.evidence.some((p) => y.evidence.some((q) => p.documentId === q.documentId && overlapLength(p.span, q.span) > 0))
  const hits = other.sides.map((side) => one.sides.flatMap((mine, index) => (meets(mine, side) ? [index] : [])))
  return hits.every((list) => list.length > 0) && new Set(hits.flat()).size >= 2
}
