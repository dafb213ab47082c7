import type { FeatureList } from './featureList.js'
import { findBest, type LinearModel } from './linearModel.js'

/** Adds the features of one position; `history` holds the labels' numbers already given to earlier positions. */
export type WriteFeatures = (index: number, history: Uint8Array, out: FeatureList) => void

/**
 * Labels a sequence from left to right, each position by its best score given the labels before it.
 *
 * Writes label numbers into `history[0 … length)`. `fixed` may name positions whose label is known (255: not known).
 * Linear in the length times features; empty sequence, nothing written.
 */
export function tagGreedily(
  model: LinearModel,
  length: number,
  writeFeatures: WriteFeatures,
  features: FeatureList,
  history: Uint8Array,
): void {
  const count = model.labels.length
  const scores = new Int32Array(count)
  for (let index = 0; index < length; index += 1) {
    features.clear()
    writeFeatures(index, history, features)
    scores.fill(0)
    model.addScores(features.hashes, features.count, scores)
    history[index] = findBest(scores, count)
  }
}

/** What may follow what in {@link tagBest}, and how likely it is. */
export interface Transitions {
  /** Score of label `to` after label `from`, at `from * labels + to`; row `labels` is the start. */
  readonly scores: Int32Array
  /** 1 where the step is allowed, laid out as `scores`. */
  readonly allowed: Uint8Array
}

/** Template number of the transition features; callers' own templates must differ from it. */
export const TRANSITION_TEMPLATE = 9973

/** Reads the transition scores out of a model trained with `trainBest`, once at load time. */
export function readTransitions(
  model: LinearModel,
  features: FeatureList,
  isAllowed: (from: string | null, to: string) => boolean,
): Transitions {
  const count = model.labels.length
  const scores = new Int32Array((count + 1) * count)
  const allowed = new Uint8Array((count + 1) * count)
  for (let from = 0; from <= count; from += 1) {
    features.clear()
    features.add(TRANSITION_TEMPLATE, from)
    const row = scores.subarray(from * count, (from + 1) * count)
    model.addScores(features.hashes, features.count, row)
    for (let to = 0; to < count; to += 1) {
      if (isAllowed(from === count ? null : model.labels[from]!, model.labels[to]!)) allowed[from * count + to] = 1
    }
  }
  return { scores, allowed }
}

/**
 * The best label sequence under position scores and first-order transitions (Viterbi), as label numbers.
 *
 * `writeFeatures` must not look at the history. Costs length × labels²: for some dozens of labels.
 * Returns the numbers in a fresh array; empty sequence, empty array.
 */
export function tagBest(
  model: LinearModel,
  transitions: Transitions,
  length: number,
  writeFeatures: (index: number, out: FeatureList) => void,
  features: FeatureList,
): Uint8Array {
  const count = model.labels.length
  const emissions = new Int32Array(length * count)
  for (let index = 0; index < length; index += 1) {
    features.clear()
    writeFeatures(index, features)
    model.addScores(features.hashes, features.count, emissions.subarray(index * count, (index + 1) * count))
  }
  return findBestPath(emissions, transitions, length, count)
}

const IMPOSSIBLE = -(2 ** 30)

/** Viterbi over a `length × count` table of scores; shared by tagging and training. */
export function findBestPath(
  emissions: Int32Array | Float32Array | Float64Array,
  transitions: { readonly scores: Int32Array | Float32Array | Float64Array; readonly allowed: Uint8Array },
  length: number,
  count: number,
): Uint8Array {
  const path = new Uint8Array(length)
  if (length === 0) return path
  const back = new Uint8Array(length * count)
  let previous = new Float64Array(count)
  let current = new Float64Array(count)
  for (let to = 0; to < count; to += 1) {
    const step = count * count + to
    previous[to] = transitions.allowed[step] === 1 ? emissions[to]! + transitions.scores[step]! : IMPOSSIBLE
  }
  for (let index = 1; index < length; index += 1) {
    for (let to = 0; to < count; to += 1) {
      let best = 0
      let high = Number.NEGATIVE_INFINITY
      for (let from = 0; from < count; from += 1) {
        const step = from * count + to
        const score = transitions.allowed[step] === 1 ? previous[from]! + transitions.scores[step]! : IMPOSSIBLE
        if (score > high) {
          high = score
          best = from
        }
      }
      back[index * count + to] = best
      current[to] = high + emissions[index * count + to]!
    }
    const swap = previous
    previous = current
    current = swap
  }
  let last = 0
  for (let label = 1; label < count; label += 1) if (previous[label]! > previous[last]!) last = label
  for (let index = length - 1; index >= 0; index -= 1) {
    path[index] = last
    last = back[index * count + last]!
  }
  return path
}
