import type { TokenRows } from './features.js'
import { COLUMN_COUNT, COLUMNS, FLAGS } from './wordColumns.js'

// "of the" and "for the" are the longest runs of small words before a part of a name; one more for safety.
const LONGEST_LEAD = 3

/** A stretch of tokens that may hold names, inside the sentence whose words its features may see. */
export interface OpenRun {
  readonly from: number
  readonly to: number
  readonly sentenceFrom: number
  readonly sentenceTo: number
}

/**
 * The stretches of each sentence that may hold names; what lies between them never does.
 *
 * A token is open when it has a capital or digit or is a word often seen inside names; small words are open beside such a
 * token unless they are known never to be inside a name. Two thirds of a text are closed and need no scores. Linear.
 */
export function findOpenRuns(rows: TokenRows, sentences: readonly (readonly [number, number])[]): OpenRun[] {
  const runs: OpenRun[] = []
  const flags = (index: number): number =>
    rows.table[(rows.rows[index] as number) * COLUMN_COUNT + COLUMNS.flags] as number
  let open = new Uint8Array(64)
  for (const [from, to] of sentences) {
    const n = to - from
    if (open.length < n) open = new Uint8Array(n * 2)
    for (let t = 0; t < n; t++) open[t] = flags(from + t) & FLAGS.strong ? 1 : 0
    for (let t = n - 1; t > 0; t--) {
      if (open[t] === 0 && open[t - 1] === 1 && !(flags(from + t) & FLAGS.closed)) open[t] = 2
    }
    let lead = 0
    for (let t = n - 2; t >= 0; t--) {
      if (open[t] !== 0) lead = 0
      else if (open[t + 1] !== 0 && lead < LONGEST_LEAD && !(flags(from + t) & FLAGS.closed)) {
        open[t] = 2
        lead++
      }
    }
    for (let t = 0; t < n; t++) {
      if (open[t] === 0) continue
      let end = t + 1
      while (end < n && open[end] !== 0) end++
      runs.push({ from: from + t, to: from + end, sentenceFrom: from, sentenceTo: to })
      t = end
    }
  }
  return runs
}
