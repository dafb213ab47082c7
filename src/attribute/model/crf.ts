/**
 * A linear-chain conditional random field over hashed features.
 *
 * A feature is a 32-bit number; its low bits pick a row of `weights`, which holds one weight per tag. `transitions` has a row per
 * tag before and one more for the start of the sequence.
 */
export interface Crf {
  readonly tags: number
  /** Rows of `weights` less one; the number of rows is a power of two. */
  readonly mask: number
  readonly weights: Int8Array | Float32Array
  /** What a unit of `weights` is worth. */
  readonly scale: number
  readonly transitions: Float32Array
}

/** A growing list of features, reused from token to token so that nothing is allocated in the inner loop. */
export interface FeatureBuffer {
  readonly ids: Int32Array
  size: number
}

// 160: twice what any feature function here adds for one token.
const CAPACITY = 160

/** An empty buffer. */
export function createFeatureBuffer(): FeatureBuffer {
  return { ids: new Int32Array(CAPACITY), size: 0 }
}

/** Adds a feature made of a template's number and up to three values. */
export function addFeature(buffer: FeatureBuffer, template: number, a: number, b = 0, c = 0): void {
  let hash = Math.imul(template + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ a, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ b, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash ^ c, 0x27d4eb2f)
  hash ^= hash >>> 16
  buffer.ids[buffer.size++] = hash
}

/** Adds what the buffer's features say of each tag to `scores[at …]`. */
export function addEmission(crf: Crf, buffer: FeatureBuffer, scores: Float32Array, at: number): void {
  const { tags, mask, weights, scale } = crf
  if (tags === 3) {
    // Both taggers have three tags; sums in registers take half the time of the general loop.
    let a = 0
    let b = 0
    let c = 0
    const { ids, size } = buffer
    for (let i = 0; i < size; i++) {
      const row = (ids[i]! & mask) * 3
      a += weights[row]!
      b += weights[row + 1]!
      c += weights[row + 2]!
    }
    scores[at]! += a * scale
    scores[at + 1]! += b * scale
    scores[at + 2]! += c * scale
    return
  }
  for (let i = 0; i < buffer.size; i++) {
    const row = (buffer.ids[i]! & mask) * tags
    for (let tag = 0; tag < tags; tag++) scores[at + tag]! += weights[row + tag]! * scale
  }
}

/** The best sequence of tags for `length` tokens with these emission scores; `scores[i * tags + tag]`. */
export function decode(crf: Crf, scores: Float32Array, length: number): Uint8Array {
  const { tags, transitions } = crf
  const best = new Float32Array(length * tags)
  const from = new Uint8Array(length * tags)
  for (let tag = 0; tag < tags; tag++) best[tag] = transitions[tags * tags + tag]! + scores[tag]!
  for (let i = 1; i < length; i++) {
    for (let tag = 0; tag < tags; tag++) {
      let top = Number.NEGATIVE_INFINITY
      let origin = 0
      for (let before = 0; before < tags; before++) {
        const score = best[(i - 1) * tags + before]! + transitions[before * tags + tag]!
        if (score > top) {
          top = score
          origin = before
        }
      }
      best[i * tags + tag] = top + scores[i * tags + tag]!
      from[i * tags + tag] = origin
    }
  }
  const path = new Uint8Array(length)
  if (length === 0) return path
  let tag = 0
  for (let other = 1; other < tags; other++) {
    if (best[(length - 1) * tags + other]! > best[(length - 1) * tags + tag]!) tag = other
  }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = tag
    tag = from[i * tags + tag]!
  }
  return path
}

/**
 * Probability of each tag at each token, `[i * tags + tag]`. The forward-backward algorithm on scaled probabilities: a third of the time
 * of {@link computeMarginals}, which training needs for its logarithms.
 */
export function findProbabilities(crf: Crf, scores: Float32Array, length: number): Float32Array {
  const { tags, transitions } = crf
  const steps = Float64Array.from(transitions, Math.exp)
  const emissions = new Float64Array(length * tags)
  for (let i = 0; i < length; i++) {
    let top = scores[i * tags]!
    for (let tag = 1; tag < tags; tag++) top = Math.max(top, scores[i * tags + tag]!)
    for (let tag = 0; tag < tags; tag++) emissions[i * tags + tag] = Math.exp(scores[i * tags + tag]! - top)
  }
  const forward = new Float64Array(length * tags)
  for (let i = 0; i < length; i++) {
    let sum = 0
    for (let tag = 0; tag < tags; tag++) {
      let mass = 0
      if (i === 0) mass = steps[tags * tags + tag]!
      else
        for (let before = 0; before < tags; before++)
          mass += forward[(i - 1) * tags + before]! * steps[before * tags + tag]!
      mass *= emissions[i * tags + tag]!
      forward[i * tags + tag] = mass
      sum += mass
    }
    for (let tag = 0; tag < tags; tag++) forward[i * tags + tag]! /= sum
  }
  const found = new Float32Array(length * tags)
  const after = new Float64Array(tags).fill(1)
  const here = new Float64Array(tags)
  for (let i = length - 1; i >= 0; i--) {
    let sum = 0
    for (let tag = 0; tag < tags; tag++) sum += forward[i * tags + tag]! * after[tag]!
    for (let tag = 0; tag < tags; tag++) found[i * tags + tag] = (forward[i * tags + tag]! * after[tag]!) / sum
    let scale = 0
    for (let tag = 0; tag < tags; tag++) {
      let mass = 0
      for (let next = 0; next < tags; next++)
        mass += steps[tag * tags + next]! * emissions[i * tags + next]! * after[next]!
      here[tag] = mass
      scale += mass
    }
    for (let tag = 0; tag < tags; tag++) after[tag] = here[tag]! / scale
  }
  return found
}

/** Probability of each tag at each token, `[i * tags + tag]`, by the forward-backward algorithm; the log partition in the end. */
export function computeMarginals(
  crf: Crf,
  scores: Float32Array,
  length: number,
): {
  readonly marginals: Float32Array
  readonly logPartition: number
  readonly forward: Float64Array
  readonly backward: Float64Array
} {
  const { tags, transitions } = crf
  const forward = new Float64Array(length * tags)
  const backward = new Float64Array(length * tags)
  const sums = new Float64Array(tags)
  for (let tag = 0; tag < tags; tag++) forward[tag] = transitions[tags * tags + tag]! + scores[tag]!
  for (let i = 1; i < length; i++) {
    for (let tag = 0; tag < tags; tag++) {
      for (let before = 0; before < tags; before++) {
        sums[before] = forward[(i - 1) * tags + before]! + transitions[before * tags + tag]!
      }
      forward[i * tags + tag] = addLogs(sums) + scores[i * tags + tag]!
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let tag = 0; tag < tags; tag++) {
      for (let after = 0; after < tags; after++) {
        sums[after] =
          transitions[tag * tags + after]! + scores[(i + 1) * tags + after]! + backward[(i + 1) * tags + after]!
      }
      backward[i * tags + tag] = addLogs(sums)
    }
  }
  for (let tag = 0; tag < tags; tag++) sums[tag] = forward[(length - 1) * tags + tag]!
  const logPartition = addLogs(sums)
  const marginals = new Float32Array(length * tags)
  for (let i = 0; i < length * tags; i++) marginals[i] = Math.exp(forward[i]! + backward[i]! - logPartition)
  return { marginals, logPartition, forward, backward }
}

function addLogs(values: Float64Array): number {
  let top = values[0]!
  for (let i = 1; i < values.length; i++) if (values[i]! > top) top = values[i]!
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += Math.exp(values[i]! - top)
  return top + Math.log(sum)
}
