import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { corpusPath, readText } from '../shared/corpora.js'

/** How often a feminine and a masculine pronoun follow a name. */
export interface PronounCounts {
  f: number
  m: number
}

const WORD = /[\p{L}][\p{L}\p{M}'’-]*\.?|\d+|[^\s]/gu
const PRONOUN: Readonly<Record<string, 'f' | 'm' | 'other'>> = {
  he: 'm',
  him: 'm',
  his: 'm',
  himself: 'm',
  she: 'f',
  her: 'f',
  hers: 'f',
  herself: 'f',
  it: 'other',
  its: 'other',
  itself: 'other',
  they: 'other',
  their: 'other',
  themselves: 'other',
}

/** Adds the counts of one article. Linear in the text: looks 14 words ahead of every name of two words. */
export function countArticle(text: string, names: Map<string, PronounCounts>): void {
  const words = text.match(WORD) ?? []
  for (let i = 1; i + 2 < words.length; i++) {
    const word = words[i] as string
    if (!isTitleCase(word) || !isTitleCase(words[i + 1] as string) || isTitleCase(words[i - 1] as string)) continue
    const gender = pronounAfter(words, i + 2, 14)
    if (gender === null) continue
    const counts = names.get(word) ?? { f: 0, m: 0 }
    counts[gender]++
    names.set(word, counts)
  }
}

function pronounAfter(words: readonly string[], from: number, reach: number): 'f' | 'm' | null {
  for (let j = from; j < Math.min(words.length - 1, from + reach); j++) {
    const word = words[j] as string
    const pronoun = PRONOUN[word.toLowerCase()]
    if (pronoun !== undefined) return pronoun === 'other' ? null : pronoun
    // Another name in between would make the count a guess; so would a quotation, which has pronouns of its own.
    if (word === '"' || word === '“' || word === '”') return null
    if (isTitleCase(word) && isTitleCase(words[j + 1] as string) && j > from) return null
  }
  return null
}

function isTitleCase(word: string): boolean {
  return word.length > 1 && /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word)
}

/** Counts over all shards of the news texts, names with fewer than three pronouns left out. No sentence is kept. Takes 20 s. */
export function countNews(): ReadonlyMap<string, PronounCounts> {
  const names = new Map<string, PronounCounts>()
  const folder = corpusPath('news-text')
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.gz'))
    .sort()) {
    for (const line of readText(join(folder, file)).split('\n')) {
      if (line !== '') countArticle((JSON.parse(line) as { text: string }).text, names)
    }
  }
  return new Map([...names].filter(([, counts]) => counts.f + counts.m >= 3))
}
