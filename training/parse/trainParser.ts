import {
  MOST_FEATURES,
  type ParserInput,
  writeNextFeatures,
  writeStateFeatures,
} from '../../src/annotate/syntax/parserFeatures.js'
import { ParserState, SHIFT } from '../../src/annotate/syntax/parserState.js'
import {
  applyTransition,
  findAllowed,
  findBestAllowed,
  type TransitionSystem,
} from '../../src/annotate/syntax/transitions.js'
import { FeatureList } from '../../src/model/index.js'
import { Perceptron, type TrainedRows } from '../shared/perceptron.js'
import { createRandom, shuffle } from '../shared/random.js'
import { findCosts, findWanted, type GoldTree, isRelationRight } from './dynamicOracle.js'

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
  /** From the second epoch on, share of steps where the parser follows its own choice, right or wrong. */
  readonly explore: number
  /** Share of features hidden from each decision while training, so that none is leaned on alone; 0 hides none. */
  readonly dropout: number
  readonly onEpoch?: (epoch: number, right: number) => void
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
        if (allowed === 1 << SHIFT) {
          state.shift()
          continue
        }
        features.clear()
        writeNextFeatures(input, state.next, features)
        writeStateFeatures(input, state, features)
        if (options.dropout > 0) dropFeatures(features, options.dropout, random)
        scores.fill(0)
        perceptron.addScores(features.hashes, features.count, scores)
        findCosts(state, gold, costs)
        const guess = findBestAllowed(scores, allowed, system.steps)
        const wanted = findBestWanted(scores, findWanted(allowed, costs), state, gold, system)
        total += 1
        if (guess === wanted) {
          right += 1
        } else {
          perceptron.update(features.hashes, features.count, wanted, 1)
          perceptron.update(features.hashes, features.count, guess, -1)
        }
        perceptron.step += 1
        applyTransition(state, epoch > 1 && random() < options.explore ? guess : wanted, system)
      }
    }
    options.onEpoch?.(epoch, right / total)
  }
  return perceptron.average()
}

/** The best-scoring transition among the wanted steps that does not misname a gold arc; the first of equals. */
function findBestWanted(
  scores: Int32Array,
  wanted: number,
  state: ParserState,
  gold: GoldTree,
  system: TransitionSystem,
): number {
  let best = -1
  for (let transition = 0; transition < system.steps.length; transition += 1) {
    if ((wanted & (1 << system.steps[transition]!)) === 0) continue
    if (best >= 0 && scores[transition]! <= scores[best]!) continue
    if (isRelationRight(transition, state, gold, system.steps)) best = transition
  }
  return best
}

function dropFeatures(features: FeatureList, share: number, random: () => number): void {
  let kept = 0
  for (let index = 0; index < features.count; index += 1) {
    if (random() < share) continue
    features.hashes[kept] = features.hashes[index]!
    kept += 1
  }
  features.count = kept
}
