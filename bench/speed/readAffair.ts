import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createDocument, type Document } from '../../src/document/index.js'
import { readDevStories, SHARED } from '../seeded/readStories.js'

// Two years of one affair, told by every outlet of the corpus, so that hundreds of accounts share people, bodies and steps.
const AFFAIR = /\b(?:Mueller|Comey|Russia)\b/g

/**
 * The `count` real accounts that name one long affair most often for their length, in the order of the corpus; fewer where it has fewer, none
 * where the corpus is missing.
 */
export function readAffair(count: number): readonly Document[] {
  if (!existsSync(join(SHARED, 'corpora', 'stories'))) return []
  const weighed = readDevStories()
    .flatMap((story) => story.documents)
    .map((document, at) => ({
      document,
      at,
      share: (document.text.match(AFFAIR)?.length ?? 0) / Math.sqrt(document.text.length),
    }))
    .filter(({ share }) => share > 0)
    .sort((x, y) => y.share - x.share || x.at - y.at)
  return weighed
    .slice(0, count)
    .sort((x, y) => x.at - y.at)
    .map(({ document }) => createDocument({ ...document, language: 'en' }))
}
