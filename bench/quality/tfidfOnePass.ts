import { hashString } from '../../src/model/index.js'
import type { Labelled } from '../../training/story/readStories.js'
import type { Grouped } from './bcubed.js'

type Weights = ReadonlyMap<number, number>

interface Group {
  readonly id: string
  readonly sum: Map<number, number>
  last: number
}

const MOST_WORDS = 800

/**
 * The plain way, as a row to compare with: lower-case words weighed by TF-IDF counted on the stream so far, each account put to the
 * open group of the most alike sum of vectors, or into one of its own. Every open group is looked at.
 */
export function groupPlainly(accounts: readonly Labelled[], windowDays: number, threshold: number): readonly Grouped[] {
  const counts = new Map<number, number>()
  let groups: Group[] = []
  return accounts.map(({ document, story, day }, i) => {
    const weights = weigh(`${document.title ?? ''} ${document.text}`, counts, i + 1)
    const at = Date.parse(day) / 86_400_000
    groups = groups.filter(({ last }) => at - last <= windowDays)
    let best: Group | null = null
    let most = threshold
    for (const group of groups) {
      const score = cosine(weights, group.sum)
      if (score >= most) {
        most = score
        best = group
      }
    }
    if (best === null) {
      best = { id: String(i), sum: new Map(), last: at }
      groups.push(best)
    }
    best.last = at
    for (const [term, weight] of weights) best.sum.set(term, (best.sum.get(term) ?? 0) + weight)
    return { found: best.id, wanted: story }
  })
}

function weigh(text: string, counts: Map<number, number>, documents: number): Weights {
  const found = new Map<number, number>()
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const word of words.slice(0, MOST_WORDS)) {
    const hash = hashString(word)
    found.set(hash, (found.get(hash) ?? 0) + 1)
  }
  for (const term of found.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weights = new Map<number, number>()
  for (const [term, count] of found)
    weights.set(term, (1 + Math.log(count)) * Math.log((documents + 1) / counts.get(term)!))
  const length = Math.hypot(...weights.values())
  if (length > 0) for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

function cosine(unit: Weights, sum: Weights): number {
  let product = 0
  for (const [term, weight] of unit) product += weight * (sum.get(term) ?? 0)
  let square = 0
  for (const weight of sum.values()) square += weight * weight
  return square === 0 ? 0 : product / Math.sqrt(square)
}
