import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNames, loadNames } from '../../src/annotate/names/index.js'
import { CLASSES, type NameClass } from '../../src/annotate/names/labels.js'
import { normOf } from '../../src/annotate/names/wordColumns.js'
import { readNews } from '../vectors/newsTokens.js'
import { cacheFolder } from '../vectors/paths.js'
import { splitWords } from './texts.js'

const LONGEST = 5
const MINIMUM_PROBABILITY = 0.6
/** A phrase is kept when the model read it so often, in so many articles, and so much the same way. */
const MINIMUM_COUNT = 4
const MINIMUM_ARTICLES = 3
const MINIMUM_SHARE = 0.75

interface Harvested {
  readonly counts: number[]
  articles: number
  last: number
}

/**
 * Names that the current model finds again and again in unlabelled news, with their class: evidence from 26,000 articles
 * that a later model may use in one. Written to the cache as `[words of the phrase, class]` pairs.
 */
export function harvestNames(): number {
  const model = loadNames()
  const found = new Map<string, Harvested>()
  let article = 0
  for (const { title, text } of readNews()) {
    article++
    const words = splitWords(`${title}\n\n${text}`)
    for (const { from, to, label, probability } of findNames(words, model)) {
      if (probability < MINIMUM_PROBABILITY || to - from > LONGEST) continue
      const phrase = words.words.slice(from, to).map(normOf).join(' ')
      const own = found.get(phrase) ?? { counts: CLASSES.map(() => 0), articles: 0, last: 0 }
      found.set(phrase, own)
      const kind = CLASSES.indexOf(label)
      own.counts[kind] = (own.counts[kind] ?? 0) + 1
      if (own.last !== article) own.articles++
      own.last = article
    }
    if (article % 2000 === 0)
      console.log(`${article} articles, ${found.size} phrases, ${Math.round(process.uptime())} s`)
  }
  const kept: [phrase: string, label: NameClass][] = []
  for (const [phrase, { counts, articles }] of found) {
    const total = counts.reduce((sum, count) => sum + count, 0)
    const high = Math.max(...counts)
    if (articles < MINIMUM_ARTICLES || high < MINIMUM_COUNT || high < MINIMUM_SHARE * total) continue
    kept.push([phrase, CLASSES[counts.indexOf(high)] as NameClass])
  }
  writeFileSync(join(cacheFolder('gazetteer'), 'harvest.json'), JSON.stringify(kept))
  return kept.length
}

if (process.argv[1]?.endsWith('harvest.ts')) console.log(harvestNames())
