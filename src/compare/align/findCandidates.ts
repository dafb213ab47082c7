import type { Profile, StoryProfiles } from './profiles.js'

/** For each profile, the profiles of other documents worth comparing, ascending. */
export type Candidates = readonly Int32Array[]

// 40 partners a claim: among three accounts that is most that share anything; in a story of thousands it bounds the cost.
const MOST = 40
const LARGE = 60
const MOST_IN_LARGE = 16
// In a large story a word is looked up among so many claims only, the same ones for every word, and no like words are looked up.
const POSTING_IN_LARGE = 150
// A word that more claims hold than this tells too little to pair them by, and would make the cost grow with its square.
const LONGEST_POSTING = 400
// Words at least this like in meaning stand in for each other when claims are paired.
const LEAST_LIKENESS = 0.5

/**
 * Finds pairs of claims worth comparing: those that share words, words of like meaning or entities.
 *
 * An inverted index, in which a long list is sampled evenly: near linear, as a claim meets at most 400 others per word and keeps 40.
 * Symmetric: a pair kept by either side is kept.
 */
export function findCandidates({ profiles, terms, documents }: StoryProfiles): Candidates {
  const most = documents > LARGE ? MOST_IN_LARGE : MOST
  const postings = new Map<number, number[]>()
  const post = (key: number, p: number): void => {
    const list = postings.get(key)
    if (list === undefined) postings.set(key, [p])
    else list.push(p)
  }
  profiles.forEach((profile, p) => {
    for (const id of profile.bag.ids) post(id, p)
    for (const entity of profile.entities) post(terms.size + entity, p)
  })
  const large = documents > LARGE
  const lists = new Map<number, Int32Array>()
  for (const [key, posting] of postings) lists.set(key, Int32Array.from(large ? sample(posting) : posting))
  const like = large ? new Map<number, never[]>() : terms.likeTerms(LEAST_LIKENESS)
  const search: Search = {
    lists,
    documents: Int32Array.from(profiles, (profile) => profile.document),
    lengths: Float64Array.from(profiles, (profile) => profile.bag.length),
    score: new Float64Array(profiles.length),
  }
  const partners: number[][] = profiles.map(() => [])
  profiles.forEach((profile, p) => {
    const keys = searchKeys(profile, terms.size, like, profiles.length, lists)
    for (const other of bestPartners(profile.document, keys, search, most)) {
      partners[p]!.push(other)
      partners[other]!.push(p)
    }
  })
  return partners.map((found) => Int32Array.from(new Set(found)).sort())
}

type Key = readonly [key: number, weight: number]

function searchKeys(
  profile: Profile,
  size: number,
  like: ReadonlyMap<number, readonly { readonly id: number; readonly cosine: number }[]>,
  claims: number,
  lists: ReadonlyMap<number, Int32Array>,
): Key[] {
  const keys: Key[] = []
  profile.bag.ids.forEach((id, i) => {
    const weight = profile.bag.weights[i]! ** 2
    keys.push([id, weight])
    for (const { id: other, cosine } of like.get(id) ?? []) keys.push([other, weight * cosine ** 3])
  })
  for (const entity of profile.entities) {
    const key = size + entity
    // An entity's weight falls with the claims that name it, as a word's does; its name has been counted as words.
    keys.push([key, Math.log(1 + claims / (lists.get(key)?.length ?? 1))])
  }
  return keys
}

/** What a search reads: claims by word or entity, each claim's document and length, and room for scores, all 0 between searches. */
interface Search {
  readonly lists: ReadonlyMap<number, Int32Array>
  readonly documents: Int32Array
  readonly lengths: Float64Array
  readonly score: Float64Array
}

function bestPartners(
  document: number,
  keys: readonly Key[],
  { lists, documents, lengths, score }: Search,
  most: number,
): number[] {
  const touched: number[] = []
  for (const [key, weight] of keys) {
    const list = lists.get(key)
    if (list === undefined) continue
    const step = list.length > LONGEST_POSTING ? list.length / LONGEST_POSTING : 1
    for (let k = 0; k < list.length; k += step) {
      const other = list[step === 1 ? k : Math.floor(k)]!
      if (documents[other] === document) continue
      if (score[other] === 0) touched.push(other)
      score[other] = score[other]! + weight
    }
  }
  for (const other of touched) score[other] = score[other]! / (1 + lengths[other]!)
  const best = bestOf(touched, score, most)
  for (const other of touched) score[other] = 0
  return best
}

/** The best so many, the best first, of equals the lower number. Of the thousands that may be touched most are below the last one. */
function bestOf(touched: readonly number[], score: Float64Array, most: number): number[] {
  const best: number[] = []
  for (const node of touched) {
    const own = score[node]!
    let at = best.length
    while (at > 0) {
      const above = best[at - 1]!
      if (score[above]! > own || (score[above] === own && above < node)) break
      at--
    }
    if (at === most) continue
    best.splice(at, 0, node)
    if (best.length > most) best.pop()
  }
  return best
}

/**
 * The claims of a posting whose numbers scatter lowest, ascending.
 *
 * A sample that is the same for every word keeps what claims share: two words of one claim meet in the same partners.
 */
function sample(posting: readonly number[]): number[] {
  if (posting.length <= POSTING_IN_LARGE) return [...posting]
  return [...posting]
    .sort((a, b) => scatter(a) - scatter(b) || a - b)
    .slice(0, POSTING_IN_LARGE)
    .sort((a, b) => a - b)
}

/** A number that looks drawn by chance but is always the same for the same claim. */
function scatter(node: number): number {
  const mixed = Math.imul(node ^ (node >>> 15), 0x2c1b3c6d)
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0
}
