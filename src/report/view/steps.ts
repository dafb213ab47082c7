import type { Dossier, DossierDocument } from '../../dossier/index.js'
import { groupBy } from './groupBy.js'
import { oneASentence } from './lines.js'

type Step = Dossier['timeline'][number]

/**
 * The steps of a timeline to show where there is no room for all, in their order.
 *
 * Disputed steps first, then those near the day of the story and those that several accounts tell; what is years back says least of the
 * event. A day that has many steps leaves some of the room to the others. All of them where `limit` allows.
 */
export function chooseSteps(
  timeline: readonly Step[],
  story: { readonly start: string; readonly end: string } | null,
  limit: number,
): readonly Step[] {
  if (timeline.length <= limit) return timeline
  const worth = timeline.map((step) => weigh(step, story))
  const left = new Set(timeline.keys())
  const shown = new Map<string, number>()
  while (timeline.length - left.size < limit) {
    let best = -1
    let most = Number.NEGATIVE_INFINITY
    for (const i of left) {
      const score = worth[i]! - CROWDED * (shown.get(timeline[i]!.when.start) ?? 0)
      if (score > most) [best, most] = [i, score]
    }
    left.delete(best)
    const day = timeline[best]!.when.start
    shown.set(day, (shown.get(day) ?? 0) + 1)
  }
  return timeline.filter((_, i) => !left.has(i))
}

/** The steps less those that say of the same day what an earlier one says in the same sentence: a clause and the clause around it. */
export function distinctSteps(
  timeline: readonly Step[],
  documentOf: (id: string) => DossierDocument | undefined,
): readonly Step[] {
  const days = groupBy(timeline, ({ when }) => `${when.start}/${when.end}`)
  return [...days.values()].flatMap((day) => oneASentence(day, (step) => step, documentOf))
}

// Four steps of a day stand before the next day's first is worth more than the fifth.
const CROWDED = 0.3

function weigh(
  { when, evidence, disputed }: Step,
  story: { readonly start: string; readonly end: string } | null,
): number {
  const tellers = new Set(evidence.map((span) => span.document)).size
  const near = story === null ? 0 : closeness(daysBetween(when, story))
  const coarse = when.precision === 'year' || when.precision === 'season' || when.precision === 'quarter' ? 1 : 0
  return (disputed ? 4 : 0) + Math.min(3, tellers - 1) + near - coarse
}

function closeness(days: number): number {
  return days <= 3 ? 3 : days <= 31 ? 2 : days <= 366 ? 1 : 0
}

/** Whole days between two stretches; 0 where they meet, many where a date is none. */
function daysBetween(a: { readonly start: string; readonly end: string }, b: typeof a): number {
  const gap = Math.max(Date.parse(b.start) - Date.parse(a.end), Date.parse(a.start) - Date.parse(b.end), 0)
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.round(gap / 86_400_000)
}
