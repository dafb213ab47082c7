import { CLASSES, type NameSpan } from '../../src/annotate/names/labels.js'

/** Counts of one class or of all: right, found and in the gold. */
export interface Tally {
  right: number
  found: number
  gold: number
}

/** Precision, recall and F1 in per cent; null where nothing is there to score. */
export function measure(tally: Tally): { precision: number | null; recall: number | null; f1: number | null } {
  return {
    precision: tally.found === 0 ? null : (100 * tally.right) / tally.found,
    recall: tally.gold === 0 ? null : (100 * tally.right) / tally.gold,
    f1: tally.found + tally.gold === 0 ? null : (200 * tally.right) / (tally.found + tally.gold),
  }
}

/** Tallies of exact spans with class, by class and under `all`. */
export function createTallies(): Map<string, Tally> {
  return new Map([...CLASSES, 'all'].map((name) => [name, { right: 0, found: 0, gold: 0 }]))
}

/** Adds one text's names to the tallies. Spans may count tokens or code units, the same on both sides. */
export function tallySpans(
  tallies: ReadonlyMap<string, Tally>,
  found: readonly NameSpan[],
  gold: readonly NameSpan[],
): void {
  const key = (span: NameSpan): string => `${span.from} ${span.to} ${span.label}`
  const wanted = new Set(gold.map(key))
  const all = tallies.get('all')
  const count = (span: NameSpan, field: keyof Tally): void => {
    const own = tallies.get(span.label)
    if (own) own[field]++
    if (all) all[field]++
  }
  for (const span of gold) count(span, 'gold')
  for (const span of found) {
    count(span, 'found')
    if (wanted.has(key(span))) count(span, 'right')
  }
}

/** A table of the tallies as text, one class a line. */
export function renderTallies(tallies: ReadonlyMap<string, Tally>): string {
  const show = (value: number | null): string => (value === null ? '–' : value.toFixed(2)).padStart(7)
  return [...tallies]
    .map(([name, tally]) => {
      const { precision, recall, f1 } = measure(tally)
      return `${name.padEnd(14)}${show(precision)}${show(recall)}${show(f1)}  gold ${tally.gold} found ${tally.found} right ${tally.right}`
    })
    .join('\n')
}
