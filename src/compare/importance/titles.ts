import type { Document } from '../../document/index.js'
import { stemWord } from '../align/stem.js'

// All titles tell of one event; those beyond the first fifty add nothing but time.
const MOST_TITLES = 50

/** The stems of each document's title, in order; empty where there is none. */
export function readTitles(
  documents: readonly Document[],
  stemOf: (word: string) => string = stemWord,
): readonly ReadonlySet<string>[] {
  return documents.map(
    ({ title }) =>
      new Set(Array.from((title ?? '').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => stemOf(word))),
  )
}

/** The greatest share of one of the first fifty titles that the stems say, in [0, 1]. */
export function shareOfBestTitle(stems: readonly string[], titles: readonly ReadonlySet<string>[]): number {
  let best = 0
  for (const title of titles.slice(0, MOST_TITLES)) {
    if (title.size === 0) continue
    let said = 0
    for (const stem of stems) if (title.has(stem)) said++
    best = Math.max(best, said / title.size)
  }
  return Math.min(1, best)
}
