/** Precision and recall of a grouping, averaged over items. */
export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly items: number
}

/** One item: the group it was put into and the one it belongs to. */
export interface Grouped {
  readonly found: string
  readonly wanted: string
}

/** B-cubed precision and recall of each item (Bagga and Baldwin 1998), in the order of the items. */
export function bcubedOfEach(items: readonly Grouped[]): readonly { precision: number; recall: number }[] {
  const size = { found: new Map<string, number>(), wanted: new Map<string, number>(), both: new Map<string, number>() }
  const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
  for (const { found, wanted } of items) {
    add(size.found, found)
    add(size.wanted, wanted)
    add(size.both, `${found}\t${wanted}`)
  }
  return items.map(({ found, wanted }) => {
    const both = size.both.get(`${found}\t${wanted}`)!
    return { precision: both / size.found.get(found)!, recall: both / size.wanted.get(wanted)! }
  })
}

/** The mean over all items, with F1 of the two means. Null when there is nothing to score. */
export function bcubed(items: readonly Grouped[]): BCubed | null {
  return averageOf(bcubedOfEach(items))
}

/** The mean of items already scored. */
export function averageOf(scores: readonly { precision: number; recall: number }[]): BCubed | null {
  if (scores.length === 0) return null
  const mean = (pick: (score: { precision: number; recall: number }) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length
  const precision = mean((score) => score.precision)
  const recall = mean((score) => score.recall)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), items: scores.length }
}
