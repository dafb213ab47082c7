/**
 * Seeded contradictions over the development stories that trained nothing: `npx tsx bench/seeded/run.ts [PER_TYPE] [SEED] [--naive] [--show TYPE]`.
 *
 * Prints precision and recall by type, for conflicts shown at all and for those called contradictions, and what else was raised.
 */
import type { Conflict } from '../../src/compare/index.js'
import { comparePair } from './comparePair.js'
import { generateSeeds } from './generateSeeds.js'
import { findNaiveConflicts } from './naive.js'
import { readDevStories, readWordPairs } from './readStories.js'
import { findAt, type SeedOutcome, scoreSeeds } from './scoreSeeds.js'
import type { SourceDocument } from './seed.js'
import { isTrainingStory } from './split.js'

const options = process.argv.slice(2)
const numbers = options.filter((option) => /^\d+$/.test(option)).map(Number)
const perType = numbers[0] ?? 45
const seed = numbers[1] ?? 11
const shown = options.includes('--show') ? options[options.indexOf('--show') + 1] : null
const compare = options.includes('--naive') ? findNaiveConflicts : comparePair

const stories = readDevStories().filter((story) => !isTrainingStory(story.story))
const documents = new Map(
  stories.flatMap((story) => story.documents.map((document) => [document.id, document] as const)),
)
const seeds = generateSeeds(stories, readWordPairs('antonyms'), { perType, seed })
const before = new Map<string, readonly Conflict[]>()
const outcomes: SeedOutcome[] = []
let contradictions = 0
for (const one of seeds) {
  const a = documents.get(one.a)!
  const b = documents.get(one.b)!
  const key = [one.a, one.b].sort().join(' ')
  let plain = before.get(key)
  if (plain === undefined) {
    plain = compare(a, b)
    before.set(key, plain)
    contradictions += plain.filter((conflict) => conflict.strength === 'contradiction').length
  }
  const altered: SourceDocument = { ...a, text: one.alteredText }
  const other = { document: b.id, span: one.other }
  const outcome = {
    seed: one,
    found: findAt(compare(altered, b), { document: a.id, span: one.after }, other),
    alarms: findAt(plain, { document: a.id, span: one.before }, other),
  }
  outcomes.push(outcome)
  if (shown === one.type || shown === 'all') {
    const around = (text: string, span: { start: number; end: number }): string =>
      text.slice(Math.max(0, span.start - 70), span.end + 70).replace(/\s+/g, ' ')
    const names = (list: readonly Conflict[]): string =>
      list.map((c) => `${c.rule.id} ${c.strength} ${c.probability}`).join('; ') || '–'
    console.log(`${one.type} found: ${names(outcome.found)} | alarms: ${names(outcome.alarms)}`)
    console.log(`   ${around(one.alteredText, one.after)}\n   ${around(b.text, one.other)}`)
  }
}

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1)).padStart(6)
for (const strength of [null, 'contradiction'] as const) {
  console.log(strength === null ? '\nshown at all' : '\ncalled a contradiction')
  for (const row of scoreSeeds(outcomes, strength)) {
    console.log(
      `${row.type.padEnd(12)} P ${percent(row.precision)}  R ${percent(row.recall)}   ${row.found} found of ${row.seeds}, ${row.alarms} alarms`,
    )
  }
}
const pairs = before.size
console.log(
  `\n${pairs} unchanged pairs: ${contradictions} contradictions raised, ${(contradictions / pairs).toFixed(2)} a pair`,
)
