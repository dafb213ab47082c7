import { canFollow, continues, isOpen, LABEL_COUNT } from './labels.js'

const L = LABEL_COUNT

/** For each label the labels that may stand before it. */
const BEFORE: readonly Int32Array[] = Array.from({ length: L }, (_, next) =>
  Int32Array.from({ length: L }, (_, previous) => previous).filter((previous) => canFollow(previous, next)),
)

/** Buffers of one decoder, grown to the longest sentence met. */
export interface DecodeBuffers {
  score: Float64Array
  back: Uint8Array
}

/**
 * Best well-formed labels of `n` tokens that no name reaches into or out of (Viterbi): writes them into `out` from `at`.
 *
 * `unary[(t · LABEL_COUNT) + label]` and `transitions[(previous · LABEL_COUNT) + label]` may be on any one scale.
 * O(n · labels²), with impossible pairs left out.
 */
export function decodeLabels(
  unary: ArrayLike<number>,
  n: number,
  transitions: ArrayLike<number>,
  buffers: DecodeBuffers,
  out: Uint8Array,
  at: number,
): void {
  if (n === 0) return
  if (buffers.score.length < n * L) {
    buffers.score = new Float64Array(n * L * 2)
    buffers.back = new Uint8Array(n * L * 2)
  }
  const { score, back } = buffers
  for (let y = 0; y < L; y++) score[y] = continues(y) ? -Infinity : (unary[y] as number) + (transitions[y] as number)
  for (let t = 1; t < n; t++) {
    const row = t * L
    const last = row - L
    for (let y = 0; y < L; y++) {
      const previous = BEFORE[y] as Int32Array
      let best = -Infinity
      let from = 0
      for (let k = 0; k < previous.length; k++) {
        const x = previous[k] as number
        const value = (score[last + x] as number) + (transitions[x * L + y] as number)
        if (value > best) {
          best = value
          from = x
        }
      }
      score[row + y] = best + (unary[row + y] as number)
      back[row + y] = from
    }
  }
  const end = (n - 1) * L
  let label = 0
  let high = -Infinity
  for (let y = 0; y < L; y++) {
    const value = (score[end + y] as number) + (transitions[y * L] as number)
    if (isOpen(y) || value <= high) continue
    high = value
    label = y
  }
  for (let t = n - 1; t >= 0; t--) {
    out[at + t] = label
    label = back[t * L + label] as number
  }
}
