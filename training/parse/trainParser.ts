import { Beam } from '../../src/annotate/syntax/findBestParse.js'
import {
  MOST_FEATURES,
  type ParserInput,
  writeNextFeatures,
  writeStateFeatures,
} from '../../src/annotate/syntax/parserFeatures.js'
import { ParserState } from '../../src/annotate/syntax/parserState.js'
import { applyTransition, type TransitionSystem } from '../../src/annotate/syntax/transitions.js'
import { FeatureList } from '../../src/model/index.js'
import { Perceptron, type TrainedRows } from '../shared/perceptron.js'
import { createRandom, shuffle } from '../shared/random.js'
import { findGoldTransition, type GoldTree } from './oracle.js'

/** One sentence to learn from. */
export interface ParseExample {
  readonly input: ParserInput
  readonly gold: GoldTree
}

export interface ParserTraining {
  readonly epochs: number
  readonly seed: number
  readonly beam: number
  /** Rows changed fewer times than this take no part (Goldberg and Elhadad 2011). */
  readonly leastUpdates: number
  readonly onEpoch?: (epoch: number, agreed: number, weights: () => TrainedRows) => void
}

/**
 * Trains the parser with a beam: where the gold path falls behind the best path by most, both are updated up to there.
 *
 * Source: Huang, Fayong and Guo 2012 (maximum violation).
 */
export function trainParser(
  examples: readonly ParseExample[],
  system: TransitionSystem,
  options: ParserTraining,
): TrainedRows {
  const perceptron = new Perceptron(options.leastUpdates)
  const features = new FeatureList(MOST_FEATURES)
  const beam = new Beam(options.beam, Number.POSITIVE_INFINITY, system, features)
  const random = createRandom(options.seed)
  const order = [...examples]
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    shuffle(order, random)
    let agreed = 0
    for (const example of order) {
      if (trainOne(example, perceptron, beam, features, system)) agreed += 1
      perceptron.step += 1
    }
    options.onEpoch?.(epoch, agreed / order.length, () => perceptron.average())
  }
  return perceptron.average()
}

/** True when the parse agreed with the gold path. */
function trainOne(
  example: ParseExample,
  perceptron: Perceptron,
  beam: Beam,
  features: FeatureList,
  system: TransitionSystem,
): boolean {
  const { input, gold } = example
  beam.start(input.length)
  const path = new ParserState()
  path.reset(input.length)
  let worst = 0
  let violated: ParserState | null = null
  let goldSteps = 0
  for (;;) {
    const moved = beam.advance(perceptron, input)
    if (path.next < path.length) {
      const transition = findGoldTransition(path, gold)
      // a shift on an empty stack is free in the beam, so it is here
      const score = path.size === 0 ? 0 : beam.score(path, perceptron, input)[transition]!
      applyTransition(path, transition, system)
      path.score += score
    } else if (!moved) {
      break
    }
    const best = beam.states[0]!
    const violation = best.score - path.score
    if ((violated === null || violation > worst) && violation >= 0 && differs(best, path)) {
      worst = violation
      violated ??= new ParserState()
      violated.copyFrom(best)
      goldSteps = path.steps
    }
  }
  if (violated === null) return true
  let shared = 0
  while (shared < goldSteps && shared < violated.steps && path.transitionAt(shared) === violated.transitionAt(shared))
    shared += 1
  replay(path, goldSteps, shared, 1, input, perceptron, features, system)
  replay(violated, violated.steps, shared, -1, input, perceptron, features, system)
  return false
}

function differs(a: ParserState, b: ParserState): boolean {
  if (a.steps !== b.steps) return true
  for (let step = 0; step < a.steps; step += 1) if (a.transitionAt(step) !== b.transitionAt(step)) return true
  return false
}

/** Adds `amount` to the weights of every decision of a path from step `from` on. */
function replay(
  path: ParserState,
  steps: number,
  from: number,
  amount: number,
  input: ParserInput,
  perceptron: Perceptron,
  features: FeatureList,
  system: TransitionSystem,
): void {
  const state = new ParserState()
  state.reset(input.length)
  for (let step = 0; step < steps; step += 1) {
    const transition = path.transitionAt(step)
    if (step >= from && state.size > 0) {
      features.clear()
      writeNextFeatures(input, state.next, features)
      writeStateFeatures(input, state, features)
      perceptron.update(features.hashes, features.count, transition, amount)
    }
    applyTransition(state, transition, system)
  }
}
