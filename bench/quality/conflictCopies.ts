/**
 * False alarms on edited copies: `npx tsx bench/quality/conflictCopies.ts [ACCOUNTS]`.
 *
 * Each account of the development stories beside a copy with synonyms swapped, marks in another style or sentences in another
 * order. Nothing said differs, so every conflict between the two is wrong; those of the account with itself alone are not counted.
 */
import { compareRead, readSource } from '../seeded/comparePair.js'
import { editLightly, LIGHT_EDITS } from '../seeded/editLightly.js'
import { readDevStories, readWordPairs } from '../seeded/readStories.js'
import { createRandom } from '../seeded/seed.js'
import { isTrainingStory } from '../seeded/split.js'

const wanted = Number(process.argv[2] ?? 60)
const random = createRandom(23)
const synonyms = readWordPairs('synonyms')
const accounts = readDevStories()
  .filter((story) => !isTrainingStory(story.story))
  .flatMap((story) => story.documents)
  .filter((document) => document.text.length >= 800 && document.text.length <= 8000)
  .map((document) => ({ document, key: random() }))
  .sort((x, y) => x.key - y.key)
  .slice(0, wanted)
for (const edit of LIGHT_EDITS) {
  let shown = 0
  let contradictions = 0
  let touched = 0
  for (const { document } of accounts) {
    const copy = { ...document, id: `${document.id}-copy`, text: editLightly(document.text, edit, synonyms, random) }
    const found = compareRead([readSource(document), readSource(copy)]).filter((conflict) => conflict.within === null)
    shown += found.length
    contradictions += found.filter((conflict) => conflict.strength === 'contradiction').length
    touched += Number(found.length > 0)
    if (process.argv.includes('--show')) {
      for (const conflict of found) {
        console.log(
          `  ${conflict.strength} ${conflict.rule.id}: ${conflict.sides.map((side) => side.value.replace(/\s+/g, ' ')).join(' | ')}`,
        )
      }
    }
  }
  console.log(
    `${edit.padEnd(11)} ${accounts.length} accounts: ${shown} conflicts (${contradictions} contradictions) in ${touched} of them`,
  )
}
