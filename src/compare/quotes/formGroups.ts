import type { QuoteLink } from './linkQuotes.js'
import type { StoryQuote } from './storyQuotes.js'

/**
 * Groups of quotations in which every two of different accounts are linked.
 *
 * A long quotation that other accounts cut into different fragments is in a group with each fragment, so groups may share
 * members; no group puts together two fragments that have no words in common. Quotations of one account join a group when each
 * is linked to all of its members in other accounts. Unlinked quotations are groups of their own. Members ascend; groups are in
 * order of their first members. Greedy cover by the surest links: O(links · members).
 */
export function formGroups(quotes: readonly StoryQuote[], links: readonly QuoteLink[]): readonly (readonly number[])[] {
  const neighbours = new Map<number, Map<number, number>>()
  const connect = (from: number, to: number, probability: number): void => {
    const known = neighbours.get(from)
    if (known === undefined) neighbours.set(from, new Map([[to, probability]]))
    else known.set(to, probability)
  }
  for (const { a, b, probability } of links) {
    connect(a, b, probability)
    connect(b, a, probability)
  }
  const fits = (place: number, group: readonly number[]): boolean => {
    const known = neighbours.get(place)
    const others = group.filter((member) => quotes[member]!.documentId !== quotes[place]!.documentId)
    return others.length > 0 && others.every((member) => known?.has(member) === true)
  }
  const covered = new Set<number>()
  const groups: number[][] = []
  const surest = [...links].sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b)
  for (const link of surest) {
    if (covered.has(link.a * quotes.length + link.b)) continue
    const group = [link.a, link.b]
    const candidates = [...(neighbours.get(link.a) ?? []), ...(neighbours.get(link.b) ?? [])]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .map(([place]) => place)
    for (const place of candidates) if (!group.includes(place) && fits(place, group)) group.push(place)
    group.sort((x, y) => x - y)
    for (const x of group) for (const y of group) if (x < y) covered.add(x * quotes.length + y)
    groups.push(group)
  }
  const grouped = new Set(groups.flat())
  quotes.forEach((_, place) => {
    if (!grouped.has(place)) groups.push([place])
  })
  return groups.sort((x, y) => x[0]! - y[0]! || x.length - y.length || compareLists(x, y))
}

function compareLists(x: readonly number[], y: readonly number[]): number {
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!
  return 0
}
