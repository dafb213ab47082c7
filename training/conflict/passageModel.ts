import { type LinearModel, sumLinear } from './linear.js'
import { sumTrees, type TreeModel } from '../../src/compare/conflict/trees.js'
import type { Example } from './boost.js'
import { type ForestOptions, trainExtraTrees } from './extraTrees.js'
import { trainLinear } from './trainLinear.js'

/** A logistic regression and a forest of random cuts over the same features. */
interface PassageModel {
  readonly linear: LinearModel
  readonly forest: TreeModel
}

const FOREST: ForestOptions = { trees: 150, leaf: 5, columns: 0.2, seed: 1 }
// Ridge per unit of weight; from 0.03 to 0.4 precision at a recall of 25 is within two points of this.
const RIDGE = 0.1
// A forest's share of 0 or 1 is no certainty: this many parts of doubt.
const DOUBT = 0.01

/** For some hundreds of pairs with many features each; both parts are smooth enough for a hundred positive ones. */
export function trainPassageModel(examples: readonly Example[], features: readonly string[]): PassageModel {
  return { linear: trainLinear(examples, RIDGE), forest: trainExtraTrees(examples, features, FOREST) }
}

/** The mean of the two parts' log-odds. */
export function sumPassage(model: PassageModel, values: readonly number[]): number {
  const share = sumTrees(model.forest, values)
  const odds = Math.log((share + DOUBT) / (1 + DOUBT - share))
  return (sumLinear(model.linear, values) + odds) / 2
}
