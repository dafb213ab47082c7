import { normalizeWord } from '../../src/text/index.js'
import { splitTokens } from '../../src/annotate/tokens/index.js'
import { isDigit, isLetter, isUpper } from '../../src/text/index.js'
import { corpusPath, readText } from '../shared/corpora.js'

/** What running news text shows of a word: how often, how often capitalised where no sentence starts, its neighbours. */
export interface NewsCounts {
  readonly words: readonly string[]
  readonly counts: Float64Array
  /** Capitalised inside a sentence / seen inside a sentence. */
  readonly capitals: Float64Array
  readonly inside: Float64Array
  /** Row per word, `contexts * 2` columns: the word before, then the word after. */
  readonly contexts: number
  readonly neighbours: Float32Array
}

/** Capital, number, mark, rare word, line end: neighbours that are no frequent word. */
const CLASSES = 5

/** Counts the most frequent words of the news corpus and their neighbours among the `frequent` most frequent ones. */
export function countNews(size: number, frequent: number, shards: readonly number[] = [0, 1, 2, 3, 4]): NewsCounts {
  const totals = new Map<string, number>()
  for (const text of readTexts(shards)) {
    for (const word of splitNorms(text)) totals.set(word.norm, (totals.get(word.norm) ?? 0) + 1)
  }
  const words = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([word]) => word)
  const numbers = new Map(words.map((word, index) => [word, index]))
  const contexts = frequent + CLASSES
  const found = {
    words,
    counts: Float64Array.from(words, (word) => totals.get(word) ?? 0),
    capitals: new Float64Array(words.length),
    inside: new Float64Array(words.length),
    contexts,
    neighbours: new Float32Array(words.length * contexts * 2),
  }
  for (const text of readTexts(shards)) {
    let previous: Piece | null = null
    let before = -1
    for (const piece of splitNorms(text)) {
      const row = numbers.get(piece.norm) ?? -1
      if (row >= 0 && previous !== null && isLetter(previous.first)) {
        found.inside[row]! += 1
        if (isUpper(piece.first)) found.capitals[row]! += 1
      }
      if (row >= 0) found.neighbours[row * contexts * 2 + classify(previous, numbers, frequent)]! += 1
      if (before >= 0) found.neighbours[before * contexts * 2 + contexts + classify(piece, numbers, frequent)]! += 1
      previous = piece
      before = row
    }
  }
  return found
}

interface Piece {
  readonly norm: string
  readonly first: number
}

function classify(piece: Piece | null, numbers: ReadonlyMap<string, number>, frequent: number): number {
  if (piece === null) return frequent + 4
  const row = numbers.get(piece.norm) ?? -1
  if (row >= 0 && row < frequent) return row
  if (isUpper(piece.first)) return frequent
  if (isDigit(piece.first)) return frequent + 1
  return isLetter(piece.first) ? frequent + 3 : frequent + 2
}

function* splitNorms(text: string): Generator<Piece> {
  const tokens = splitTokens(text)
  for (let index = 0; index < tokens.count; index += 1) {
    const start = tokens.starts[index]!
    yield { norm: normalizeWord(text.slice(start, tokens.ends[index]!)), first: text.charCodeAt(start) }
  }
}

function* readTexts(shards: readonly number[]): Generator<string> {
  for (const shard of shards) {
    for (const line of readText(corpusPath('news-text', `${shard}.jsonl.gz`)).split('\n')) {
      if (line !== '') yield (JSON.parse(line) as { text: string }).text
    }
  }
}
