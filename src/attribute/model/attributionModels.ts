import type { WordClasses } from '../reading/reading.js'
import type { Crf } from './crf.js'
import type { LogisticWeights } from './logistic.js'

/** Everything learnt that finding attributions needs. */
export interface AttributionModels {
  /** Which words report. */
  readonly cue: Crf
  /** Around one of them, who speaks and what is said. */
  readonly role: Crf
  /** Whether a cue with what was found around it is an attribution. */
  readonly keep: Crf
  /** Whether words between quotation marks are somebody's. */
  readonly quotation: LogisticWeights
  /** Candidates at least this probable are kept, [0, 1]. */
  readonly keepThreshold: number
  readonly quotationThreshold: number
  readonly classes: WordClasses
}
