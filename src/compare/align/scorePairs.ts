import type { Aligner } from './aligner.js'
import { scoreExample } from './boostedTrees.js'
import { createContext, type PairScores } from './contextFeatures.js'
import { findCandidates } from './findCandidates.js'
import { pairFeatures } from './pairFeatures.js'
import type { StoryProfiles } from './profiles.js'

// Pairs below this are dropped after the first look: one in a hundred of them tells the same (see docs/align.md).
export const LEAST_ALONE = 0.02

/** Every pair that a first look, at the two claims alone, leaves standing, with that first probability. */
export function scoreAlone(story: StoryProfiles, aligner: Pick<Aligner, 'pairs'>): PairScores {
  const as: number[] = []
  const bs: number[] = []
  const scores: number[] = []
  findCandidates(story).forEach((partners, a) => {
    for (const b of partners) {
      if (b <= a) continue
      const score = scoreExample(aligner.pairs, pairFeatures(story.profiles[a]!, story.profiles[b]!, story))
      if (score < LEAST_ALONE) continue
      as.push(a)
      bs.push(b)
      scores.push(score)
    }
  })
  return { a: Int32Array.from(as), b: Int32Array.from(bs), score: Float64Array.from(scores) }
}

/** The pairs with the probability that both claims tell the same, told from the claims and from the pairs around them. */
export function scorePairs(story: StoryProfiles, aligner: Aligner): PairScores {
  const alone = scoreAlone(story, aligner)
  const context = createContext(story, alone)
  const score = alone.score.map((_, k) => {
    const own = pairFeatures(story.profiles[alone.a[k]!]!, story.profiles[alone.b[k]!]!, story)
    return scoreExample(aligner.contexts, [...own, ...context(k)])
  })
  return { a: alone.a, b: alone.b, score }
}
