/**
 * Conflicts as shipped over development stories that carry our own marks: `npx tsx bench/quality/otherStories.ts` (half a minute).
 *
 * Nothing of these marks was learnt from. They name whole claims, so a conflict is met by any difference of the same two claims.
 */
import { readFileSync } from 'node:fs'
import { compareDocuments } from '../../src/compare/index.js'
import { type ConflictTally, tallyConflicts } from '../../training/conflict/crossValidate.js'
import { readDifferences } from '../../training/conflict/ownDifferences.js'
import { readSource } from '../seeded/comparePair.js'
import { readDevStories } from '../seeded/readStories.js'
import { describeTally } from './describeTally.js'

const marked = readDifferences(
  readFileSync(new URL('../../training/conflict/differences.tsv', import.meta.url), 'utf8'),
)
const sources = new Map(readDevStories().map(({ story, documents }) => [story, documents]))
const tallies = new Map<string, ConflictTally>()
for (const { story, documents, conflicts } of marked) {
  const accounts = sources.get(story)!.filter(({ id }) => documents.includes(id))
  tallyConflicts(compareDocuments(accounts.map(readSource)).conflicts, { conflicts, accepted: [] }, tallies)
}
console.log(`${marked.length} stories with our own marks, conflicts as shipped`)
for (const [kind, tally] of [...tallies].sort()) console.log(describeTally(kind, tally))
