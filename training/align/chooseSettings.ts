import { addTallies, figures, type LinkTally, scoreLinks } from '../../bench/quality/alignScore.js'
import { groupNodes } from '../../src/compare/align/alignClaims.js'
import type { PairScores } from '../../src/compare/align/contextFeatures.js'
import { getLayer } from '../../src/document/index.js'
import type { StoryPairs } from './goldPairs.js'

export interface Settings {
  readonly least: number
  readonly leastSecond: number
}

/** A story's links under some settings, and how many pairs of claims of different accounts in its rows tell one fact. */
export interface StoryResult {
  readonly tally: LinkTally
  readonly pairsRight: number
  readonly pairs: number
}

const GRID: readonly Settings[] = [0.2, 0.25, 0.3, 0.35].flatMap((least) =>
  [0.25, 0.3, 0.35, 0.4].map((leastSecond) => ({ least, leastSecond })),
)
// Rows that are right somewhere may still hold much that is not; below this a reader stops trusting them.
const LEAST_COHERENCE = 0.4

/** For each story the settings that do best on the other folds: highest F1 of links among those whose rows hold together. */
export function chooseOutOfFold(
  stories: readonly StoryPairs[],
  scores: readonly PairScores[],
  folds: number,
): readonly { readonly settings: Settings; readonly result: StoryResult }[] {
  const table = GRID.map((settings) => stories.map((story, s) => evaluate(story, scores[s]!, settings)))
  return stories.map((_, s) => {
    const best = bestOf(table.map((results) => results.filter((_, other) => other % folds !== s % folds)))
    return { settings: GRID[best]!, result: table[best]![s]! }
  })
}

/** The settings that do best on all stories: those that ship. */
export function chooseSettings(stories: readonly StoryPairs[], scores: readonly PairScores[]): Settings {
  return GRID[bestOf(GRID.map((settings) => stories.map((story, s) => evaluate(story, scores[s]!, settings))))]!
}

function bestOf(table: readonly (readonly StoryResult[])[]): number {
  let best = 0
  let highest = -1
  table.forEach((results, setting) => {
    const f1 = figures(addTallies(results.map(({ tally }) => tally))).f1 ?? 0
    const right = results.reduce((sum, result) => sum + result.pairsRight, 0)
    const all = results.reduce((sum, result) => sum + result.pairs, 0)
    const value = all > 0 && right / all < LEAST_COHERENCE ? f1 - 100 : f1
    if (value > highest || setting === 0) {
      highest = value
      best = setting
    }
  })
  return best
}

/** Rows made with the given scores and settings, scored against the gold. */
export function evaluate(pairs: StoryPairs, scores: PairScores, settings: Settings): StoryResult {
  const { story, documents, gold, a, b, labels } = pairs
  const rows = groupNodes(story, scores, settings)
  const same = new Set<number>()
  labels.forEach((label, k) => {
    if (label === 1) same.add(a[k]! * story.nodes.length + b[k]!)
  })
  let right = 0
  let all = 0
  for (const row of rows) {
    for (const p of row) {
      for (const q of row) {
        if (p >= q || story.nodes[p]![0]!.document === story.nodes[q]![0]!.document) continue
        all++
        if (same.has(p * story.nodes.length + q)) right++
      }
    }
  }
  const shown = rows.map((row) =>
    row.flatMap((node) =>
      story.nodes[node]!.map(({ document, index }) => {
        const { start, end } = getLayer(documents[document]!, 'claims')[index]!
        return { document: documents[document]!.id as string, start, end }
      }),
    ),
  )
  return { tally: scoreLinks(gold.facts, gold.accepted, shown), pairsRight: right, pairs: all }
}
