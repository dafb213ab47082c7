import { addEmission, computeMarginals, type Crf, type FeatureBuffer } from '../../src/attribute/model/crf.js'

/** One sequence to learn from: the features of each token, flat, and its tags. */
export interface Example {
  /** Features of all tokens, one after the other. */
  readonly features: Int32Array
  /** `features` of token `i` are `[offsets[i], offsets[i + 1])`. */
  readonly offsets: Int32Array
  readonly tags: Uint8Array
}

export interface TrainOptions {
  readonly tags: number
  /** Rows of weights: 2 to this power. */
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  /** Strength of the quadratic penalty, per update of a weight. */
  readonly penalty: number
  readonly seed: number
  /** Share of each token's features left out at random in each pass, [0, 1): keeps rare words from explaining everything. */
  readonly dropout?: number
  /** Called after each epoch with the mean log-likelihood of a token. */
  readonly onEpoch?: (epoch: number, likelihood: number) => void
}

/** Packs a list of feature lists. */
export function packExample(lists: readonly Int32Array[], tags: Uint8Array): Example {
  const offsets = new Int32Array(lists.length + 1)
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length
  })
  const features = new Int32Array(offsets[lists.length]!)
  lists.forEach((list, i) => {
    features.set(list, offsets[i]!)
  })
  return { features, offsets, tags }
}

/** Copies what a buffer holds and empties it. */
export function takeFeatures(buffer: FeatureBuffer): Int32Array {
  const taken = buffer.ids.slice(0, buffer.size)
  buffer.size = 0
  return taken
}

/**
 * Learns a linear-chain CRF by AdaGrad on the log-likelihood with a quadratic penalty.
 *
 * Deterministic for a seed. One pass over 800,000 tokens with 40 features takes about ten seconds.
 */
export function trainCrf(examples: readonly Example[], options: TrainOptions): Crf {
  const { tags, bits, rate, penalty, dropout = 0 } = options
  const rows = 2 ** bits
  const weights = new Float32Array(rows * tags)
  const squares = new Float32Array(rows * tags).fill(1e-2)
  const transitions = new Float32Array((tags + 1) * tags)
  const transitionSquares = new Float32Array((tags + 1) * tags).fill(1e-2)
  const crf: Crf = { tags, mask: rows - 1, weights, scale: 1, transitions }
  // The mean of the weights after each later epoch is steadier than the last ones.
  const sums = {
    weights: new Float32Array(weights.length),
    transitions: new Float32Array(transitions.length),
    count: 0,
  }
  const order = examples.map((_, i) => i)
  const random = createRandom(options.seed)
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random)
    let likelihood = 0
    let seen = 0
    for (const place of order) {
      const example = examples[place]!
      if (example.tags.length === 0) continue
      const seenPart = dropout === 0 ? example : dropFeatures(example, dropout, random)
      likelihood += update(crf, seenPart, weights, squares, transitions, transitionSquares, rate, penalty)
      seen += example.tags.length
    }
    options.onEpoch?.(epoch, likelihood / seen)
    if (epoch * 2 > options.epochs) {
      sums.count++
      weights.forEach((weight, k) => {
        sums.weights[k]! += weight
      })
      transitions.forEach((weight, k) => {
        sums.transitions[k]! += weight
      })
    }
  }
  const share = sums.count / (1 - dropout)
  const mean = (values: Float32Array, count: number): Float32Array => values.map((value) => value / count)
  return { ...crf, weights: mean(sums.weights, share), transitions: mean(sums.transitions, sums.count) }
}

/** The example without a random share of its features. Scores fall with them, so the model is scaled by what was kept. */
function dropFeatures(example: Example, share: number, random: () => number): Example {
  const { features, offsets, tags } = example
  const kept = new Int32Array(features.length)
  const places = new Int32Array(offsets.length)
  let size = 0
  for (let i = 0; i < tags.length; i++) {
    for (let f = offsets[i]!; f < offsets[i + 1]!; f++) if (random() >= share) kept[size++] = features[f]!
    places[i + 1] = size
  }
  return { features: kept, offsets: places, tags }
}

function update(
  crf: Crf,
  example: Example,
  weights: Float32Array,
  squares: Float32Array,
  transitions: Float32Array,
  transitionSquares: Float32Array,
  rate: number,
  penalty: number,
): number {
  const { tags, mask } = crf
  const { features, offsets } = example
  const length = example.tags.length
  const scores = new Float32Array(length * tags)
  for (let i = 0; i < length; i++) scoreToken(crf, features, offsets[i]!, offsets[i + 1]!, scores, i * tags)
  const { marginals, logPartition, forward, backward } = computeMarginals(crf, scores, length)
  let score = 0
  for (let i = 0; i < length; i++) {
    const tag = example.tags[i]!
    score += scores[i * tags + tag]! + transitions[(i === 0 ? tags : example.tags[i - 1]!) * tags + tag]!
  }
  // Transitions: expected counts of each pair of tags.
  const gradient = new Float64Array(transitions.length)
  for (let tag = 0; tag < tags; tag++) gradient[tags * tags + tag]! -= marginals[tag]!
  gradient[tags * tags + example.tags[0]!]! += 1
  for (let i = 1; i < length; i++) {
    for (let before = 0; before < tags; before++) {
      for (let tag = 0; tag < tags; tag++) {
        const log =
          forward[(i - 1) * tags + before]! +
          transitions[before * tags + tag]! +
          scores[i * tags + tag]! +
          backward[i * tags + tag]!
        gradient[before * tags + tag]! -= Math.exp(log - logPartition)
      }
    }
    gradient[example.tags[i - 1]! * tags + example.tags[i]!]! += 1
  }
  for (let k = 0; k < gradient.length; k++) {
    const slope = gradient[k]!
    transitionSquares[k]! += slope * slope
    transitions[k]! += (rate * slope) / Math.sqrt(transitionSquares[k]!)
  }
  for (let i = 0; i < length; i++) {
    for (let tag = 0; tag < tags; tag++) {
      const slope = (tag === example.tags[i]! ? 1 : 0) - marginals[i * tags + tag]!
      if (slope < 1e-4 && slope > -1e-4) continue
      for (let f = offsets[i]!; f < offsets[i + 1]!; f++) {
        const at = (features[f]! & mask) * tags + tag
        const step = slope - penalty * weights[at]!
        squares[at]! += step * step
        weights[at]! += (rate * step) / Math.sqrt(squares[at]!)
      }
    }
  }
  return score - logPartition
}

function scoreToken(crf: Crf, features: Int32Array, from: number, to: number, scores: Float32Array, at: number): void {
  const { tags, mask, weights } = crf
  for (let f = from; f < to; f++) {
    const row = (features[f]! & mask) * tags
    for (let tag = 0; tag < tags; tag++) scores[at + tag]! += weights[row + tag]!
  }
}

/** Emission scores of a packed example, for decoding while training. */
export function scoreExample(crf: Crf, example: Example): Float32Array {
  const { tags } = crf
  const length = example.tags.length
  const scores = new Float32Array(length * tags)
  const buffer: FeatureBuffer = { ids: example.features, size: 0 }
  for (let i = 0; i < length; i++) {
    const view = { ids: buffer.ids.subarray(example.offsets[i]!, example.offsets[i + 1]!), size: 0 }
    view.size = view.ids.length
    addEmission(crf, view, scores, i * tags)
  }
  return scores
}

/** Numbers in [0, 1) from a seed: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = values[i]!
    values[i] = values[j]!
    values[j] = held
  }
}
