import { type BoostedTrees, scoreExample } from '../align/boostedTrees.js'
import { TOLD_FEATURES } from './createTold.js'
import { PASSAGE_FEATURES } from './measurePassages.js'

// Importance-3 facts that a line may tell at once, as training scales them; and what a fact of a full brief is worth beside one of them.
export const MOST_TOLD = 3
const WORTH = 1
// A passage less likely than this to belong in a full brief is no line, however few lines there are.
const LEAST_WORTH = 0.5

/** What choosing the lines needs: both models see a passage's figures and how it stands to the lines before. */
export interface BriefModel {
  /** Share of {@link MOST_TOLD} facts of a three-sentence summary that the passage newly tells. */
  readonly summary: BoostedTrees
  /** Probability that it tells anything that belongs in a full brief. */
  readonly worth: BoostedTrees
}

/** Names of the figures both models see, in order. */
export const BRIEF_FEATURES: readonly string[] = [...PASSAGE_FEATURES, ...TOLD_FEATURES]

/** What a passage adds to a brief, from its figures: the facts of a summary it newly tells and its worth; 0 where it is hardly worth a line. */
export function gainOf({ summary, worth }: BriefModel, figures: readonly number[]): number {
  const worthy = scoreExample(worth, figures)
  return worthy < LEAST_WORTH ? 0 : MOST_TOLD * scoreExample(summary, figures) + WORTH * worthy
}
