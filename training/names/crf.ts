import { canFollow, continues, isOpen, LABEL_COUNT } from '../../src/annotate/names/labels.js'

const L = LABEL_COUNT

/** A linear-chain model over dense feature ids: `weights[feature * LABEL_COUNT + label]` and label-to-label scores. */
export interface CrfWeights {
  readonly weights: Float32Array
  readonly transitions: Float32Array
}

/** Training tokens: features of token `t` are `features[starts[t]..starts[t + 1])`; sequences are token ranges. */
export interface CrfData {
  readonly features: Int32Array
  readonly starts: Int32Array
  readonly labels: Uint8Array
  readonly sequences: readonly (readonly [number, number])[]
  readonly featureCount: number
  /** Scores that the features are added to, `base[token * LABEL_COUNT + label]`; none where missing. */
  readonly base?: Float32Array
}

const before: readonly (readonly number[])[] = Array.from({ length: L }, (_, next) =>
  Array.from({ length: L }, (_, previous) => previous).filter((previous) => canFollow(previous, next)),
)
const after: readonly (readonly number[])[] = Array.from({ length: L }, (_, previous) =>
  Array.from({ length: L }, (_, next) => next).filter((next) => canFollow(previous, next)),
)
const canStart = Array.from({ length: L }, (_, label) => !continues(label))
const canEnd = Array.from({ length: L }, (_, label) => !isOpen(label))

/**
 * Trains a conditional random field (Lafferty et al. 2001) by AdaGrad, one sequence at a time, with feature dropout.
 *
 * Dropout keeps words and clusters that say the same from leaning on one of them, so that unseen words fare better.
 * Deterministic for a seed. O(epochs · tokens · (features + labels)).
 */
export function trainCrf(
  data: CrfData,
  options: {
    readonly epochs: number
    readonly rate: number
    readonly dropout: number
    readonly decay: number
    /** The model is the mean of the states after so many last epochs: steadier than the last one alone. */
    readonly averaged: number
    readonly seed: number
    /** Label-to-label scores to keep as they are; learnt where missing. */
    readonly transitions?: Float32Array
    readonly log?: (epoch: number, loss: number, model: CrfWeights) => void
  },
): CrfWeights {
  const weights = new Float32Array(data.featureCount * L)
  const squares = new Float32Array(data.featureCount * L)
  const transitions = Float32Array.from(options.transitions ?? new Float32Array(L * L))
  const sum = new Float32Array(weights.length)
  const transitionSum = new Float32Array(L * L)
  const transitionSquares = new Float32Array(L * L)
  const random = createRandom(options.seed)
  const order = data.sequences.map((_, index) => index)
  const lastLoss = new Float64Array(order.length).fill(Infinity)
  const longest = Math.max(...data.sequences.map(([from, to]) => to - from))
  const widest = maximumWidth(data)
  const kept = new Int32Array(longest * widest)
  const keptStarts = new Int32Array(longest + 1)
  const unary = new Float64Array(longest * L)
  const alpha = new Float64Array(longest * L)
  const beta = new Float64Array(longest * L)
  const jump = new Float64Array(L * L)
  const keepScale = 1 / (1 - options.dropout)
  const model = { weights, transitions }

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random)
    // Falling steps: full at first, a fifth at the end.
    const rate = options.rate * (1 - (0.8 * (epoch - 1)) / Math.max(1, options.epochs - 1))
    let loss = 0
    for (const index of order) {
      // A sentence that was read without doubt moves nothing; two in three visits to it are saved.
      if ((lastLoss[index] as number) < 0.02 && random() < 0.67) continue
      const [from, to] = data.sequences[index] as readonly [number, number]
      const n = to - from
      let fill = 0
      for (let t = 0; t < n; t++) {
        keptStarts[t] = fill
        for (let f = data.starts[from + t] as number; f < (data.starts[from + t + 1] as number); f++) {
          if (random() >= options.dropout) kept[fill++] = data.features[f] as number
        }
      }
      keptStarts[n] = fill
      for (let k = 0; k < L * L; k++) jump[k] = Math.exp(transitions[k] as number)
      const own = forwardBackward(
        weights,
        n,
        kept,
        keptStarts,
        keepScale,
        unary,
        alpha,
        beta,
        jump,
        data.labels,
        from,
        transitions,
        data.base,
      )
      lastLoss[index] = own
      loss += own
      update(n, from, rate)
    }
    options.log?.(epoch, loss / data.labels.length, model)
    if (epoch > options.epochs - options.averaged) {
      for (let k = 0; k < weights.length; k++) sum[k] = (sum[k] as number) + (weights[k] as number) / options.averaged
      transitions.forEach((value, k) => {
        transitionSum[k] = (transitionSum[k] as number) + value / options.averaged
      })
    }
  }
  return { weights: sum, transitions: transitionSum }

  function update(n: number, from: number, rate: number): void {
    const gradient = new Float64Array(L)
    for (let t = 0; t < n; t++) {
      const gold = data.labels[from + t] as number
      for (let y = 0; y < L; y++) {
        gradient[y] = (y === gold ? 1 : 0) - (alpha[t * L + y] as number) * (beta[t * L + y] as number)
      }
      for (let y = 0; y < L; y++) {
        const g = (gradient[y] as number) * keepScale
        // Labels this certain move nothing that rounding keeps.
        if (g < 1e-3 && g > -1e-3) continue
        for (let k = keptStarts[t] as number; k < (keptStarts[t + 1] as number); k++) {
          const at = (kept[k] as number) * L + y
          const w = weights[at] as number
          const step = g - options.decay * w
          const square = (squares[at] as number) + step * step
          squares[at] = square
          weights[at] = w + (rate * step) / Math.sqrt(square + 1)
        }
      }
      if (t === 0) moveEdges(gradient, rate, 0, 1)
      if (t === n - 1) moveEdges(gradient, rate, 1, L)
      if (t === 0) continue
      const previousGold = data.labels[from + t - 1] as number
      for (let y = 0; y < L; y++) {
        const right = (beta[t * L + y] as number) * (unary[t * L + y] as number)
        for (const x of before[y] as readonly number[]) {
          const expected = (alpha[(t - 1) * L + x] as number) * (jump[x * L + y] as number) * right
          const g = (x === previousGold && y === gold ? 1 : 0) - expected
          if (g < 1e-3 && g > -1e-3) continue
          moveTransition(x * L + y, g, rate)
        }
      }
    }
  }

  /** Moves the scores from outside into each label (`stride` 1) or from each label to outside (`stride` L). */
  function moveEdges(gradient: Float64Array, rate: number, end: 0 | 1, stride: number): void {
    for (let y = 0; y < L; y++) {
      const g = gradient[y] as number
      if ((end === 0 ? canStart : canEnd)[y] && (g >= 1e-3 || g <= -1e-3)) moveTransition(y * stride, g, rate)
    }
  }

  function moveTransition(at: number, g: number, rate: number): void {
    if (options.transitions !== undefined) return
    const square = (transitionSquares[at] as number) + g * g
    transitionSquares[at] = square
    transitions[at] = (transitions[at] as number) + (rate * g) / Math.sqrt(square + 1)
  }
}

/** Fills `alpha` and `beta` so that their product is each label's probability; returns the sequence's loss in nats. */
function forwardBackward(
  weights: Float32Array,
  n: number,
  kept: Int32Array,
  starts: Int32Array,
  scale: number,
  unary: Float64Array,
  alpha: Float64Array,
  beta: Float64Array,
  jump: Float64Array,
  labels: Uint8Array,
  from: number,
  transitions: Float32Array,
  base: Float32Array | undefined,
): number {
  let loss = 0
  const scores = new Float64Array(L)
  for (let t = 0; t < n; t++) {
    scores.fill(0)
    for (let k = starts[t] as number; k < (starts[t + 1] as number); k++) {
      const row = (kept[k] as number) * L
      for (let y = 0; y < L; y++) scores[y] = (scores[y] as number) + (weights[row + y] as number)
    }
    let best = -Infinity
    for (let y = 0; y < L; y++) {
      scores[y] = (scores[y] as number) * scale + (base?.[(from + t) * L + y] ?? 0)
      if ((scores[y] as number) > best) best = scores[y] as number
    }
    for (let y = 0; y < L; y++) {
      // What stands before and after a sequence is outside any name.
      let value = Math.exp((scores[y] as number) - best)
      if (t === 0) value *= jump[y] as number
      if (t === n - 1) value *= jump[y * L] as number
      unary[t * L + y] = value
    }
    const gold = labels[from + t] as number
    loss -= (scores[gold] as number) - best
    loss -= transitions[(t > 0 ? (labels[from + t - 1] as number) : 0) * L + gold] as number
    if (t === n - 1) loss -= transitions[gold * L] as number
    let sum = 0
    for (let y = 0; y < L; y++) {
      let value = 0
      if (t === 0) value = canStart[y] ? 1 : 0
      else {
        for (const x of before[y] as readonly number[]) {
          value += (alpha[(t - 1) * L + x] as number) * (jump[x * L + y] as number)
        }
      }
      if (t === n - 1 && !canEnd[y]) value = 0
      value *= unary[t * L + y] as number
      alpha[t * L + y] = value
      sum += value
    }
    for (let y = 0; y < L; y++) alpha[t * L + y] = (alpha[t * L + y] as number) / sum
    // `unary` now carries the step's scale, so that alpha · jump · unary · beta is a probability as it stands.
    for (let y = 0; y < L; y++) unary[t * L + y] = (unary[t * L + y] as number) / sum
    loss += Math.log(sum)
  }
  for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = 1
  for (let t = n - 2; t >= 0; t--) {
    for (let x = 0; x < L; x++) {
      let value = 0
      for (const y of after[x] as readonly number[]) {
        value += (jump[x * L + y] as number) * (unary[(t + 1) * L + y] as number) * (beta[(t + 1) * L + y] as number)
      }
      beta[t * L + x] = value
    }
  }
  return loss
}

/** Scores of all labels at all tokens, laid out as `base`; what `base` holds is included. */
export function scoreTokens(model: CrfWeights, data: Omit<CrfData, 'labels' | 'featureCount'>): Float32Array {
  const scores = data.base ? Float32Array.from(data.base) : new Float32Array((data.starts.length - 1) * L)
  for (let t = 0; t + 1 < data.starts.length; t++) {
    for (let k = data.starts[t] as number; k < (data.starts[t + 1] as number); k++) {
      const row = (data.features[k] as number) * L
      for (let y = 0; y < L; y++) scores[t * L + y] = (scores[t * L + y] as number) + (model.weights[row + y] as number)
    }
  }
  return scores
}

function maximumWidth(data: CrfData): number {
  let widest = 0
  for (let t = 0; t + 1 < data.starts.length; t++) {
    widest = Math.max(widest, (data.starts[t + 1] as number) - (data.starts[t] as number))
  }
  return widest
}

/** Numbers in [0, 1) from a seed (xorshift32); the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
}
