import type { GoldSpan } from '../../bench/quality/alignGold.js'
import { spansMeet } from '../../bench/quality/alignScore.js'
import { createRows, groupNodes } from '../../src/compare/align/alignClaims.js'
import type { Aligner } from '../../src/compare/align/aligner.js'
import { type BoostedTrees, scoreExample } from '../../src/compare/align/boostedTrees.js'
import type { PairScores } from '../../src/compare/align/contextFeatures.js'
import { scorePairs } from '../../src/compare/align/scorePairs.js'
import type { BriefModel } from '../../src/compare/brief/gain.js'
import { writeBrief } from '../../src/compare/brief/writeBrief.js'
import type { ClaimRow } from '../../src/compare/findings.js'
import { createRowReader, ROW_FEATURES } from '../../src/compare/importance/rowFeatures.js'
import { type Document, getLayer } from '../../src/document/index.js'
import { type BoostOptions, DEFAULTS, trainTrees } from './boost.js'
import type { Settings } from './chooseSettings.js'
import { preparePairs, type StoryPairs } from './goldPairs.js'
import { learnBrief, prepareBrief } from './learnBrief.js'
import { readOwnStories } from './ownStories.js'

/** A story's rows with their figures and how much people say they matter. */
export interface RankedStory {
  readonly pairs: StoryPairs
  readonly rows: readonly ClaimRow[]
  readonly features: readonly (readonly number[])[]
  readonly labels: readonly number[]
  /** What one of its marks counts when importance is learnt. */
  readonly trust: number
}

/** What belongs in a full brief is worth so much importance. */
export const FULL_BRIEF = 0.6
/** What a mark of people is worth as importance: 3 in a summary, 2 in a full brief, 1 a detail. */
const WORTH: readonly number[] = [0, 0.25, FULL_BRIEF, 1]

// Few rows and noisy marks: shallow trees.
const OPTIONS: BoostOptions = { ...DEFAULTS, rounds: 70, depth: 3, rate: 0.06, leaf: 10 }

/** Rows of each story as its out-of-fold scores group them. */
export function prepareRows(pairs: StoryPairs, scores: PairScores, settings: Settings, trust = 1): RankedStory {
  const { story, documents } = pairs
  const rows = createRows(story, groupNodes(story, scores, settings), documents, documents)
  const read = createRowReader(documents)
  return { pairs, rows, features: rows.map(read), labels: rows.map((row) => worthOf(pairs, row)), trust }
}

// Our own marks were made once and quickly, and call more rows important than the annotators do.
const OWN_TRUST = 0.5

/** Rows of the development stories that carry our own marks, as an aligner groups them that saw none of them. */
export function loadOwnRows(
  read: (document: Document) => Document,
  aligner: Omit<Aligner, 'importance' | 'brief'>,
): readonly RankedStory[] {
  return readOwnStories().map((gold) => {
    const pairs = preparePairs(gold, read, aligner)
    return prepareRows(pairs, scorePairs(pairs.story, aligner), aligner, OWN_TRUST)
  })
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
  const weights = stories.flatMap(({ labels: own, trust }) => own.map(() => trust))
  return trainTrees(values, labels, weights, ROW_FEATURES, OPTIONS)
}

/** The rows of a story with the importance that a model tells. */
export function rankStory({ rows, features }: RankedStory, importance: BoostedTrees): readonly ClaimRow[] {
  return rows.map((row, r) => ({ ...row, importance: scoreExample(importance, features[r]!) }))
}

/** Each story's rows with the importance told by models that saw none of the story's fold. */
export function rankOutOfFold(stories: readonly RankedStory[], folds: number): readonly (readonly ClaimRow[])[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    trainImportance(stories.filter((_, s) => s % folds !== fold)),
  )
  return stories.map((story, s) => rankStory(story, models[s % folds]!))
}

/** What ranks rows and chooses the brief. */
export interface Ranking {
  readonly importance: BoostedTrees
  readonly brief: BriefModel
}

// The brief learns from rows ranked as it will meet them: by models that saw four fifths of the stories, none of the row's own.
const INNER_FOLDS = 5

/** Learns importance and, from rows ranked out of fold, the choice of lines. Under a minute for 150 stories. */
export function trainRanking(stories: readonly RankedStory[]): Ranking {
  const ranked = rankOutOfFold(stories, INNER_FOLDS)
  return {
    importance: trainImportance(stories),
    brief: learnBrief(stories.map((story, s) => prepareBrief(story, ranked[s]!))),
  }
}

/** For each story what was learnt without the story's fold, and from `others`. */
export function trainRankingOutOfFold(
  stories: readonly RankedStory[],
  others: readonly RankedStory[],
  folds: number,
): readonly Ranking[] {
  const rankings = Array.from({ length: folds }, (_, fold) =>
    trainRanking([...stories.filter((_, s) => s % folds !== fold), ...others]),
  )
  return stories.map((_, s) => rankings[s % folds]!)
}

/** How a brief does against the gold, as the shared scorer counts it. */
export interface BriefTally {
  readonly covered: number
  readonly top: number
  readonly worthy: number
  readonly lines: number
}

export function scoreBrief(story: RankedStory, { importance, brief }: Ranking): BriefTally {
  const { pairs } = story
  return countBriefLines(
    pairs,
    writeBrief(rankStory(story, importance), pairs.documents, [], brief).map(({ evidence: { documentId, span } }) => ({
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
