import { FeatureList, findBestPath, TRANSITION_TEMPLATE } from '../../src/model/index.js'
import { Perceptron, type TrainedRows } from './perceptron.js'
import { createRandom, shuffle } from './random.js'

/** One sequence to learn from: gold label numbers and the function that writes its features. */
export interface Example {
  readonly gold: Uint8Array
  /** See `WriteFeatures` of `src/model`; `history` holds label numbers given so far. */
  readonly writeFeatures: (index: number, history: Uint8Array, out: FeatureList) => void
}

export interface TrainOptions {
  /** Number of labels. */
  readonly labels: number
  readonly epochs: number
  readonly seed: number
  /** Features seen fewer times than this in the training data are left out; 1 keeps all. */
  readonly leastCount?: number
  /** Features whose weights changed fewer times than this take no part; 0 keeps all. Makes models smaller. */
  readonly leastChanges?: number
  /** Hashes of the only features to be used; all when left out. */
  readonly features?: readonly number[]
  /** Told after each epoch: number, share of right decisions while training. */
  readonly onEpoch?: (epoch: number, accuracy: number, weights: () => TrainedRows) => void
}

/** Trains a left-to-right tagger on its own predictions as history, so that it learns to live with its errors. */
export function trainGreedy(examples: readonly Example[], options: TrainOptions): TrainedRows {
  const perceptron = new Perceptron(options.leastChanges)
  if (options.features !== undefined) perceptron.allowOnly(options.features)
  const features = new FeatureList()
  if ((options.leastCount ?? 1) > 1) countAll(perceptron, examples, features, options.leastCount ?? 1)
  const random = createRandom(options.seed)
  const order = [...examples]
  const scores = new Float64Array(options.labels)
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    shuffle(order, random)
    let right = 0
    let total = 0
    for (const example of order) {
      const history = new Uint8Array(example.gold.length)
      for (let index = 0; index < example.gold.length; index += 1) {
        features.clear()
        example.writeFeatures(index, history, features)
        scores.fill(0)
        perceptron.addScores(features.hashes, features.count, scores)
        const guess = findHighest(scores)
        const gold = example.gold[index]!
        if (guess === gold) right += 1
        else {
          perceptron.update(features.hashes, features.count, gold, 1)
          perceptron.update(features.hashes, features.count, guess, -1)
        }
        perceptron.step += 1
        total += 1
        history[index] = guess
      }
    }
    options.onEpoch?.(epoch, right / total, () => perceptron.average())
  }
  return perceptron.average()
}

/**
 * Trains a first-order sequence tagger (structured perceptron, decoded by Viterbi under `isAllowed`).
 *
 * `labelNames` are the labels in number order; forbidden transitions never occur in the gold labels or are ignored there.
 * Costs labels² a position and epoch.
 */
export function trainBest(
  examples: readonly Example[],
  labelNames: readonly string[],
  isAllowed: (from: string | null, to: string) => boolean,
  options: Omit<TrainOptions, 'labels'>,
): TrainedRows {
  const count = labelNames.length
  const perceptron = new Perceptron(options.leastChanges)
  if (options.features !== undefined) perceptron.allowOnly(options.features)
  const features = new FeatureList()
  if ((options.leastCount ?? 1) > 1) {
    countAll(perceptron, examples, features, options.leastCount ?? 1, transitionHashes(count))
  }
  const allowed = new Uint8Array((count + 1) * count)
  for (let from = 0; from <= count; from += 1) {
    for (let to = 0; to < count; to += 1) {
      if (isAllowed(from === count ? null : labelNames[from]!, labelNames[to]!)) allowed[from * count + to] = 1
    }
  }
  const hashes = transitionHashes(count)
  const steps = new Float64Array((count + 1) * count)
  const random = createRandom(options.seed)
  const order = [...examples]
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    shuffle(order, random)
    let right = 0
    let total = 0
    for (const example of order) {
      const length = example.gold.length
      const none = new Uint8Array(length)
      const emissions = new Float64Array(length * count)
      const kept: Int32Array[] = []
      for (let index = 0; index < length; index += 1) {
        features.clear()
        example.writeFeatures(index, none, features)
        kept.push(features.hashes.slice(0, features.count))
        perceptron.addScores(features.hashes, features.count, emissions.subarray(index * count, (index + 1) * count))
      }
      const guess = findBestPath(emissions, { scores: steps, allowed }, length, count)
      for (let index = 0; index < length; index += 1) {
        const gold = example.gold[index]!
        total += 1
        if (guess[index] === gold) right += 1
        else {
          perceptron.update(kept[index]!, kept[index]!.length, gold, 1)
          perceptron.update(kept[index]!, kept[index]!.length, guess[index]!, -1)
        }
        const before = index === 0 ? count : example.gold[index - 1]!
        const guessBefore = index === 0 ? count : guess[index - 1]!
        if (before === guessBefore && gold === guess[index]) continue
        perceptron.update(hashes.subarray(before, before + 1), 1, gold, 1)
        perceptron.update(hashes.subarray(guessBefore, guessBefore + 1), 1, guess[index]!, -1)
        steps[before * count + gold]! += 1
        steps[guessBefore * count + guess[index]!]! -= 1
      }
      perceptron.step += 1
    }
    options.onEpoch?.(epoch, right / total, () => perceptron.average())
  }
  return perceptron.average()
}

function transitionHashes(count: number): Int32Array {
  const features = new FeatureList()
  for (let from = 0; from <= count; from += 1) features.add(TRANSITION_TEMPLATE, from)
  return features.hashes.slice(0, features.count)
}

function countAll(
  perceptron: Perceptron,
  examples: readonly Example[],
  features: FeatureList,
  least: number,
  always: Int32Array = new Int32Array(0),
): void {
  for (const example of examples) {
    // gold labels as history: close to what a trained tagger sees
    for (let index = 0; index < example.gold.length; index += 1) {
      features.clear()
      example.writeFeatures(index, example.gold, features)
      perceptron.countFeatures(features.hashes, features.count)
    }
  }
  for (let time = 0; time < least; time += 1) perceptron.countFeatures(always, always.length)
  perceptron.keepFrequent(least)
}

function findHighest(scores: Float64Array): number {
  let best = 0
  for (let index = 1; index < scores.length; index += 1) if (scores[index]! > scores[best]!) best = index
  return best
}
