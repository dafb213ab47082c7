import { loadVectors } from '../../src/annotate/vectors/index.js'
import { getPairFeatures, PAIR_FEATURES } from '../../src/compare/conflict/pairFeatures.js'
import { readPairText } from '../../src/compare/conflict/pairText.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { type BoostOptions, DEFAULTS, type Example, trainBoosted } from './boost.js'
import { loadRelations } from './goldExamples.js'
import { createAugmenter, type LabelledPair, type PairLabel, readLabelledPairs } from './pairExamples.js'

export interface PairRow {
  readonly pair: LabelledPair
  readonly values: readonly number[]
}

/** What a pair of each set counts in training; `made` are pairs with a word swapped. */
export type SetWeights = Readonly<Record<LabelledPair['set'], number>>

/** All pairs with their features, and those made from them for training only. */
export function loadPairRows(): { readonly rows: readonly PairRow[]; readonly made: readonly PairRow[] } {
  const vectors = loadVectors()
  const relations = loadRelations()
  const toRow = (pair: LabelledPair): PairRow => ({
    pair,
    values: getPairFeatures(
      readPairText(pair.premise),
      readPairText(pair.hypothesis),
      relations,
      (a, b) => vectors.similarity(a, b) ?? 0,
    ),
  })
  const pairs = readLabelledPairs()
  const augmenter = createAugmenter(pairs, vectors, 3)
  const own = pairs.filter((pair) => pair.set !== 'negation')
  return { rows: pairs.map(toRow), made: own.flatMap((pair) => augmenter.augment(pair)).map(toRow) }
}

const OPTIONS: BoostOptions = { ...DEFAULTS, rounds: 120, depth: 4, rate: 0.05, leaf: 6, ridge: 3, columns: 0.3 }

/** One model that tells a label from the other two: the mean of a few that look at other columns. */
export function trainPairModel(
  rows: readonly PairRow[],
  label: PairLabel,
  weights: SetWeights,
  members = 3,
): TreeModel {
  const examples = rows.map(
    ({ pair, values }): Example => ({
      values,
      label: Number(pair.label === label),
      weight: weights[pair.set],
      group: pair.group,
    }),
  )
  const models = Array.from({ length: members }, (_, index) =>
    trainBoosted(examples, PAIR_FEATURES, { ...OPTIONS, seed: 1 + 77 * index }),
  )
  // A mean of sums is a sum of trees with smaller leaves.
  return {
    features: PAIR_FEATURES,
    base: models[0]!.base,
    trees: models.flatMap((model) =>
      model.trees.map((nodes) =>
        nodes.map((node) => (node[0] === -1 ? [-1, Number((node[1]! / members).toPrecision(5))] : node)),
      ),
    ),
    calibration: [1, 0],
  }
}
