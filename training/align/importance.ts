import type { GoldSpan } from '../../bench/quality/alignGold.js'
import { spansMeet } from '../../bench/quality/alignScore.js'
import { createRows, groupNodes } from '../../src/compare/align/alignClaims.js'
import { type BoostedTrees, scoreExample } from '../../src/compare/align/boostedTrees.js'
import type { PairScores } from '../../src/compare/align/contextFeatures.js'
import { writeBrief } from '../../src/compare/brief/writeBrief.js'
import type { ClaimRow } from '../../src/compare/findings.js'
import { createRowReader, ROW_FEATURES } from '../../src/compare/importance/rowFeatures.js'
import { getLayer } from '../../src/document/index.js'
import { type BoostOptions, DEFAULTS, trainTrees } from './boost.js'
import type { Settings } from './chooseSettings.js'
import type { StoryPairs } from './goldPairs.js'

/** A story's rows with their figures and how much people say they matter. */
export interface RankedStory {
  readonly pairs: StoryPairs
  readonly rows: readonly ClaimRow[]
  readonly features: readonly (readonly number[])[]
  readonly labels: readonly number[]
}

/** What a mark of people is worth as importance: 3 in a summary, 2 in a full brief, 1 a detail. */
const WORTH: readonly number[] = [0, 0.25, 0.6, 1]

// Few rows and noisy marks: shallow trees.
const OPTIONS: BoostOptions = { ...DEFAULTS, rounds: 70, depth: 3, rate: 0.06, leaf: 10 }

/** Rows of each story as its out-of-fold scores group them. */
export function prepareRows(pairs: StoryPairs, scores: PairScores, settings: Settings): RankedStory {
  const { story, documents } = pairs
  const rows = createRows(story, groupNodes(story, scores, settings), documents, documents)
  const read = createRowReader(documents)
  return { pairs, rows, features: rows.map(read), labels: rows.map((row) => worthOf(pairs, row)) }
}

/** The highest mark among the facts that a row tells; for a row of several accounts, that two of them tell. */
function worthOf({ gold, documents }: StoryPairs, row: ClaimRow): number {
  const told = row.cells.flatMap((cell, d) => {
    if (cell === null) return []
    const { id } = documents[d]!
    return [
      cell.map((index) => {
        const { start, end } = getLayer(documents[d]!, 'claims')[index]!
        return { document: id as string, start, end }
      }),
    ]
  })
  let worth = 0
  for (const { importance, spans } of [...gold.facts, ...gold.accepted]) {
    const tellers = told.filter((own) => own.some((x) => spans.some((y) => spansMeet(x, y)))).length
    if (tellers >= Math.min(2, told.length)) worth = Math.max(worth, WORTH[importance] ?? 0)
  }
  return worth
}

export function trainImportance(stories: readonly RankedStory[]): BoostedTrees {
  const features = stories.flatMap((story) => story.features)
  const values = new Float64Array(features.length * ROW_FEATURES.length)
  features.forEach((row, r) => {
    values.set(row, r * ROW_FEATURES.length)
  })
  const labels = stories.flatMap((story) => story.labels)
  return trainTrees(values, labels, new Float64Array(labels.length).fill(1), ROW_FEATURES, OPTIONS)
}

/** Each story's rows with the importance told by models that saw none of the story's fold. */
export function rankOutOfFold(stories: readonly RankedStory[], folds: number): readonly (readonly ClaimRow[])[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    trainImportance(stories.filter((_, s) => s % folds !== fold)),
  )
  return stories.map(({ rows, features }, s) =>
    rows.map((row, r) => ({ ...row, importance: scoreExample(models[s % folds]!, features[r]!) })),
  )
}

/** How a brief does against the gold, as the shared scorer counts it. */
export interface BriefTally {
  readonly covered: number
  readonly top: number
  readonly worthy: number
  readonly lines: number
}

export function scoreBrief(pairs: StoryPairs, rows: readonly ClaimRow[]): BriefTally {
  return countBriefLines(
    pairs,
    writeBrief(rows, pairs.documents, []).map(({ evidence: { documentId, span } }) => ({
      document: documentId as string,
      start: span.start,
      end: span.end,
    })),
  )
}

/** Counts for any lines, ours or a baseline's. */
export function countBriefLines({ gold }: StoryPairs, lines: readonly GoldSpan[]): BriefTally {
  const top = gold.facts.filter(({ importance }) => importance === 3)
  const worthy = [...gold.facts, ...gold.accepted].filter(({ importance }) => importance >= 2)
  return {
    covered: top.filter(({ spans }) => spans.some((span) => lines.some((line) => spansMeet(span, line)))).length,
    top: top.length,
    worthy: lines.filter((line) => worthy.some(({ spans }) => spans.some((span) => spansMeet(span, line)))).length,
    lines: lines.length,
  }
}
