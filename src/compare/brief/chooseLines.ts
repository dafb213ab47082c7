import type { Document } from '../../document/index.js'
import type { ClaimRow } from '../findings.js'
import type { Passage } from './clarity.js'
import { createTold, TOLD_FEATURES } from './createTold.js'
import { measurePassages, PASSAGE_FEATURES } from './measurePassages.js'

const MOST_LINES = 8
// Of thousands of passages in large stories only those whose rows matter most are looked at: 400 take a tenth of a second.
const MOST_PASSAGES = 400
const ROW_WEIGHT = PASSAGE_FEATURES.indexOf('rowWeight')
const NEW_WORDS = TOLD_FEATURES.indexOf('newWords')

/** Passages that may become lines, with those of their figures that stay. */
export interface Choice {
  readonly passages: readonly Passage[]
  readonly figures: readonly (readonly number[])[]
  readonly rows: readonly ClaimRow[]
}

/** The passages with the weightiest rows, in document and reading order. */
export function prepareChoice(
  passages: readonly Passage[],
  rows: readonly ClaimRow[],
  documents: readonly Document[],
): Choice {
  const figures = measurePassages(passages, rows, documents)
  const order = passages
    .map((_, p) => p)
    .sort((x, y) => figures[y]![ROW_WEIGHT]! - figures[x]![ROW_WEIGHT]! || x - y)
    .slice(0, MOST_PASSAGES)
    .sort((x, y) => x - y)
  return { passages: order.map((p) => passages[p]!), figures: order.map((p) => figures[p]!), rows }
}

/**
 * Picks lines one by one: each time the passage with the highest gain above 0, `gain` being told its figures given the lines before.
 * Passages that say no new word are never picked. Returns their numbers in the order picked, at most eight.
 */
export function chooseLines(
  { passages, figures, rows }: Choice,
  gain: (figures: readonly number[], passage: number) => number,
): readonly number[] {
  const told = createTold(passages, rows)
  const lines: number[] = []
  while (lines.length < MOST_LINES) {
    let best = -1
    let highest = 0
    for (let p = 0; p < passages.length; p++) {
      if (lines.includes(p)) continue
      const state = told.measure(p)
      if (passages[p]!.words.length > 0 && state[NEW_WORDS] === 0) continue
      const value = gain([...figures[p]!, ...state], p)
      if (value > highest) {
        highest = value
        best = p
      }
    }
    if (best < 0) break
    lines.push(best)
    told.add(best)
  }
  return lines
}
