import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { normOf } from '../../src/annotate/names/wordColumns.js'
import { caseKey } from '../../src/annotate/names/lexicon.js'
import { clusterVectors } from '../vectors/cluster.js'
import { countBigrams, exchangeClasses } from '../vectors/exchange.js'
import { readGlove, type VectorTable } from '../vectors/glove.js'
import { readNews, splitPieces } from '../vectors/newsTokens.js'
import { cacheFolder } from '../vectors/paths.js'
import { reduceVectors } from '../vectors/reduce.js'
import { type LexiconEntry, packLexicon } from './packLexicon.js'
import { readTrainingTexts } from './texts.js'
import { predictKinds } from './wordKinds.js'

// Chosen on dev; see docs/names.md.
const FINE = 1000
const COARSE = 100
const CASE_CLASSES = 300
const MINIMUM_COUNT = 6

/** Kinds of words the network tells apart: no name, then classes of names; rare classes go with their nearest. */
const KINDS = ['O', 'Person', 'Location', 'Organization', 'NORP', 'Misc', 'Date', 'Facility']
const KIND_OF_CLASS = [1, 2, 3, 4, 6, 5, 6, 7, 5]

/** Builds the lexicon from vectors, running news text and the training side's labels. Minutes; steps are cached. */
export function buildLexicon(limit: number): Uint8Array {
  const glove = readGlove()
  const { fine, coarseOf } = clusterWords(glove)
  const kinds = findKinds(glove)
  const lower = glove.words
    .slice(0, limit)
    .map((word, row): LexiconEntry => [word, fine[row] as number, kinds[row] as number])
  return packLexicon(coarseOf, lower, classifyWritten(), findInside())
}

function clusterWords(glove: VectorTable): { fine: Uint16Array; coarseOf: number[] } {
  const file = join(cacheFolder('names'), 'clusters.json')
  if (!existsSync(file)) {
    const reduced = reduceVectors(glove, { drop: 2, keep: 80, sample: 100_000 })
    const { assignment, centres } = clusterVectors(reduced, { k: FINE, rounds: 8, sample: 100_000 })
    const coarse = clusterVectors(centres, { k: COARSE, rounds: 30, sample: FINE })
    writeFileSync(file, JSON.stringify({ fine: [...assignment], coarseOf: [...coarse.assignment] }))
  }
  const cached = JSON.parse(readFileSync(file, 'utf8')) as { fine: number[]; coarseOf: number[] }
  return { fine: Uint16Array.from(cached.fine), coarseOf: cached.coarseOf }
}

/** For each word the likeliest kind of name, how sure, and how likely it is no name: one number below 84. */
function findKinds(glove: VectorTable): Uint8Array {
  const file = join(cacheFolder('names'), 'kinds.bin')
  if (!existsSync(file)) {
    const rows = new Map(glove.words.map((word, row) => [word, row]))
    const counts = new Map<number, Float64Array>()
    for (const text of readTrainingTexts()) {
      text.words.forEach((word, index) => {
        const row = rows.get(normOf(word))
        if (row === undefined) return
        const label = text.labels[index] as number
        const kind = label === 0 ? 0 : (KIND_OF_CLASS[(label - 1) >> 2] as number)
        let own = counts.get(row)
        if (own === undefined) {
          own = new Float64Array(KINDS.length)
          counts.set(row, own)
        }
        own[kind] = (own[kind] as number) + 1
      })
    }
    const examples = [...counts].map(([row, own]) => {
      const total = own.reduce((sum, count) => sum + count, 0)
      return { row, shares: own.map((count) => count / total), weight: Math.min(3, Math.sqrt(total)) }
    })
    const probabilities = predictKinds(glove, examples, KINDS.length, { epochs: 15, seed: 3 })
    writeFileSync(
      file,
      Uint8Array.from(glove.words, (_, row) => encodeKind(probabilities.subarray(row * KINDS.length))),
    )
  }
  return new Uint8Array(readFileSync(file))
}

function encodeKind(probabilities: Float32Array): number {
  const outside = probabilities[0] as number
  let top = 1
  for (let kind = 2; kind < KINDS.length; kind++) {
    if ((probabilities[kind] as number) > (probabilities[top] as number)) top = kind
  }
  const share = (probabilities[top] as number) / (1 - outside + 1e-9)
  const sure = share > 0.85 ? 3 : share > 0.65 ? 2 : share > 0.45 ? 1 : 0
  return (top - 1) * 12 + sure * 3 + (outside > 0.7 ? 2 : outside > 0.3 ? 1 : 0)
}

/** Classes of words as written, by their neighbours in running news text. */
function classifyWritten(): LexiconEntry[] {
  const file = join(cacheFolder('names'), 'written.json')
  if (!existsSync(file)) {
    const counts = new Map<string, number>()
    const paragraphs = function* (): Generator<string[]> {
      for (const article of readNews()) {
        for (const paragraph of `${article.title}\n${article.text}`.split('\n')) {
          const pieces = splitPieces(paragraph).map(caseKey)
          if (pieces.length > 0) yield pieces
        }
      }
    }
    let total = 0
    for (const pieces of paragraphs()) {
      total += pieces.length + 3
      for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
    }
    const words = [...counts]
      .filter(([, count]) => count >= MINIMUM_COUNT)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word)
    const numbers = new Map(words.map((word, index) => [word, index]))
    const rare = words.length
    const edge = words.length + 1
    const stream = new Int32Array(total).fill(-1)
    let at = 0
    for (const pieces of paragraphs()) {
      stream[at++] = edge
      for (const piece of pieces) stream[at++] = numbers.get(piece) ?? rare
      stream[at++] = edge
      at++
    }
    const classes = exchangeClasses(countBigrams(stream, words.length + 2), { k: CASE_CLASSES, rounds: 8 })
    writeFileSync(file, JSON.stringify(words.map((word, index) => [word, classes[index]])))
  }
  return JSON.parse(readFileSync(file, 'utf8')) as LexiconEntry[]
}

/** Words without capitals and digits that are often (2) or never (1) inside names; of the rest too little is known. */
function findInside(): LexiconEntry[] {
  const counts = new Map<string, [outside: number, inside: number]>()
  for (const text of readTrainingTexts()) {
    text.words.forEach((word, index) => {
      if (/[\p{Lu}\p{Nd}]/u.test(word)) return
      const norm = normOf(word)
      const own = counts.get(norm) ?? [0, 0]
      counts.set(norm, own)
      own[text.labels[index] === 0 ? 0 : 1]++
    })
  }
  const entries: LexiconEntry[] = []
  for (const [word, [outside, inside]] of counts) {
    const share = inside / (outside + inside)
    // Four times outside is enough to close a word; one in a thousand inside is too few to be worth reading.
    if (share >= 0.1) entries.push([word, 2])
    else if (outside > 3 && share < 0.001) entries.push([word, 1])
  }
  return entries
}
