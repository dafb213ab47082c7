import type { Span } from '../../text/index.js'
import type { ConflictKind } from '../findings.js'
import type { Clause } from './storyView.js'

/** One side of a possible conflict: a value in an account's words and the clause that tells it. */
export interface CandidateSide {
  readonly account: number
  readonly value: Span
  /** What is shown as evidence: the clause, or the words themselves where they need no clause. */
  readonly evidence: Span
  /** The value in a normal form: equal keys are one side. */
  readonly key: string
}

/** Two tellings that differ in one typed thing; whether that is a conflict is decided later. */
export interface Candidate {
  readonly kind: ConflictKind
  /** Id of the rule, `kind/what`, as in docs/conflicts.md. */
  readonly rule: string
  readonly a: CandidateSide
  readonly b: CandidateSide
  /** The clauses compared; null for names and roles, which need none. */
  readonly clauses: readonly [Clause, Clause] | null
  readonly subject: string
  /** What explains the difference, where something does. */
  readonly nature: 'conflict' | 'estimates' | 'rounding' | 'precision'
  /** What the rule saw, for the reader of the conflict. */
  readonly inputs: Readonly<Record<string, string | number | boolean | null>>
  /** Values of the rule's own features by name; the rest is 0. */
  readonly features: Readonly<Record<string, number>>
}
