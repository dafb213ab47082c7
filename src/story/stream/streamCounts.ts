import type { Background } from '../reading/background.js'

/**
 * How rare a term is: in running news as the model knows it, and in the accounts of the window.
 *
 * Counts of the window grow with each account and shrink when it is older than the window, so that the memory is that of the window.
 */
export class StreamCounts {
  private readonly counts = new Map<number, number>()
  private documents = 0
  private readonly background: Background

  constructor(background: Background) {
    this.background = background
  }

  /** Natural logarithm of the share of articles with the term, turned positive. */
  rarity(term: number): number {
    const seen = (this.background.counts.get(term) ?? 1) + (this.counts.get(term) ?? 0)
    return Math.log((this.background.documents + this.documents + 1) / (seen + 1))
  }

  add(terms: Iterable<number>): void {
    this.documents++
    for (const term of terms) this.counts.set(term, (this.counts.get(term) ?? 0) + 1)
  }

  remove(terms: Iterable<number>): void {
    this.documents--
    for (const term of terms) {
      const count = this.counts.get(term)
      if (count === undefined) continue
      if (count <= 1) this.counts.delete(term)
      else this.counts.set(term, count - 1)
    }
  }
}
