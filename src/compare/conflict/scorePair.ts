import { loadVectors } from '../../annotate/vectors/index.js'
import { type LinearModel, sumLinear } from './linear.js'
import { type ConflictModel, loadConflictModel } from './loadModel.js'
import { getPairFeatures } from './pairFeatures.js'
import { readPairText } from './pairText.js'
import { sumTrees, type TreeModel } from './trees.js'

/** Trees and a logistic regression over the same features; their log-odds are averaged. */
export interface PairModel {
  readonly trees: TreeModel
  readonly linear: LinearModel
}

/** The averaged log-odds. */
export function sumPair(model: PairModel, values: readonly number[]): number {
  return (sumTrees(model.trees, values) + sumLinear(model.linear, values)) / 2
}

/** How one passage bears on another, by words alone. The three add up to 1. */
export interface PairScore {
  readonly against: number
  readonly for: number
  readonly neither: number
}

/**
 * Whether the first passage contradicts, supports or says nothing of the second.
 *
 * Both are a sentence or two of plain text. Not symmetric: the second is what is claimed. Cost is the product of their words.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED` when no model is given and the shipped one cannot be read
 */
export function scorePair(
  premise: string,
  claim: string,
  options: { readonly model?: Pick<ConflictModel, 'relations' | 'pairAgainst' | 'pairFor'> } = {},
): PairScore {
  const model = options.model ?? loadConflictModel()
  const vectors = loadVectors()
  const values = getPairFeatures(
    readPairText(premise),
    readPairText(claim),
    model.relations,
    (a, b) => vectors.similarity(a, b) ?? 0,
  )
  const against = Math.exp(sumPair(model.pairAgainst, values))
  const support = Math.exp(sumPair(model.pairFor, values))
  // Odds against the rest each: normalised, since the two models do not know of each other.
  const total = 1 + against + support
  return { against: against / total, for: support / total, neither: 1 / total }
}
