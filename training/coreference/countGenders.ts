/**
 * Counts, in unlabelled news text, which pronouns follow given names and nouns; the lists that the coreference component
 * reads are made from these counts by `buildLexicon.ts`. No sentence of the corpus is kept, only counts of single words.
 *
 * Usage: npx tsx training/coreference/countGenders.ts > .cache/coreference/counts.json
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { corpusPath, readText } from '../shared/corpora.js'

/** Counts of one word: feminine, masculine, neutral, plural pronouns after it, and "who" and "which" right after it. */
export interface PronounCounts {
  f: number
  m: number
  n: number
  p: number
  who: number
  which: number
  total: number
}

const WORD = /[\p{L}][\p{L}\p{M}'’-]*\.?|\d+|[^\s]/gu
const PRONOUN: Readonly<Record<string, 'f' | 'm' | 'n' | 'p'>> = {
  he: 'm',
  him: 'm',
  his: 'm',
  himself: 'm',
  she: 'f',
  her: 'f',
  hers: 'f',
  herself: 'f',
  it: 'n',
  its: 'n',
  itself: 'n',
  they: 'p',
  their: 'p',
  themselves: 'p',
}
const REPORT = new Set(
  'said says say told tells added announced denied argued insisted claimed warned admitted promised thinks thought believes believed knew wanted wants hopes hoped decided'.split(
    ' ',
  ),
)

/** Adds the counts of one article to the two tables. Linear in the text: looks 14 words ahead of every name or noun. */
export function countArticle(text: string, names: Map<string, PronounCounts>, nouns: Map<string, PronounCounts>): void {
  const words = text.match(WORD) ?? []
  for (let i = 1; i + 2 < words.length; i++) {
    const word = words[i] as string
    const next = words[i + 1] as string
    if (isTitleCase(word) && isTitleCase(next) && !isTitleCase(words[i - 1] as string)) {
      const pronoun = pronounAfter(words, i + 2, 14)
      if (pronoun !== null) bump(names, word, pronoun)
      continue
    }
    const before = (words[i - 1] as string).toLowerCase()
    if ((before === 'the' || before === 'a' || before === 'an') && isLowerWord(word)) {
      // The noun closes its phrase when a reporting verb or a relative pronoun follows.
      if (next === 'who' || next === 'which') bump(nouns, word, next)
      else if (REPORT.has(next)) {
        const pronoun = pronounAfter(words, i + 2, 4)
        if (pronoun !== null) bump(nouns, word, pronoun)
      }
      bump(nouns, word, 'total')
    }
  }
}

function pronounAfter(words: readonly string[], from: number, reach: number): 'f' | 'm' | 'n' | 'p' | null {
  for (let j = from; j < Math.min(words.length - 1, from + reach); j++) {
    const word = words[j] as string
    const pronoun = PRONOUN[word.toLowerCase()]
    if (pronoun !== undefined) return pronoun
    // Another name in between would make the count a guess; so would a quotation, which has pronouns of its own.
    if (word === '"' || word === '“' || word === '”') return null
    if (isTitleCase(word) && isTitleCase(words[j + 1] as string) && j > from + 1) return null
  }
  return null
}

function isTitleCase(word: string): boolean {
  return word.length > 1 && /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word)
}

function isLowerWord(word: string): boolean {
  return /^\p{Ll}[\p{Ll}-]+$/u.test(word)
}

function bump(table: Map<string, PronounCounts>, word: string, what: keyof PronounCounts): void {
  let counts = table.get(word)
  if (counts === undefined) {
    counts = { f: 0, m: 0, n: 0, p: 0, who: 0, which: 0, total: 0 }
    table.set(word, counts)
  }
  counts[what]++
}

function main(): void {
  const names = new Map<string, PronounCounts>()
  const nouns = new Map<string, PronounCounts>()
  const folder = corpusPath('news-text')
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.gz'))
    .sort()) {
    for (const line of readText(join(folder, file)).split('\n')) {
      if (line !== '') countArticle((JSON.parse(line) as { text: string }).text, names, nouns)
    }
  }
  const keep = (table: Map<string, PronounCounts>, floor: number): Record<string, PronounCounts> =>
    Object.fromEntries(
      [...table]
        .filter(([, c]) => c.f + c.m + c.n + c.p + c.who + c.which >= floor)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  process.stdout.write(JSON.stringify({ names: keep(names, 3), nouns: keep(nouns, 3) }))
}

if (process.argv[1]?.endsWith('countGenders.ts')) main()
