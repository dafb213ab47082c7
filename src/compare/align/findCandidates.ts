import type { Profile, StoryProfiles } from './profiles.js'

/** For each profile, the profiles of other documents worth comparing, best first. */
export type Candidates = readonly Int32Array[]

// 40 partners a claim: among three accounts that is all that share a rare word; in a story of thousands it bounds the cost.
const MOST = 40
// A word that more claims hold than this tells too little to pair them by, and would make the cost grow with its square.
const LONGEST_POSTING = 400

/**
 * Finds pairs of claims that share words, through an inverted index over the rarer words.
 *
 * Near linear: a claim meets at most 400 others per word and keeps 40. Symmetric: a pair kept by either side is kept.
 */
export function findCandidates({ profiles, terms }: StoryProfiles, most = MOST): Candidates {
  const postings: number[][] = Array.from({ length: terms.size }, () => [])
  profiles.forEach((profile, p) => {
    for (const id of profile.bag.ids) postings[id]!.push(p)
  })
  const score = new Float64Array(profiles.length)
  const partners: Set<number>[] = profiles.map(() => new Set())
  profiles.forEach((profile, p) => {
    for (const other of bestPartners(profile, profiles, postings, score, most)) {
      partners[p]!.add(other)
      partners[other]!.add(p)
    }
  })
  return partners.map((found) => Int32Array.from(found).sort())
}

function bestPartners(
  profile: Profile,
  profiles: readonly Profile[],
  postings: readonly (readonly number[])[],
  score: Float64Array,
  most: number,
): number[] {
  const touched: number[] = []
  profile.bag.ids.forEach((id, i) => {
    const posting = postings[id]!
    const weight = profile.bag.weights[i]! ** 2
    // In a long posting an even sample is looked at, always the same one whatever the order of the documents.
    const step = posting.length > LONGEST_POSTING ? posting.length / LONGEST_POSTING : 1
    for (let k = 0; k < posting.length; k += step) {
      const other = posting[Math.floor(k)]!
      if (profiles[other]!.document === profile.document) continue
      if (score[other] === 0) touched.push(other)
      score[other] = score[other]! + weight
    }
  })
  for (const other of touched) score[other] = score[other]! / (1 + profiles[other]!.bag.length)
  touched.sort((a, b) => score[b]! - score[a]! || a - b)
  const best = touched.slice(0, most)
  for (const other of touched) score[other] = 0
  return best
}
