import type { Vectors } from '../../annotate/vectors/index.js'
import { stemWord } from './stem.js'

/** In how many of `documents` articles of running news a stem occurs; rarer words tell more. */
export interface NewsCounts {
  readonly documents: number
  /** Natural logarithm of documents over occurrences; a stem not listed is rarer than all of these. */
  rarity(stem: string): number
}

// 2^17 pairs: 2 MB, which holds nearly all pairs that the claims of a few hundred accounts bring together
const REMEMBERED_BITS = 17
const REMEMBERED = 1 << REMEMBERED_BITS

/** Stems of a story as whole numbers, with how rare each is in news and in the story, and its vector. */
export class TermTable {
  private readonly ids = new Map<string, number>()
  private readonly idOfLemma = new Map<string, number>()
  private readonly words: string[] = []
  private readonly counts: number[] = []
  private readonly rarities: number[] = []
  private readonly rows: (Float32Array | null)[] = []
  private readonly news: NewsCounts
  private readonly vectors: Vectors
  private units = 0
  /** Pairs of ids last asked for, two numbers each, and their cosines. */
  private readonly askedIds = new Int32Array(2 * REMEMBERED).fill(-1)
  private readonly askedCosines = new Float64Array(REMEMBERED)

  constructor(news: NewsCounts, vectors: Vectors) {
    this.news = news
    this.vectors = vectors
  }

  /** Id of a lemma's stem; made when new. */
  idOf(lemma: string): number {
    const known = this.idOfLemma.get(lemma)
    if (known !== undefined) return known
    const stem = stemWord(lemma)
    let id = this.ids.get(stem)
    if (id === undefined) {
      id = this.words.length
      this.ids.set(stem, id)
      this.words.push(stem)
      this.counts.push(0)
      this.rarities.push(this.news.rarity(stem))
      this.rows.push(unit(this.vectors.vectorOf(lemma)))
    }
    this.idOfLemma.set(lemma, id)
    return id
  }

  /** Id of a lemma's stem; -1 when no claim holds it. */
  find(lemma: string): number {
    return this.ids.get(stemWord(lemma)) ?? -1
  }

  /** Counts one more sentence that holds these ids (each once). */
  countSentence(ids: Iterable<number>): void {
    this.units++
    for (const id of ids) this.counts[id] = this.counts[id]! + 1
  }

  /** How rare in news: log(articles / articles with it). */
  newsWeight(id: number): number {
    return this.rarities[id]!
  }

  /** How rare in this story: log(1 + sentences / sentences with it). */
  storyWeight(id: number): number {
    return Math.log(1 + this.units / Math.max(1, this.counts[id]!))
  }

  /** Sentences of the story with this stem. */
  countOf(id: number): number {
    return this.counts[id]!
  }

  /** Vector of length 1; null for a word without one. */
  vectorOf(id: number): Float32Array | null {
    return this.rows[id]!
  }

  /** Cosine of the vectors of two stems; 0 where either has none. The words of a story meet again and again. */
  cosine(a: number, b: number): number {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - REMEMBERED_BITS)
    if (this.askedIds[2 * slot] === low && this.askedIds[2 * slot + 1] === high) return this.askedCosines[slot]!
    const x = this.rows[low]!
    const y = this.rows[high]!
    const cosine = x === null || y === null ? 0 : dot(x, y)
    this.askedIds[2 * slot] = low
    this.askedIds[2 * slot + 1] = high
    this.askedCosines[slot] = cosine
    return cosine
  }

  /**
   * For each stem, the stems of like meaning: cosine at least `least`, the likest five, best first. Only the stems of most
   * sentences are looked at when there are more than 3,000, since the cost is their square.
   */
  likeTerms(least: number): ReadonlyMap<number, readonly { readonly id: number; readonly cosine: number }[]> {
    const ids = this.rows.flatMap((row, id) => (row === null ? [] : [id]))
    ids.sort((a, b) => this.counts[b]! - this.counts[a]! || (this.words[a]! < this.words[b]! ? -1 : 1))
    ids.length = Math.min(ids.length, MOST_LIKENED)
    const found = new Map<number, { id: number; cosine: number }[]>()
    for (let i = 0; i < ids.length; i++) {
      for (let j = i + 1; j < ids.length; j++) {
        const cosine = dot(this.rows[ids[i]!]!, this.rows[ids[j]!]!)
        if (cosine < least) continue
        append(found, ids[i]!, { id: ids[j]!, cosine })
        append(found, ids[j]!, { id: ids[i]!, cosine })
      }
    }
    for (const [id, list] of found) {
      list.sort((a, b) => b.cosine - a.cosine || (this.words[a.id]! < this.words[b.id]! ? -1 : 1))
      found.set(id, list.slice(0, 5))
    }
    return found
  }

  get size(): number {
    return this.words.length
  }
}

// 3,000 stems: 4.5 million cosines, a quarter of a second; stories of some dozen accounts have fewer.
const MOST_LIKENED = 3_000

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function unit(vector: Int8Array | null): Float32Array | null {
  if (vector === null) return null
  let sum = 0
  for (let k = 0; k < vector.length; k++) sum += vector[k]! * vector[k]!
  const scale = sum === 0 ? 0 : 1 / Math.sqrt(sum)
  return Float32Array.from(vector, (value) => value * scale)
}

/** Product of two vectors of length 1: their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
