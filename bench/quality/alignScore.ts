import type { GoldFact, GoldSpan } from './alignGold.js'

/** What a system shows as one claim: its evidence in all accounts. */
export type ShownClaim = readonly GoldSpan[]

/** Counts as the shared dossier scorer makes them for claims told by two accounts. */
export interface LinkTally {
  readonly right: number
  readonly predicted: number
  readonly found: number
  readonly gold: number
}

interface Link {
  readonly pair: string
  readonly left: readonly GoldSpan[]
  readonly right: readonly GoldSpan[]
}

// Two long sentences: a longer span points at no one thing. The shared scorer's figure.
const LONGEST = 600

/** True when the spans share at least half of the shorter one and neither is overlong. */
export function spansMeet(a: GoldSpan, b: GoldSpan): boolean {
  if (a.document !== b.document || a.end - a.start > LONGEST || b.end - b.start > LONGEST) return false
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common > 0 && common * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

/** Scores claims against a story's facts, link by link; a link is a claim and two accounts that both tell it. */
export function scoreLinks(
  facts: readonly GoldFact[],
  accepted: readonly GoldFact[],
  claims: readonly ShownClaim[],
): LinkTally {
  const gold = facts.flatMap((fact) => linksOf(fact.spans).map((link) => ({ ...link, pairs: fact.pairs })))
  const wanted = gold.filter((link) => link.pairs === undefined || link.pairs.includes(link.pair))
  const allowed = [...gold, ...accepted.flatMap((fact) => linksOf(fact.spans))]
  const shown = claims.flatMap(linksOf)
  return {
    right: shown.filter((link) => allowed.some((other) => sameLink(other, link))).length,
    predicted: shown.length,
    found: wanted.filter((link) => shown.some((other) => sameLink(link, other))).length,
    gold: wanted.length,
  }
}

function linksOf(spans: readonly GoldSpan[]): Link[] {
  const byDocument = new Map<string, GoldSpan[]>()
  for (const span of spans) {
    const list = byDocument.get(span.document)
    if (list === undefined) byDocument.set(span.document, [span])
    else list.push(span)
  }
  const ids = [...byDocument.keys()].sort()
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b) => ({ pair: `${a}|${b}`, left: byDocument.get(a)!, right: byDocument.get(b)! })),
  )
}

function sameLink(a: Link, b: Link): boolean {
  return a.pair === b.pair && anyMeet(a.left, b.left) && anyMeet(a.right, b.right)
}

function anyMeet(left: readonly GoldSpan[], right: readonly GoldSpan[]): boolean {
  return left.some((a) => right.some((b) => spansMeet(a, b)))
}

/** Precision, recall and F1 in percent; null where there is nothing to divide by. */
export function figures(tally: LinkTally): { precision: number | null; recall: number | null; f1: number | null } {
  const precision = tally.predicted === 0 ? null : (100 * tally.right) / tally.predicted
  const recall = tally.gold === 0 ? null : (100 * tally.found) / tally.gold
  if (precision === null || recall === null) return { precision, recall, f1: null }
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The sum of tallies. */
export function addTallies(tallies: readonly LinkTally[]): LinkTally {
  return tallies.reduce(
    (sum, next) => ({
      right: sum.right + next.right,
      predicted: sum.predicted + next.predicted,
      found: sum.found + next.found,
      gold: sum.gold + next.gold,
    }),
    { right: 0, predicted: 0, found: 0, gold: 0 },
  )
}

/** 95 % bootstrap interval of micro F1 over stories, from a fixed seed. */
export function bootstrapF1(tallies: readonly LinkTally[], draws = 1000): readonly [number, number] {
  let state = 7
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const values = Array.from({ length: draws }, () => {
    const sample = tallies.map(() => tallies[Math.floor(random() * tallies.length)]!)
    return figures(addTallies(sample)).f1 ?? 0
  }).sort((a, b) => a - b)
  return [values[Math.floor(draws * 0.025)]!, values[Math.ceil(draws * 0.975) - 1]!]
}
