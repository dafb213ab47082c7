import type { Approximation } from '../layers.js'
import type { Modifier, Relation, Unit } from './lexicon.js'

/** Where an expression stands: pieces `[first, end)`. */
interface Place {
  readonly first: number
  readonly end: number
}

/**
 * A place in the calendar as the words give it; what they leave open is null and filled in when it is resolved.
 *
 * `relation` stands on `unit` where that is given ("that year", also in "August of that year"), else on the finest
 * field ("last Friday").
 */
export interface CalendarExpression extends Place {
  readonly kind: 'calendar'
  /** Astronomical: 0 is 1 BC. */
  readonly year: number | null
  /** True for `'99`: the century comes from the context. */
  readonly shortYear: boolean
  /** First year of a decade: 1990. */
  readonly decade: number | null
  /** 19 for the nineteenth. */
  readonly century: number | null
  readonly month: number | null
  readonly day: number | null
  readonly weekday: number | null
  readonly season: string | null
  readonly quarter: number | null
  readonly half: number | null
  readonly holiday: string | null
  readonly modifier: Modifier | null
  readonly part: string | null
  readonly relation: Relation | null
  readonly unit: Unit | null
  /** 1 for the first of what is counted inside the rest ("the first week of March"), -1 for the last. */
  readonly nth: number | null
  /** What `nth` counts where it is no weekday. */
  readonly nthUnit: Unit | null
}

/** Days from today: today 0, yesterday -1. */
export interface DeicticExpression extends Place {
  readonly kind: 'deictic'
  readonly days: number
  readonly part: string | null
}

/** A distance from now ("two years ago") or from the running story ("two days later"). */
export interface OffsetExpression extends Place {
  readonly kind: 'offset'
  /** Null for "a few", "several". */
  readonly amount: number | null
  readonly unit: Unit
  readonly direction: 1 | -1
  /** `event`: from something named behind the words ("two days after the vote"), which only a date can resolve. */
  readonly from: 'now' | 'story' | 'event'
  readonly approximation: Approximation
}

export interface DurationExpression extends Place {
  readonly kind: 'duration'
  readonly amount: number | null
  readonly unit: Unit
  readonly approximation: Approximation
  /** Behind "in": a point ahead of now where the sentence speaks of the future. */
  readonly ahead: boolean
}

export interface ClockExpression extends Place {
  readonly kind: 'clock'
  readonly hour: number
  /** Null where only the hour is told. */
  readonly minute: number | null
  /** Hours from UTC; null where no zone is told. */
  readonly zone: number | null
}

/** A frequency or a reference, whose value needs no context. */
export interface FixedExpression extends Place {
  readonly kind: 'set' | 'reference'
  readonly value: string | null
  readonly unit: Unit | null
}

export type Expression =
  | CalendarExpression
  | DeicticExpression
  | OffsetExpression
  | DurationExpression
  | ClockExpression
  | FixedExpression

/** A calendar expression that says nothing yet, for a matcher to fill. */
export type CalendarDraft = { -readonly [K in keyof CalendarExpression]: CalendarExpression[K] }

/** An empty draft at piece `first`. */
export function createDraft(first: number): CalendarDraft {
  return {
    kind: 'calendar',
    first,
    end: first,
    year: null,
    shortYear: false,
    decade: null,
    century: null,
    month: null,
    day: null,
    weekday: null,
    season: null,
    quarter: null,
    half: null,
    holiday: null,
    modifier: null,
    part: null,
    relation: null,
    unit: null,
    nth: null,
    nthUnit: null,
  }
}
