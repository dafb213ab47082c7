import type { ParserInput } from '../../src/annotate/syntax/parserFeatures.js'
import { MOST_FEATURES, writeNextFeatures, writeStateFeatures } from '../../src/annotate/syntax/parserFeatures.js'
import { ParserState } from '../../src/annotate/syntax/parserState.js'
import {
  applyTransition,
  findAllowed,
  LEFT,
  RIGHT,
  type TransitionSystem,
} from '../../src/annotate/syntax/transitions.js'
import { FeatureList } from '../../src/model/index.js'
import { Perceptron, type TrainedRows } from '../shared/perceptron.js'
import { createRandom, shuffle } from '../shared/random.js'
import { findCosts } from './dynamicOracle.js'
import type { GoldTree } from './oracle.js'

/** One sentence to learn from. */
export interface ParseExample {
  readonly input: ParserInput
  readonly gold: GoldTree
}

export interface ParserTraining {
  readonly epochs: number
  readonly seed: number
  /** Rows changed fewer times than this take no part (Goldberg and Elhadad 2011). */
  readonly leastChanges: number
  /** From the second epoch on, share of decisions where the parser follows its own choice, right or wrong. */
  readonly explore: number
  readonly onEpoch?: (epoch: number, right: number, weights: () => TrainedRows) => void
}

/**
 * Trains the parser to choose, in any state it gets itself into, a transition that loses no arc it could still draw.
 *
 * Source: Goldberg and Nivre 2012 (dynamic oracle with exploration), averaged perceptron.
 */
export function trainParser(
  examples: readonly ParseExample[],
  system: TransitionSystem,
  options: ParserTraining,
): TrainedRows {
  const perceptron = new Perceptron(options.leastChanges)
  const features = new FeatureList(MOST_FEATURES)
  const random = createRandom(options.seed)
  const order = [...examples]
  const scores = new Int32Array(system.names.length)
  const costs = new Int32Array(4)
  const state = new ParserState()
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    shuffle(order, random)
    let right = 0
    let total = 0
    for (const { input, gold } of order) {
      state.reset(input.length)
      for (let allowed = findAllowed(state); allowed !== 0; allowed = findAllowed(state)) {
        if (state.size === 0) {
          state.shift(0)
          continue
        }
        features.clear()
        writeNextFeatures(input, state.next, features)
        writeStateFeatures(input, state, features)
        scores.fill(0)
        perceptron.addScores(features.hashes, features.count, scores)
        findCosts(state, gold, costs)
        let least = Number.POSITIVE_INFINITY
        for (let kind = 0; kind < 4; kind += 1) {
          if ((allowed & (1 << kind)) !== 0) least = Math.min(least, costs[kind]!)
        }
        const guess = choose(scores, system, (choice) => (allowed & (1 << system.kinds[choice]!)) !== 0)
        const wanted = choose(
          scores,
          system,
          (choice) =>
            (allowed & (1 << system.kinds[choice]!)) !== 0 &&
            costs[system.kinds[choice]!] === least &&
            isLabelRight(choice, state, gold, system),
        )
        total += 1
        if (guess === wanted) right += 1
        else {
          perceptron.update(features.hashes, features.count, wanted, 1)
          perceptron.update(features.hashes, features.count, guess, -1)
        }
        perceptron.step += 1
        const follows = epoch > 1 && random() < options.explore
        applyTransition(state, follows ? guess : wanted, system)
      }
    }
    options.onEpoch?.(epoch, right / total, () => perceptron.average())
  }
  return perceptron.average()
}

/** The best-scoring transition that passes; the first of equals. Some transition always passes. */
function choose(scores: Int32Array, system: TransitionSystem, passes: (choice: number) => boolean): number {
  let best = -1
  for (let choice = 0; choice < system.kinds.length; choice += 1) {
    if ((best < 0 || scores[choice]! > scores[best]!) && passes(choice)) best = choice
  }
  return best
}

/** An arc of the gold tree must have the gold relation; an arc that is wrong anyhow may have any. */
function isLabelRight(choice: number, state: ParserState, gold: GoldTree, system: TransitionSystem): boolean {
  const kind = system.kinds[choice]!
  const top = state.stack(0)
  if (kind === LEFT && gold.heads[top] === state.next) return choice === gold.leftArcs[top]
  if (kind === RIGHT && gold.heads[state.next] === top) return choice === gold.rightArcs[state.next]
  return true
}
