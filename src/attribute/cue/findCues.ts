import { addEmission, type Crf, createFeatureBuffer, findProbabilities } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import type { Cue } from '../role/window.js'
import { addCueFeatures, type Children } from './cueFeatures.js'

/** A possible cue and how sure the tagger is that one starts here, [0, 1]. */
export interface CueCandidate extends Cue {
  readonly probability: number
}

/** Tags of the cue model: outside, first token of a cue, further token of it. */
export const CUE_TAGS = 3

/**
 * Words that may report speech, writing, belief or intention, in reading order, each with its probability.
 *
 * Sentences are read one by one; candidates below `least` are left out. The cue goes on while going on is likelier than not.
 */
export function findCues(reading: Reading, children: Children, crf: Crf, least: number): readonly CueCandidate[] {
  const found: CueCandidate[] = []
  const buffer = createFeatureBuffer()
  for (const sentence of reading.sentences) {
    const length = sentence.endToken - sentence.firstToken
    if (length <= 0) continue
    const scores = new Float32Array(length * CUE_TAGS)
    for (let i = 0; i < length; i++) {
      buffer.size = 0
      addCueFeatures(reading, children, sentence.firstToken + i, buffer)
      addEmission(crf, buffer, scores, i * CUE_TAGS)
    }
    const marginals = findProbabilities(crf, scores, length)
    for (let i = 0; i < length; i++) {
      const probability = marginals[i * CUE_TAGS + 1]!
      if (probability < least) continue
      let end = i + 1
      while (
        end < length &&
        marginals[end * CUE_TAGS + 2]! > Math.max(0.5 * probability, marginals[end * CUE_TAGS + 1]!)
      )
        end++
      found.push({ start: sentence.firstToken + i, end: sentence.firstToken + end, probability })
    }
  }
  return found
}
