import type { Conflict } from '../../src/compare/index.js'
import { SEED_TYPES, type Seed, type SeedType } from './seed.js'
import type { TextSpan } from './sharedSentences.js'

/** What one seed came to: conflicts at its place with the change in, and without it. */
export interface SeedOutcome {
  readonly seed: Seed
  /** Conflicts with the changed words on one side and the other account's telling on another. */
  readonly found: readonly Conflict[]
  /** The same places before the change: each is a false alarm. */
  readonly alarms: readonly Conflict[]
}

export interface SeedScore {
  readonly type: SeedType | 'all'
  readonly seeds: number
  readonly found: number
  readonly alarms: number
  /** found / (found + alarms); null where nothing was raised. */
  readonly precision: number | null
  readonly recall: number | null
}

/** Whether a conflict is of the kind a seed asks for. Words and speakers of quotations have kinds of their own. */
export function isOfType(conflict: Conflict, type: SeedType): boolean {
  if (type === 'quote') return conflict.kind === 'quote-wording'
  return type === 'speaker' ? conflict.kind === 'attribution' : true
}

/** Conflicts that set the words at `a` against the words at `b`, in two different sides. */
export function findAt(
  conflicts: readonly Conflict[],
  a: { readonly document: string; readonly span: TextSpan },
  b: { readonly document: string; readonly span: TextSpan },
): readonly Conflict[] {
  const covers = (side: Conflict['sides'][number], at: typeof a): boolean =>
    side.evidence.some(
      ({ documentId, span }) =>
        documentId === at.document && Math.min(span.end, at.span.end) - Math.max(span.start, at.span.start) > 0,
    )
  return conflicts.filter((conflict) =>
    conflict.sides.some((x, i) => covers(x, a) && conflict.sides.some((y, j) => i !== j && covers(y, b))),
  )
}

/**
 * Precision and recall by type.
 *
 * For a changed word of a quotation only conflicts of wording count, for a changed speaker only those of attribution; else
 * any kind. A seed is found where a conflict sets the changed words against the other account's telling. A false alarm is a conflict
 * at the same two places of the same pair before anything was changed. With `strength`, only conflicts called so count.
 */
export function scoreSeeds(
  outcomes: readonly SeedOutcome[],
  strength: Conflict['strength'] | null,
): readonly SeedScore[] {
  const counts = (list: readonly Conflict[], type: SeedType): boolean =>
    list.some((one) => isOfType(one, type) && (strength === null || one.strength === strength))
  return [...SEED_TYPES, 'all' as const].map((type) => {
    const own = outcomes.filter((one) => type === 'all' || one.seed.type === type)
    const found = own.filter((one) => counts(one.found, one.seed.type)).length
    const alarms = own.filter((one) => counts(one.alarms, one.seed.type)).length
    return {
      type,
      seeds: own.length,
      found,
      alarms,
      precision: found + alarms === 0 ? null : found / (found + alarms),
      recall: own.length === 0 ? null : found / own.length,
    }
  })
}
