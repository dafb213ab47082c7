import { chooseThresholds } from './chooseThresholds.js'
import {
  type Calibrations,
  calibrateFamilies,
  crossValidate,
  crossValidateMarks,
  type HeldMark,
  type HeldOut,
  type Sources,
  type Thresholds,
} from './crossValidate.js'

/** Folds over whole stories. */
const FOLDS = 7

/** Everything that is measured on what a model has not seen. */
export interface HeldOutScores {
  readonly held: readonly HeldOut[]
  readonly marks: readonly HeldMark[]
  readonly calibrations: Calibrations
  readonly thresholds: Thresholds
}

/** Scores annotated stories and marks out of fold, and what is chosen by them: two numbers and two thresholds a family. */
export function holdOut(sources: Sources): HeldOutScores {
  const held = crossValidate(sources, FOLDS)
  const marks = crossValidateMarks(sources, FOLDS)
  const calibrations = calibrateFamilies(held, marks)
  return { held, marks, calibrations, thresholds: chooseThresholds(held, marks, calibrations) }
}
