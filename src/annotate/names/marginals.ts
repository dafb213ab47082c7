import { canFollow, continues, isOpen, LABEL_COUNT } from './labels.js'

const L = LABEL_COUNT

const BEFORE: readonly Int32Array[] = Array.from({ length: L }, (_, next) =>
  Int32Array.from({ length: L }, (_, previous) => previous).filter((previous) => canFollow(previous, next)),
)
const AFTER: readonly Int32Array[] = Array.from({ length: L }, (_, previous) =>
  Int32Array.from({ length: L }, (_, next) => next).filter((next) => canFollow(previous, next)),
)

/** Probabilities of labels under the model, from the same scores that decoding uses (forward and backward sums). */
export class Marginals {
  private readonly jump: Float64Array
  private readonly scale: number
  private forward = new Float64Array(0)
  private backward = new Float64Array(0)
  private weight = new Float64Array(0)

  /** `scale` is what a weight of 1 is in the integer scores. */
  constructor(transitions: Int32Array, scale: number) {
    this.jump = Float64Array.from(transitions, (value) => Math.exp(value / scale))
    this.scale = scale
  }

  /** Reads `n` tokens that no name reaches into or out of; then {@link probabilityOf} may be asked about them. O(n · labels²). */
  read(unary: Int32Array, n: number): void {
    if (this.forward.length < n * L) {
      this.forward = new Float64Array(n * L * 2)
      this.backward = new Float64Array(n * L * 2)
      this.weight = new Float64Array(n * L * 2)
    }
    this.weigh(unary, n)
    this.sumForward(n)
    this.sumBackward(n)
  }

  /** Probability that token `t` of the tokens read has the label. */
  probabilityOf(t: number, label: number): number {
    return (this.forward[t * L + label] as number) * (this.backward[t * L + label] as number)
  }

  private weigh(unary: Int32Array, n: number): void {
    for (let t = 0; t < n; t++) {
      const row = t * L
      let best = -Infinity
      for (let y = 0; y < L; y++) best = Math.max(best, unary[row + y] as number)
      for (let y = 0; y < L; y++) {
        let value = Math.exp(((unary[row + y] as number) - best) / this.scale)
        if (t === 0) value = continues(y) ? 0 : value * (this.jump[y] as number)
        if (t === n - 1) value = isOpen(y) ? 0 : value * (this.jump[y * L] as number)
        this.weight[row + y] = value
      }
    }
  }

  private sumForward(n: number): void {
    const { forward, weight, jump } = this
    for (let t = 0; t < n; t++) {
      const row = t * L
      let total = 0
      for (let y = 0; y < L; y++) {
        let value = t === 0 ? 1 : 0
        if (t > 0) {
          const before = BEFORE[y] as Int32Array
          for (let k = 0; k < before.length; k++) {
            const x = before[k] as number
            value += (forward[row - L + x] as number) * (jump[x * L + y] as number)
          }
        }
        forward[row + y] = value * (weight[row + y] as number)
        total += forward[row + y] as number
      }
      // Sums are scaled to 1 and the weights with them, so that forward times backward is a probability as it stands.
      for (let y = 0; y < L; y++) {
        forward[row + y] = (forward[row + y] as number) / total
        weight[row + y] = (weight[row + y] as number) / total
      }
    }
  }

  private sumBackward(n: number): void {
    const { backward, weight, jump } = this
    for (let y = 0; y < L; y++) backward[(n - 1) * L + y] = 1
    for (let t = n - 2; t >= 0; t--) {
      const next = (t + 1) * L
      for (let x = 0; x < L; x++) {
        const after = AFTER[x] as Int32Array
        let value = 0
        for (let k = 0; k < after.length; k++) {
          const y = after[k] as number
          value += (jump[x * L + y] as number) * (weight[next + y] as number) * (backward[next + y] as number)
        }
        backward[t * L + x] = value
      }
    }
  }
}
