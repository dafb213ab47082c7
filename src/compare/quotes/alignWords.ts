import { isSameWord, type QuoteWord } from './quoteWords.js'

/** How much finding a word in both quotations tells; small for words every sentence has. */
export type WordWeight = (norm: string) => number

/** Words of two quotations that stand for each other: pairs of indexes, ascending in both. */
export type WordPairs = readonly (readonly [number, number])[]

// A match right after a match is worth this much more, so that one run wins over the same words scattered.
const RUN = 0.4
// 1,200 words: longer than any quotation in the corpora; beyond it the table would cost more than it tells.
const LONGEST = 1200

/**
 * Aligns two word sequences in order, by the heaviest chain of equal words, preferring unbroken runs.
 *
 * Runs of light words that stand apart from every other match are dropped: they match by chance. Sequences are cut at 1,200
 * words. O(n·m).
 */
export function alignWords(a: readonly QuoteWord[], b: readonly QuoteWord[], weight: WordWeight): WordPairs {
  const rows = Math.min(a.length, LONGEST)
  const columns = Math.min(b.length, LONGEST)
  const width = columns + 1
  const best = new Float32Array((rows + 1) * width)
  const ending = new Float32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j
      let score = Math.max(best[at + width]!, best[at + 1]!)
      if (isSameWord(a[i]!, b[j]!)) {
        const after = at + width + 1
        const run = ending[after]! > 0 ? ending[after]! + RUN : 0
        const match = weight(a[i]!.norm) + Math.max(best[after]!, run)
        ending[at] = match
        if (match >= score) score = match
      }
      best[at] = score
    }
  }
  return dropChance(readPath(best, ending, rows, columns), a, weight)
}

function readPath(best: Float32Array, ending: Float32Array, rows: number, columns: number): [number, number][] {
  const width = columns + 1
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  let inRun = false
  while (i < rows && j < columns) {
    const at = i * width + j
    const match = ending[at]!
    if (match > 0 && (inRun || match >= best[at]!)) {
      pairs.push([i, j])
      const after = at + width + 1
      inRun = ending[after]! > 0 && ending[after]! + RUN >= best[after]!
      i++
      j++
    } else if (best[at + width]! >= best[at + 1]!) {
      i++
      inRun = false
    } else {
      j++
      inRun = false
    }
  }
  return pairs
}

/** Drops runs whose weight is slight and that lie more than three words from the next match. */
function dropChance(pairs: readonly [number, number][], a: readonly QuoteWord[], weight: WordWeight): WordPairs {
  const runs: [number, number][][] = []
  for (const pair of pairs) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    const apart = last === undefined ? 99 : Math.max(pair[0] - last[0], pair[1] - last[1])
    if (run === undefined || apart > 4) runs.push([pair])
    else run.push(pair)
  }
  return runs.filter((run) => run.reduce((sum, [i]) => sum + weight(a[i]!.norm), 0) >= 0.7).flat()
}
