import { createDocument } from '../../src/document/index.js'
import type { Background } from '../../src/story/reading/background.js'
import { readArticle } from '../../src/story/reading/readArticle.js'
import { corpusPath, readText } from '../shared/corpora.js'

// 4 articles: rarer terms are given the same weight as unknown ones, and would double the file.
const FEWEST = 4

/** Counts in how many running articles each word and name stands; the articles of the story corpus are left out. */
export function countBackground(without: ReadonlySet<string>): Background {
  const counts = new Map<number, number>()
  let documents = 0
  for (let shard = 0; shard < 5; shard++) {
    for (const line of readText(corpusPath('news-text', `${shard}.jsonl.gz`)).split('\n')) {
      if (line === '') continue
      const article = JSON.parse(line) as { id: string; title: string; text: string }
      if (without.has(article.id)) continue
      documents++
      const terms = readArticle(createDocument(article))
      const seen = new Set([...terms.body.keys(), ...terms.names.keys(), ...terms.numbers.keys()])
      for (const term of seen) if (!terms.parts.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  return { documents, counts: new Map([...counts].filter(([, count]) => count >= FEWEST)) }
}
