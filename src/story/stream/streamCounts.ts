import type { Background } from '../reading/background.js'

/**
 * How rare a term is: in running news as the model knows it, and in the open stories.
 *
 * A story counts once, by the account that opened it, and the first story with a term does not count: else the words of an event would
 * look common as soon as it is reported, and a story of many accounts would lose its own words. What closes is taken out again, so that
 * the memory is that of the window.
 */
export class StreamCounts {
  private readonly counts = new Map<number, number>()
  private stories = 0
  private readonly background: Background

  constructor(background: Background) {
    this.background = background
  }

  /** Natural logarithm of the share of articles with the term, turned positive. */
  rarity(term: number): number {
    const others = Math.max(0, (this.counts.get(term) ?? 0) - 1)
    const seen = (this.background.counts.get(term) ?? 1) + others
    return Math.log((this.background.documents + this.stories + 1) / (seen + 1))
  }

  /** Counts the terms of a story that opens. */
  add(terms: Uint32Array): void {
    this.stories++
    for (const term of terms) this.counts.set(term, (this.counts.get(term) ?? 0) + 1)
  }

  /** Takes out the terms of a story that closes. */
  remove(terms: Uint32Array): void {
    this.stories--
    for (const term of terms) {
      const count = this.counts.get(term)!
      if (count === 1) this.counts.delete(term)
      else this.counts.set(term, count - 1)
    }
  }
}
