import type { Mention } from '../../annotate/index.js'

/** Index of the first mention that starts at or after a place; the number of mentions where none does. O(log n). */
export function findFirstMention(mentions: readonly Mention[], place: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}
