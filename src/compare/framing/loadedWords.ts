import { defaultModelDirectory, type Model, readModel } from '../../model/index.js'

/** Words that colour what they tell, each with the score the model gave it in [0, 1]. */
export type LoadedLexicon = ReadonlyMap<string, number>

/** Reads the lexicon of a model folder. */
export function readLoadedLexicon(model: Model): LoadedLexicon {
  const lines = model.text('loaded.tsv').split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split('\t')).map(([word, score]) => [word!, Number(score)]))
}

let shipped: LoadedLexicon | null = null

/** The shipped lexicon, read on first use. */
export function loadLoadedLexicon(): LoadedLexicon {
  shipped ??= readLoadedLexicon(readModel(defaultModelDirectory('framing')))
  return shipped
}

// Share of the uses of words with at least such a score that experts marked as loaded in BABE's dev part, which was not learnt from.
const CALIBRATION: readonly (readonly [score: number, share: number])[] = [
  [0.95, 0.43],
  [0.9, 0.36],
  [0.85, 0.27],
  [0.8, 0.25],
]

/** The calibrated probability that a use of a word with this score is loaded; 0 below the lowest score that was measured. */
export function loadedProbability(score: number): number {
  return CALIBRATION.find(([least]) => score >= least)?.[1] ?? 0
}
