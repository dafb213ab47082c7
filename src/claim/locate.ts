import type { Span } from '../text/index.js'

/** Finds the items of a layer that lie in a stretch of text. */
export interface Locator<T extends Span> {
  /** Indexes of the items that share at least one code unit with [start, end), ascending. */
  meeting(start: number, end: number): number[]
  readonly items: readonly T[]
}

/** A locator over items sorted by start, which may overlap. A look-up costs O(log n + items near the place). */
export function createLocator<T extends Span>(items: readonly T[]): Locator<T> {
  // reach[i]: the furthest end among items 0..i, so that a look-up knows where to stop going back.
  const reach = new Int32Array(items.length)
  items.forEach((item, i) => {
    reach[i] = Math.max(i === 0 ? 0 : reach[i - 1]!, item.end)
  })
  return {
    items,
    meeting(start, end) {
      let low = 0
      let high = items.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (items[middle]!.start < end) low = middle + 1
        else high = middle
      }
      const found: number[] = []
      for (let i = low - 1; i >= 0 && reach[i]! > start; i--) if (items[i]!.end > start) found.push(i)
      return found.reverse()
    },
  }
}
