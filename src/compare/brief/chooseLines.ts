import type { Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'
import { createTold, TOLD_FEATURES } from './createTold.js'
import { measurePassages, PASSAGE_FEATURES } from './measurePassages.js'

const MOST_LINES = 8
// Of thousands of passages in large stories only those whose rows matter most are looked at: 400 take a tenth of a second.
const MOST_PASSAGES = 400
const ROW_WEIGHT = PASSAGE_FEATURES.indexOf('rowWeight')
const REPEATED = TOLD_FEATURES.indexOf('repeated')
// Copies with a phrase changed say the same again; what was learnt was learnt from accounts that are none.
const MOST_REPEATED = 0.8

/** Passages that may become lines, with those of their figures that stay. */
export interface Choice {
  readonly passages: readonly Passage[]
  readonly figures: readonly (readonly number[])[]
  readonly rows: readonly ClaimRow[]
}

/** The passages with the weightiest rows, each row's in turn, in document and reading order. */
export function prepareChoice(
  passages: readonly Passage[],
  rows: readonly ClaimRow[],
  documents: readonly Document[],
): Choice {
  const figures = measurePassages(passages, rows, documents)
  const order = passages.map((_, p) => p).sort((x, y) => figures[y]![ROW_WEIGHT]! - figures[x]![ROW_WEIGHT]! || x - y)
  // Hundreds of tellings of one row must not fill the places: first the weightiest passage of each row, then each row's second.
  const turns = new Map<number, number>()
  const turnOf = new Map(
    order.map((p) => {
      const row = getBestRow(passages[p]!, rows)
      const turn = turns.get(row) ?? 0
      turns.set(row, turn + 1)
      return [p, turn] as const
    }),
  )
  const kept = order
    .sort((x, y) => turnOf.get(x)! - turnOf.get(y)!)
    .slice(0, MOST_PASSAGES)
    .sort((x, y) => x - y)
  return { passages: kept.map((p) => passages[p]!), figures: kept.map((p) => figures[p]!), rows }
}

/** The most important row that a passage tells; -1 where it tells none. */
function getBestRow({ rows: own }: Passage, rows: readonly ClaimRow[]): number {
  return own.reduce((best, r) => (best < 0 || rows[r]!.importance > rows[best]!.importance ? r : best), -1)
}

/**
 * Picks lines one by one: each time the passage with the highest gain above 0, `gain` being told its figures given the lines before.
 * Passages four in five of whose words were said are never picked. Returns their numbers in the order picked, at most
 * eight; `onLine` hears each as it is picked.
 */
export function chooseLines(
  { passages, figures, rows }: Choice,
  gain: (figures: readonly number[], passage: number) => number,
  onLine: (passage: number) => void = () => {},
): readonly number[] {
  const told = createTold(passages, rows)
  const lines: number[] = []
  while (lines.length < MOST_LINES) {
    let best = -1
    let highest = 0
    for (let p = 0; p < passages.length; p++) {
      if (lines.includes(p)) continue
      const state = told.measure(p)
      if (state[REPEATED]! >= MOST_REPEATED) continue
      const value = gain([...figures[p]!, ...state], p)
      if (value > highest) {
        highest = value
        best = p
      }
    }
    if (best < 0) break
    lines.push(best)
    told.add(best)
    onLine(best)
  }
  return lines
}
