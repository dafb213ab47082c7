import type { Crf } from '../../src/attribute/model/crf.js'

/**
 * The mean of several trainings of one tagger, weight by weight: its scores are the mean of theirs. All have the same tags and rows;
 * there is at least one.
 *
 * Source: McDonald, Hall and Mann 2010 (parameter mixing).
 */
export function mixCrfs(trainings: readonly Crf[]): Crf {
  const [first] = trainings
  if (first === undefined) throw new Error('no trainings to mix: train at least one')
  const weights = new Float32Array(first.weights.length)
  const transitions = new Float32Array(first.transitions.length)
  for (const training of trainings) {
    const share = training.scale / trainings.length
    for (let k = 0; k < weights.length; k++) weights[k]! += training.weights[k]! * share
    for (let k = 0; k < transitions.length; k++) transitions[k]! += training.transitions[k]! / trainings.length
  }
  return { ...first, weights, scale: 1, transitions }
}
