import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SourceStory } from './seed.js'

/** Where the shared corpora lie: beside the repository, or where `SYNOPTIC_SHARED` points. */
export const SHARED = process.env.SYNOPTIC_SHARED ?? new URL('../../../shared', import.meta.url).pathname

/** The development stories, in file order. */
export function readDevStories(): readonly SourceStory[] {
  return gunzipSync(readFileSync(`${SHARED}/corpora/stories/dev.jsonl.gz`))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SourceStory)
}

/** A symmetric word-pair list (`word⇥other⇥source` with a header) as a map of sorted partners. */
export function readWordPairs(name: 'antonyms' | 'synonyms'): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, string[]>()
  const add = (word: string, other: string): void => {
    const list = pairs.get(word)
    if (list === undefined) pairs.set(word, [other])
    else list.push(other)
  }
  for (const line of readFileSync(`${SHARED}/corpora/contradiction/${name}.tsv`, 'utf8').split('\n').slice(1)) {
    const [word, other] = line.split('\t')
    if (word === undefined || other === undefined) continue
    add(word, other)
    add(other, word)
  }
  for (const list of pairs.values()) list.sort()
  return pairs
}
