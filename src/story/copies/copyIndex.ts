/** The shingles of one account, by which copies are found. */
export interface Fingerprint {
  /** Hashes of all runs of {@link SHINGLE} words, ascending, no repeats. */
  readonly shingles: Uint32Array
  /** Only hashes below this stand in the index. */
  readonly bound: number
}

/** An account that shares text with another. */
export interface Copy<Key> {
  readonly key: Key
  /** Shared runs over those of the shorter account, in [0, 1]. */
  readonly share: number
}

/** 5 words: most runs survive where one word in ten is swapped, and few are shared by accounts that only tell the same. */
export const SHINGLE = 5
/** Half of the shorter account: below it, an account has more words of its own than of the other. */
export const COPY_SHARE = 0.5
// 64 hashes of an account in the index, whatever its length: half of them shared is 32, far from what chance gives.
const SAMPLE = 64
// A run in more accounts than this is a stock phrase; those that share it are found by other runs.
const MOST_HOLDERS = 64
const ALL = 2 ** 32
// 3 sampled hashes before two accounts are compared in full: unrelated accounts share one now and then.
const FEWEST_HITS = 3

/** Sorts hashes of runs and says which of them are sampled. */
export function fingerprint(runs: Uint32Array): Fingerprint {
  const sorted = Uint32Array.from(new Set(runs)).sort()
  let bound = ALL
  while (sorted.length * (bound / ALL) > 2 * SAMPLE) bound /= 2
  return { shingles: sorted, bound }
}

/** Shared runs over those of the shorter account; 0 where either has none. */
export function sharedShare(a: Fingerprint, b: Fingerprint): number {
  const [left, right] = [a.shingles, b.shingles]
  let shared = 0
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      shared++
      i++
      j++
    } else if (left[i]! < right[j]!) i++
    else j++
  }
  const shorter = Math.min(left.length, right.length)
  return shorter === 0 ? 0 : shared / shorter
}

/**
 * Finds accounts that share text, among those it holds.
 *
 * Of each account the lowest hashes are indexed, so that a hash sampled in a long account is sampled in a short one as well: parts cut
 * out of a longer text are found, not only texts of one length. Hits are then compared in full. The cost of a query depends on the
 * accounts that share runs with it, not on how many are held.
 *
 * Source: MinHash (Broder 1997) with a sampling bound in place of a fixed number of hashes (FracMinHash, Irber et al. 2022); each
 * sampled hash is a band of one row of locality-sensitive hashing (Indyk and Motwani 1998).
 */
export class CopyIndex<Key> {
  private readonly holders = new Map<number, Set<Key>>()
  private readonly prints = new Map<Key, Fingerprint>()

  /** The accounts that share at least `least` of the shorter text, most first; ties in the order they were added. */
  find(print: Fingerprint, least = COPY_SHARE): readonly Copy<Key>[] {
    const hits = new Map<Key, number>()
    for (const hash of print.shingles) {
      const keys = this.holders.get(hash)
      if (keys === undefined || keys.size > MOST_HOLDERS) continue
      for (const key of keys) hits.set(key, (hits.get(key) ?? 0) + 1)
    }
    const found: Copy<Key>[] = []
    for (const [key, count] of hits) {
      if (count < FEWEST_HITS) continue
      const share = sharedShare(print, this.prints.get(key)!)
      if (share >= least) found.push({ key, share })
    }
    return found.sort((a, b) => b.share - a.share)
  }

  add(key: Key, print: Fingerprint): void {
    this.prints.set(key, print)
    for (const hash of sampled(print)) {
      const keys = this.holders.get(hash)
      if (keys === undefined) this.holders.set(hash, new Set([key]))
      else keys.add(key)
    }
  }

  remove(key: Key): void {
    const print = this.prints.get(key)
    if (print === undefined) return
    this.prints.delete(key)
    for (const hash of sampled(print)) {
      const keys = this.holders.get(hash)!
      keys.delete(key)
      if (keys.size === 0) this.holders.delete(hash)
    }
  }
}

function sampled({ shingles, bound }: Fingerprint): Uint32Array {
  if (bound === ALL) return shingles
  let end = 0
  while (end < shingles.length && shingles[end]! < bound) end++
  return shingles.subarray(0, end)
}
