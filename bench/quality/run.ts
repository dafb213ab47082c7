/**
 * Scores the gold stories, prints the table with the trivial baseline as a row beside every figure, and stores it.
 *
 *   npm run bench:quality              print and store bench/out/quality.{json,md}
 *   npm run bench:quality -- --gate    besides, fail when a figure falls below bench/floors.json
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkDossier, compileDossier, type Dossier } from '../../src/dossier/index.js'
import { trivialDossier } from './baseline.js'
import { loadGoldStories, loadScorer } from './gold.js'
import { addTally, emptyTally, f1Of, precisionOf, recallOf, type Tally } from './tally.js'

const ROWS = [
  ['quotations', 'quotations (direct, mixed)'],
  ['speakers', 'speaker of those found'],
  ['sameQuotations', 'same quotation across accounts'],
  ['claimLinks', 'claims shared by two accounts'],
  ['contradictions', 'contradictions: right when called so (P), shown at all (R)'],
  ['tensions', 'tensions'],
  ['conflictsNamedRight', 'any shown conflict real (P), contradictions called so (R)'],
  ['brief', 'brief: lines worth it (P), top claims covered (R)'],
  ['entities', 'people and bodies (recall)'],
] as const

// Half a point: the corpus is small, and one item in a hundred is no change of quality.
const TOLERANCE = 0.005

async function main(): Promise<void> {
  const scoreStory = await loadScorer()
  const stories = await loadGoldStories()
  const ours: Record<string, Tally> = {}
  const trivial: Record<string, Tally> = {}
  let spans = 0
  let broken = 0
  let wrongContradictions = 0
  const add = (sum: Record<string, Tally>, gold: unknown, dossier: Dossier): void => {
    const scores = scoreStory(gold, dossier)
    for (const [key] of ROWS) sum[key] = addTally(sum[key] ?? emptyTally(), scores[key]!)
    if (sum !== ours) return
    spans += scores.spans.spans
    broken += scores.spans.broken
    wrongContradictions += scores.contradictions!.predicted - scores.contradictions!.tp
  }
  for (const { documents, gold, name } of stories) {
    console.error(name)
    add(ours, gold, checkDossier(compileDossier(documents)))
    add(trivial, gold, trivialDossier(documents))
  }
  const table = render(ours, trivial)
  const extra = `${stories.length} stories; ${spans} spans, ${broken} of them not quoting their account; ${(wrongContradictions / stories.length).toFixed(2)} wrong contradictions per story`
  console.log(`${table}\n\n${extra}`)
  mkdirSync('bench/out', { recursive: true })
  writeFileSync('bench/out/quality.md', `${table}\n\n${extra}\n`)
  writeFileSync(
    'bench/out/quality.json',
    `${JSON.stringify({ ours, trivial, spans, broken, wrongContradictions, stories: stories.length }, null, 1)}\n`,
  )
  if (process.argv.includes('--gate')) gate(ours, broken, stories.length)
}

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1))

function render(ours: Record<string, Tally>, trivial: Record<string, Tally>): string {
  const lines = [
    '| measure | P | R | F1 | right / shown | found / wanted | trivial F1 |',
    '|---|---|---|---|---|---|---|',
  ]
  for (const [key, label] of ROWS) {
    const tally = ours[key]!
    lines.push(
      `| ${label} | ${percent(precisionOf(tally))} | ${percent(recallOf(tally))} | ${percent(f1Of(tally))} | ${tally.tp} / ${tally.predicted} | ${tally.foundGold} / ${tally.gold} | ${percent(f1Of(trivial[key]!))} |`,
    )
  }
  return lines.join('\n')
}

interface Floors {
  readonly stories: number
  readonly floors: Readonly<
    Record<string, { readonly precision?: number; readonly recall?: number; readonly f1?: number }>
  >
}

function gate(ours: Record<string, Tally>, broken: number, stories: number): void {
  const { floors, stories: expected } = JSON.parse(readFileSync('bench/floors.json', 'utf8')) as Floors
  const failures: string[] = []
  if (stories !== expected) failures.push(`${stories} stories, the floors are of ${expected}: set them anew`)
  if (broken > 0) failures.push(`${broken} spans do not quote their account`)
  for (const [key, floor] of Object.entries(floors)) {
    const tally = ours[key]!
    const values = { precision: precisionOf(tally), recall: recallOf(tally), f1: f1Of(tally) }
    for (const [name, least] of Object.entries(floor) as [keyof typeof values, number][]) {
      const value = values[name]
      if (value === null || value < least - TOLERANCE)
        failures.push(`${key} ${name} is ${percent(value)}, the floor is ${percent(least)}`)
    }
  }
  for (const failure of failures) console.error(`BELOW THE FLOOR: ${failure}`)
  if (failures.length > 0) process.exitCode = 1
}

await main()
