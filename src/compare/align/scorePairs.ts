import type { Aligner } from './aligner.js'
import { scoreExample } from './boostedTrees.js'
import { createContext, type PairScores } from './contextFeatures.js'
import { findCandidates } from './findCandidates.js'
import { pairFeatures } from './pairFeatures.js'
import type { StoryProfiles } from './profiles.js'

// Pairs below this are dropped after the first look: one in a hundred of them tells the same (see docs/align.md).
export const LEAST_ALONE = 0.02

// Figures of so many pairs are kept from the first look for the second: 50 MB at most; those of more are computed again.
const MOST_KEPT = 100_000

/** Every pair that a first look, at the two claims alone, leaves standing, with that first probability; figures of the first pairs. */
function scoreAlone(
  story: StoryProfiles,
  aligner: Pick<Aligner, 'pairs'>,
): { readonly alone: PairScores; readonly figures: readonly (readonly number[])[] } {
  const as: number[] = []
  const bs: number[] = []
  const scores: number[] = []
  const figures: (readonly number[])[] = []
  findCandidates(story).forEach((partners, a) => {
    for (const b of partners) {
      if (b <= a) continue
      const own = pairFeatures(story.profiles[a]!, story.profiles[b]!, story)
      const score = scoreExample(aligner.pairs, own)
      if (score < LEAST_ALONE) continue
      as.push(a)
      bs.push(b)
      scores.push(score)
      if (figures.length < MOST_KEPT) figures.push(own)
    }
  })
  return { alone: { a: Int32Array.from(as), b: Int32Array.from(bs), score: Float64Array.from(scores) }, figures }
}

/** The pairs with the probability that both claims tell the same, told from the claims and from the pairs around them. */
export function scorePairs(story: StoryProfiles, aligner: Pick<Aligner, 'pairs' | 'contexts'>): PairScores {
  const { alone, figures } = scoreAlone(story, aligner)
  const context = createContext(story, alone)
  const score = alone.score.map((_, k) => {
    const own = figures[k] ?? pairFeatures(story.profiles[alone.a[k]!]!, story.profiles[alone.b[k]!]!, story)
    return scoreExample(aligner.contexts, own.concat(context(k)))
  })
  return { a: alone.a, b: alone.b, score }
}
