import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { foldName } from '../../src/annotate/coreference/foldName.js'
import { corpusPath, readText } from '../shared/corpora.js'
import type { LexiconFile } from '../../src/annotate/coreference/lexicon.js'
import type { PronounCounts } from './countGenders.js'

const LANGUAGES = ['en', 'fr', 'es', 'it', 'de', 'tr'] as const

/**
 * Log odds that a given name is a woman's. Lists count 2 (English 3), for each is right about nine times in ten; the news
 * counts are noisy (one pronoun in five means somebody else), so that they weigh by their size and at most 3.
 */
function femaleScore(lists: readonly number[], counts: PronounCounts | undefined): number {
  let score = lists.reduce((sum, vote) => sum + vote, 0)
  if (counts !== undefined && counts.f + counts.m >= 3) {
    // 0.45: women's pronouns are that much rarer in the whole of the counts.
    const odds = Math.log((counts.f + 1) / (0.45 * counts.m + 1))
    score += Math.max(-3, Math.min(3, odds)) * Math.min(1, (counts.f + counts.m) / 20) * 1.5
  }
  return score
}

/**
 * The lexicon: given names by gender from the lists of the npm package gender-detection-from-name (MIT) and from what pronouns
 * follow them in news text, and nickname pairs from the corpora (Apache-2.0).
 */
export function buildLexicon(names: ReadonlyMap<string, PronounCounts>, packageFolder: string): LexiconFile {
  const require = createRequire(import.meta.url)
  const votes = new Map<string, number[]>()
  for (const language of LANGUAGES) {
    const exported = require(join(resolve(packageFolder), 'names', `${language}.js`)) as Map<string, string>
    for (const [name, gender] of exported) {
      const key = foldName(name)
      if (!/^[a-z]{2,}$/.test(key)) continue
      const vote = (language === 'en' ? 3 : 2) * (gender === 'female' ? 1 : -1)
      votes.set(key, [...(votes.get(key) ?? []), vote])
    }
  }
  const news = new Map([...names].map(([name, counts]) => [foldName(name), counts]))
  const feminine: string[] = []
  const masculine: string[] = []
  const both: string[] = []
  for (const key of new Set([...votes.keys()])) {
    const score = femaleScore(votes.get(key) ?? [], news.get(key))
    if (score >= 1.5) feminine.push(key)
    else if (score <= -1.5) masculine.push(key)
    else both.push(key)
  }
  const nicknames = readText(corpusPath('names', 'nicknames.csv'))
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
    .filter((row) => row[1] === 'has_nickname' && row[0] !== undefined && row[2] !== undefined)
    .map((row) => `${row[0]} ${row[2]}`)
  return {
    feminine: feminine.sort().join(' '),
    masculine: masculine.sort().join(' '),
    both: both.sort().join(' '),
    nicknames: [...new Set(nicknames)].sort().join(','),
  }
}
