import { describe, expect, it } from 'vitest'
import {
  addEmission,
  addFeature,
  type Crf,
  computeMarginals,
  createFeatureBuffer,
  decode,
  findProbabilities,
} from './crf.js'

const TAGS = 3
const transitions = Float32Array.of(0.5, -1, 0.2, -0.3, 0.8, 0, 0.1, 0.4, -0.6, 0.3, 0, -0.5)
const crf: Crf = { tags: TAGS, mask: 7, weights: new Float32Array(24), scale: 1, transitions }
const scores = Float32Array.of(0.1, 0.7, -0.2, 1.1, 0, 0.4, -0.5, 0.9, 0.6, 0.3, 0.2, 0)
const LENGTH = 4

/** Every tag sequence with its score. */
function enumerate(): readonly { readonly path: readonly number[]; readonly score: number }[] {
  return Array.from({ length: TAGS ** LENGTH }, (_, code) => {
    const path = Array.from({ length: LENGTH }, (_, i) => Math.floor(code / TAGS ** i) % TAGS)
    const score = path.reduce(
      (sum, tag, i) => sum + scores[i * TAGS + tag]! + transitions[(i === 0 ? TAGS : path[i - 1]!) * TAGS + tag]!,
      0,
    )
    return { path, score }
  })
}

describe('crf', () => {
  it('decodes the best of all sequences', () => {
    const [best] = [...enumerate()].sort((a, b) => b.score - a.score)
    expect([...decode(crf, scores, LENGTH)]).toEqual(best!.path)
  })

  it('gives the probabilities that counting all sequences gives', () => {
    const all = enumerate()
    const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0)
    const { marginals, logPartition } = computeMarginals(crf, scores, LENGTH)
    expect(logPartition).toBeCloseTo(Math.log(total), 4)
    for (let i = 0; i < LENGTH; i++) {
      for (let tag = 0; tag < TAGS; tag++) {
        const mass = all.filter(({ path }) => path[i] === tag).reduce((sum, { score }) => sum + Math.exp(score), 0)
        expect(marginals[i * TAGS + tag]).toBeCloseTo(mass / total, 4)
      }
    }
  })

  it('gives the same probabilities on scaled numbers, also for scores far apart', () => {
    const far = scores.map((score, i) => score * (i % 2 === 0 ? 40 : -3))
    for (const some of [scores, far]) {
      const { marginals } = computeMarginals(crf, some, LENGTH)
      findProbabilities(crf, some, LENGTH).forEach((p, i) => {
        expect(p).toBeCloseTo(marginals[i]!, 4)
      })
    }
  })

  it('adds the weights of every feature, scaled', () => {
    const buffer = createFeatureBuffer()
    addFeature(buffer, 1, 2)
    const weights = new Int8Array(24)
    weights[(buffer.ids[0]! & 7) * TAGS + 1] = 10
    const sum = new Float32Array(TAGS)
    addEmission({ ...crf, weights, scale: 0.5 }, buffer, sum, 0)
    expect([...sum]).toEqual([0, 5, 0])
  })

  it('tells templates and values apart', () => {
    const buffer = createFeatureBuffer()
    for (const [template, a, b] of [
      [1, 2, 3],
      [2, 1, 3],
      [1, 3, 2],
      [1, 2, 0],
    ] as const)
      addFeature(buffer, template, a, b)
    expect(new Set(buffer.ids.subarray(0, buffer.size)).size).toBe(4)
  })

  it('decodes nothing from nothing', () => {
    expect([...decode(crf, new Float32Array(0), 0)]).toEqual([])
  })
})
