import type { Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'
import { weighRow } from './measurePassages.js'

/** Names of the figures that say how a passage stands to the lines already chosen, in the order {@link Told.measure} gives them. */
export const TOLD_FEATURES =
  'lines linesOfAccount repeated repeatedWeight likestLine nearestLine newWeight newSum newBest toldBest newWords accountsUsed'.split(
    ' ',
  )

/** What the lines of a brief have told so far. */
export interface Told {
  /** Adds a passage, by its number, as a line. */
  add(passage: number): void
  /** How a passage stands to the lines there are; linear in its words and rows. */
  measure(passage: number): number[]
}

// No line of the account yet: as far as any.
const FAR = 99

/** Nothing told yet of the given passages. Each added line is compared once with every passage. */
export function createTold(passages: readonly Passage[], rows: readonly ClaimRow[]): Told {
  const weights = weighWords(passages)
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + weights.get(word)!, 0)
  const totals = passages.map(({ words }) => weigh(words))
  const said = new Set<string>()
  const told = new Set<number>()
  const linesOf = new Map<Document, number>()
  const likest = new Float64Array(passages.length)
  const nearest = new Float64Array(passages.length).fill(FAR)
  let lines = 0
  return {
    add(number) {
      const line = passages[number]!
      lines++
      for (const word of line.words) said.add(word)
      for (const row of line.rows) told.add(row)
      linesOf.set(line.document, (linesOf.get(line.document) ?? 0) + 1)
      const own = new Set(line.words)
      passages.forEach(({ words, document, claims }, p) => {
        const shared = weigh(words.filter((word) => own.has(word)))
        const shorter = Math.min(totals[p]!, totals[number]!)
        if (shorter > 0) likest[p] = Math.max(likest[p]!, shared / shorter)
        if (document !== line.document) return
        const apart = Math.abs((claims[0]?.sentence ?? 0) - (line.claims[0]?.sentence ?? 0))
        nearest[p] = Math.min(nearest[p]!, apart)
      })
    },
    measure(number) {
      const { words, rows: own, document } = passages[number]!
      const repeated = words.filter((word) => said.has(word))
      let newWeight = 0
      let newSum = 0
      let newBest = 0
      let toldBest = 0
      for (const row of own) {
        const { importance } = rows[row]!
        if (told.has(row)) toldBest = Math.max(toldBest, importance)
        else {
          newWeight += weighRow(importance)
          newSum += importance
          newBest = Math.max(newBest, importance)
        }
      }
      return [
        lines,
        linesOf.get(document) ?? 0,
        repeated.length / Math.max(1, words.length),
        totals[number] === 0 ? 0 : weigh(repeated) / totals[number]!,
        likest[number]!,
        nearest[number]!,
        newWeight,
        newSum,
        newBest,
        toldBest,
        words.length - repeated.length,
        linesOf.size,
      ]
    },
  }
}

/** Rarer among the passages, heavier. */
function weighWords(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of passages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + passages.length / count)]))
}
