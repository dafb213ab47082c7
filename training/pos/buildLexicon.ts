import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { repositoryPath } from '../shared/corpora.js'
import { readGlove } from '../vectors/glove.js'
import { clusterRows, reduceRows, scaleRows } from './cluster.js'
import { countNews } from './countNews.js'

// 30,000 words: those seen about 25 times or more in 25 million words of news
const WORDS = 30_000
const FREQUENT = 500

/**
 * Word classes learnt without labels, one word a line, most frequent first:
 * `word⇥syntactic class⇥coarse syntactic class⇥class by meaning⇥capitals (0–4)`, e.g. `senate⇥17⇥3⇥241⇥4`.
 *
 * Syntactic classes group words with like neighbours in the news corpus, classes by meaning words with like GloVe
 * vectors. Written to the cache, read from there the next time.
 */
export function buildLexicon(): string {
  const file = repositoryPath('.cache', 'syntax', 'lexicon.tsv')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(repositoryPath('.cache', 'syntax'), { recursive: true })
  const counts = countNews(WORDS, FREQUENT)
  const width = counts.contexts * 2
  const table = { rows: counts.words.length, width, values: Float32Array.from(counts.neighbours) }
  // square roots of shares: distances of distributions (Lebret and Collobert 2014, Hellinger)
  for (let row = 0; row < table.rows; row += 1) {
    const total = Math.max(1, counts.counts[row]!)
    for (let column = 0; column < width; column += 1) {
      table.values[row * width + column] = Math.sqrt(table.values[row * width + column]! / total)
    }
  }
  const reduced = reduceRows(table, 50, 1)
  scaleRows(reduced)
  const fine = clusterRows(reduced, 256, 2)
  const coarse = clusterRows(reduced, 48, 3)
  const meaning = clusterGlove(counts.words)
  const lines = counts.words.map((word, row) => {
    const inside = counts.inside[row]!
    const share = inside < 5 ? -1 : counts.capitals[row]! / inside
    const capitals = share < 0 ? 5 : share < 0.02 ? 0 : share < 0.2 ? 1 : share < 0.6 ? 2 : share < 0.95 ? 3 : 4
    return `${word}\t${fine[row]}\t${coarse[row]}\t${meaning[row]}\t${capitals}`
  })
  const text = `${lines.join('\n')}\n`
  writeFileSync(file, text)
  return text
}

/** Class by meaning of each word, 0 for words without a vector. */
function clusterGlove(words: readonly string[]): readonly number[] {
  const glove = readGlove()
  const rows = new Map(glove.words.map((word, row) => [word, row]))
  const known = words.filter((word) => rows.has(word))
  const values = new Float32Array(known.length * glove.dimensions)
  known.forEach((word, row) => {
    const from = rows.get(word)! * glove.dimensions
    values.set(glove.values.subarray(from, from + glove.dimensions), row * glove.dimensions)
  })
  const table = { rows: known.length, width: glove.dimensions, values }
  scaleRows(table)
  const found = clusterRows(table, 384, 4)
  const classes = new Map(known.map((word, row) => [word, found[row]! + 1]))
  return words.map((word) => classes.get(word) ?? 0)
}
