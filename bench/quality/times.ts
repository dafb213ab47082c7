import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Time } from '../../src/annotate/index.js'
import { createSyntax, createTimes, runPipeline } from '../../src/annotate/index.js'
import { createDocument } from '../../src/document/index.js'
import { sharedPath } from '../shared.js'
import { countTimes, scoreTimes, sumTimes, type Timex } from './scoreTimes.js'

/**
 * Scores times on the WikiWars training texts.
 *
 * The rules were written on documents 01–07; 08–16 are the check side. `--show dev|check` lists what was missed.
 * Usage: npx tsx bench/quality/times.ts [--show dev]
 */
interface Row {
  readonly id: string
  readonly created: string
  readonly text: string
  readonly timexes: readonly (Timex & { readonly text: string })[]
}

const rows = gunzipSync(readFileSync(sharedPath('corpora', 'times', 'wikiwars-train.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

const show = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : null
const pipeline = [createSyntax(), createTimes()]

const counted = rows.map((row) => {
  const document = runPipeline(pipeline, createDocument({ id: row.id, text: row.text, publishedAt: row.created }))
  const found = (document.layers.times ?? []).map(toTimex)
  const side = row.id < '08' ? 'dev' : 'check'
  if (side === show) showErrors(row, found)
  return { id: row.id, side, counts: countTimes(row.timexes, found) }
})

function toTimex(time: Time): Timex {
  return { start: time.start, end: time.end, type: time.type.toUpperCase(), value: time.value }
}

function showErrors(row: Row, found: readonly Timex[]): void {
  const at = (timex: Timex): string =>
    `${row.text.slice(Math.max(0, timex.start - 40), timex.start)}[${row.text.slice(timex.start, timex.end)}]${row.text.slice(timex.end, timex.end + 20)}`.replaceAll(
      '\n',
      '¶',
    )
  for (const gold of row.timexes) {
    const match = found.find((timex) => timex.start < gold.end && gold.start < timex.end)
    if (match === undefined) console.log(`MISS  ${row.id.slice(0, 2)} ${gold.value} | ${at(gold)}`)
    else if (match.value !== gold.value)
      console.log(`VALUE ${row.id.slice(0, 2)} ${gold.value} got ${match.value} | ${at(gold)}`)
  }
  for (const timex of found) {
    if (!row.timexes.some((gold) => timex.start < gold.end && gold.start < timex.end)) {
      console.log(`FALSE ${row.id.slice(0, 2)} ${timex.value} | ${at(timex)}`)
    }
  }
}

for (const side of ['dev', 'check', 'all']) {
  const counts = sumTimes(counted.filter((entry) => side === 'all' || entry.side === side).map((entry) => entry.counts))
  const figures = scoreTimes(counts)
  const percent = (value: number): string => (value * 100).toFixed(1).padStart(5)
  console.log(
    `${side.padEnd(5)} gold ${counts.gold} found ${counts.found}  strict ${percent(figures.strict)}  relaxed ${percent(figures.relaxed)}  type ${percent(figures.type)}  value F1 ${percent(figures.value)}  value share ${percent(figures.valueAccuracy)}`,
  )
}
