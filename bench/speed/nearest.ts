import type { Document } from '../../src/document/index.js'
import { hashString } from '../../src/model/index.js'

interface Held {
  readonly day: number
  readonly weights: ReadonlyMap<number, number>
  readonly group: number
}

/** A plain TF-IDF nearest-neighbour pass: every account is compared with every account of the window. */
export interface Nearest {
  /** The group of an account: its nearest neighbour's from the threshold on, else a new one. */
  add(document: Document): number
  clear(): void
}

/** Words of the whole text, weighed by counts of the stream so far. */
export function createNearest(windowDays: number, threshold: number): Nearest {
  const counts = new Map<number, number>()
  let held: Held[] = []
  let documents = 0
  return {
    add({ title, text, publishedAt }) {
      documents++
      const day = Date.parse(publishedAt ?? '') / 86_400_000
      const found = new Map<number, number>()
      for (const [word] of `${title ?? ''} ${text}`.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
        const hash = hashString(word)
        found.set(hash, (found.get(hash) ?? 0) + 1)
      }
      for (const term of found.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
      let square = 0
      for (const [term, count] of found) {
        const weight = (1 + Math.log(count)) * Math.log((documents + 1) / counts.get(term)!)
        found.set(term, weight)
        square += weight * weight
      }
      for (const [term, weight] of found) found.set(term, weight / Math.sqrt(square || 1))
      held = held.filter((other) => day - other.day <= windowDays)
      let group = documents
      let most = threshold
      for (const other of held) {
        let score = 0
        for (const [term, weight] of found) score += weight * (other.weights.get(term) ?? 0)
        if (score >= most) {
          most = score
          group = other.group
        }
      }
      held.push({ day, weights: found, group })
      return group
    },
    clear() {
      held = []
      counts.clear()
    },
  }
}
