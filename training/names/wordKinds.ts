import type { VectorTable } from '../vectors/glove.js'
import { createRandom } from './crf.js'

/** Shares of each kind among a word's occurrences, and how much they count in training. */
export interface KindExample {
  /** Row in the vector table. */
  readonly row: number
  readonly shares: Float64Array
  readonly weight: number
}

interface Network {
  readonly hidden: Float64Array
  readonly output: Float64Array
}

const HIDDEN = 64

/**
 * Probability of each kind for every row of the table, learnt from the examples by a one-layer network.
 *
 * A word that is an example gets its figures from a network that did not see it (five folds), so that a model trained
 * on them learns how far to trust them on words it never met; other words get the mean of the five.
 */
export function predictKinds(
  table: VectorTable,
  examples: readonly KindExample[],
  kinds: number,
  options: { readonly epochs: number; readonly seed: number },
): Float32Array {
  const folds = 5
  const foldOf = new Map(examples.map((example, index) => [example.row, index % folds]))
  const result = new Float32Array(table.words.length * kinds)
  const networks = Array.from({ length: folds }, (_, fold) =>
    trainNetwork(
      table,
      examples.filter((_, index) => index % folds !== fold),
      kinds,
      { ...options, seed: options.seed + fold },
    ),
  )
  const state = {
    input: new Float64Array(table.dimensions),
    hidden: new Float64Array(HIDDEN),
    output: new Float64Array(kinds),
  }
  for (let row = 0; row < table.words.length; row++) {
    const own = foldOf.get(row)
    networks.forEach((network, fold) => {
      if (own !== undefined && own !== fold) return
      forward(network, table, row, kinds, state)
      const share = own === undefined ? 1 / folds : 1
      for (let k = 0; k < kinds; k++) {
        result[row * kinds + k] = (result[row * kinds + k] as number) + share * (state.output[k] as number)
      }
    })
  }
  return result
}

function forward(
  network: Network,
  table: VectorTable,
  row: number,
  kinds: number,
  state: { readonly input: Float64Array; readonly hidden: Float64Array; readonly output: Float64Array },
): void {
  const d = table.dimensions
  let length = 0
  for (let i = 0; i < d; i++) length += (table.values[row * d + i] as number) ** 2
  const scale = 5 / Math.sqrt(length || 1)
  for (let i = 0; i < d; i++) state.input[i] = (table.values[row * d + i] as number) * scale
  for (let h = 0; h < HIDDEN; h++) {
    let sum = network.hidden[h * (d + 1) + d] as number
    for (let i = 0; i < d; i++) sum += (network.hidden[h * (d + 1) + i] as number) * (state.input[i] as number)
    state.hidden[h] = Math.tanh(sum)
  }
  let total = 0
  for (let k = 0; k < kinds; k++) {
    let sum = network.output[k * (HIDDEN + 1) + HIDDEN] as number
    for (let h = 0; h < HIDDEN; h++) {
      sum += (network.output[k * (HIDDEN + 1) + h] as number) * (state.hidden[h] as number)
    }
    state.output[k] = Math.exp(sum)
    total += state.output[k] as number
  }
  for (let k = 0; k < kinds; k++) state.output[k] = (state.output[k] as number) / total
}

function trainNetwork(
  table: VectorTable,
  examples: readonly KindExample[],
  kinds: number,
  options: { readonly epochs: number; readonly seed: number },
): Network {
  const d = table.dimensions
  const random = createRandom(options.seed * 7919 + 13)
  const network = {
    hidden: Float64Array.from({ length: HIDDEN * (d + 1) }, () => (random() - 0.5) * 0.3),
    output: Float64Array.from({ length: kinds * (HIDDEN + 1) }, () => (random() - 0.5) * 0.3),
  }
  const state = { input: new Float64Array(d), hidden: new Float64Array(HIDDEN), output: new Float64Array(kinds) }
  const back = new Float64Array(HIDDEN)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = 0.02 * (1 - epoch / options.epochs)
    for (let step = 0; step < examples.length; step++) {
      const example = examples[Math.floor(random() * examples.length)] as KindExample
      forward(network, table, example.row, kinds, state)
      back.fill(0)
      for (let k = 0; k < kinds; k++) {
        const g = rate * example.weight * ((example.shares[k] as number) - (state.output[k] as number))
        const base = k * (HIDDEN + 1)
        for (let h = 0; h < HIDDEN; h++) {
          back[h] = (back[h] as number) + g * (network.output[base + h] as number)
          network.output[base + h] = (network.output[base + h] as number) * (1 - 1e-5) + g * (state.hidden[h] as number)
        }
        network.output[base + HIDDEN] = (network.output[base + HIDDEN] as number) + g
      }
      for (let h = 0; h < HIDDEN; h++) {
        const g = (back[h] as number) * (1 - (state.hidden[h] as number) ** 2)
        const base = h * (d + 1)
        for (let i = 0; i < d; i++) {
          network.hidden[base + i] = (network.hidden[base + i] as number) * (1 - 1e-5) + g * (state.input[i] as number)
        }
        network.hidden[base + d] = (network.hidden[base + d] as number) + g
      }
    }
  }
  return network
}
