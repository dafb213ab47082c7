import { join } from 'node:path'
import { stemWord } from '../../src/compare/align/stem.js'
import { corpora, readJsonLines } from '../vectors/paths.js'

// Stems in fewer articles are left out: together they are half of the table and all count as "rare".
const LEAST_ARTICLES = 6

/** The files counted, for the manifest. */
export const NEWS_FILES = Array.from({ length: 5 }, (_, shard) => join(corpora, 'news-text', `${shard}.jsonl.gz`))

/**
 * Counts in how many articles of running news each stem occurs, as text: the number of articles, then a line for each count, falling:
 * `count stem stem …`. 26,000 articles take half a minute.
 */
export function countWords(files: readonly string[] = NEWS_FILES): string {
  const counts = new Map<string, number>()
  let articles = 0
  for (const file of files) {
    for (const { text } of readJsonLines<{ readonly text: string }>(file)) {
      articles++
      const seen = new Set<string>()
      for (const [word] of text.toLowerCase().matchAll(/[a-z]+|\d+/g)) seen.add(stemWord(word))
      for (const stem of seen) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  return writeCounts(articles, counts)
}

export function writeCounts(articles: number, counts: ReadonlyMap<string, number>): string {
  const byCount = new Map<number, string[]>()
  for (const [stem, count] of counts) {
    if (count < LEAST_ARTICLES) continue
    // Three figures are enough for a logarithm, and equal counts share a line.
    const rounded = Number(count.toPrecision(2))
    const list = byCount.get(rounded)
    if (list === undefined) byCount.set(rounded, [stem])
    else list.push(stem)
  }
  const lines = [...byCount].sort((a, b) => b[0] - a[0]).map(([count, stems]) => `${count} ${stems.sort().join(' ')}`)
  return [articles, ...lines].join('\n')
}
