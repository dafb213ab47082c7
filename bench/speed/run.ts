/**
 * Speed of the built package: annotation, as a ratio to compromise's and wink-nlp's plain tagging of the same texts in the same
 * process, and the whole comparison, at growing sizes; cold start of the command; grouping, beside a plain TF-IDF nearest-neighbour
 * pass over the same accounts in the same process (bench/speed/group.ts measures more sizes).
 *
 *   npm run bench:speed                 3, 30, 300 and 3,000 accounts
 *   npm run bench:speed -- 3 30 300     other sizes
 *
 * Each size runs in a process of its own, so that peak memory is its own; the small sizes are the best of several rounds.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Document } from '../../src/document/index.js'
import { makeStory } from './makeStory.js'
import { readAffair } from './readAffair.js'

/** What `measure.mjs` prints; times in seconds. */
interface Measured {
  readonly accounts: number
  readonly bytes: number
  readonly annotate: number
  readonly compare: number
  readonly stages: Readonly<Record<string, number>>
  readonly steps: Readonly<Record<string, number>>
  readonly peakMegabytes: number
  /** Bytes a second, measured in turns. */
  readonly speeds: { readonly synoptic: number; readonly compromise: number; readonly wink: number }
}

/** What `group.ts --one` prints; CPU milliseconds per account. */
interface Grouped {
  readonly accounts: number
  readonly ours: number
  readonly lastOurs: number
  readonly plain: number
  readonly lastPlain: number
}

const FOLDER = '.cache/speed'

function measure(story: readonly Document[]): Measured {
  const file = `${FOLDER}/${story.length}.json`
  writeFileSync(file, JSON.stringify(story))
  const rounds = story.length <= 30 ? 5 : 1
  // 8 GB: so that a large story is measured, whatever the machine's default
  const { stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', 'bench/speed/measure.mjs', file, String(rounds)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(stdout) as Measured
}

/** Wall time of a command beyond Node's own start, in milliseconds: the least of seven, each against an empty script. */
function coldStart(): { readonly command: number; readonly node: number } {
  const time = (args: readonly string[]): number => {
    const start = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    return performance.now() - start
  }
  const runs = Array.from({ length: 7 }, () => ({
    node: time(['-e', '0']),
    command: time(['dist/cli/main.js', 'compare', 'examples/alaska-summit', '--quiet']),
  }))
  return { command: Math.min(...runs.map((run) => run.command)), node: Math.min(...runs.map((run) => run.node)) }
}

/** Grouping of 2,000 accounts of running news: the most that the plain pass, which compares with every account, is timed on. */
function renderGrouping(): readonly string[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, 'bench/speed/group.ts', '--one', '2000'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  // Without the corpus it says so and measures nothing.
  if (stdout === '') return []
  const { accounts, ours, lastOurs, plain, lastPlain } = JSON.parse(stdout) as Grouped
  const ms = (value: number): string => value.toFixed(1)
  return [
    '| grouping | CPU ms per account | over the last 1,000 |',
    '| --- | --- | --- |',
    `| synoptic, ${accounts} accounts | ${ms(ours)} | ${ms(lastOurs)} |`,
    `| plain TF-IDF nearest neighbour | ${ms(plain)} | ${ms(lastPlain)} |`,
    `| synoptic / plain | ${(ours / plain).toFixed(2)} | ${(lastOurs / lastPlain).toFixed(2)} |`,
  ]
}

function renderSizes(rows: readonly Measured[]): string[] {
  return [
    '| accounts | MB | annotation, s | MB/s | / compromise | / wink | after annotation, s | after / annotation | growth of annotation | growth after | peak memory, MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row, i) => {
      const before = rows[i - 1]
      const growth = (part: 'annotate' | 'compare'): string =>
        before === undefined
          ? '–'
          : (Math.log(row[part] / before[part]) / Math.log(row.accounts / before.accounts)).toFixed(2)
      const { synoptic, compromise, wink } = row.speeds
      const cells = [
        row.accounts.toString(),
        (row.bytes / 1e6).toFixed(2),
        row.annotate.toFixed(2),
        (row.bytes / row.annotate / 1e6).toFixed(3),
        (synoptic / compromise).toFixed(2),
        (synoptic / wink).toFixed(3),
        row.compare.toFixed(2),
        (row.compare / row.annotate).toFixed(2),
        growth('annotate'),
        growth('compare'),
        row.peakMegabytes.toFixed(0),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ]
}

/** Shares of the stages and steps of one size, the longest first. */
function renderStages({ accounts, stages, steps, speeds }: Measured): string[] {
  const list = (times: Readonly<Record<string, number>>): string =>
    Object.entries(times)
      .sort((a, b) => b[1] - a[1])
      .map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`)
      .join(', ')
  return [
    `Seconds on the clock by stage, ${accounts} accounts: ${list(stages)}.`,
    `After annotation: ${list(steps)}.`,
    `In turns: annotation ${(speeds.synoptic / 1e6).toFixed(3)} MB/s, compromise ${(speeds.compromise / 1e6).toFixed(3)}, wink-nlp ${(speeds.wink / 1e6).toFixed(2)}.`,
  ]
}

mkdirSync(FOLDER, { recursive: true })
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [3, 30, 300, 3000]
const rows = sizes.map((size) => {
  console.error(`${size} accounts`)
  return measure(makeStory(size))
})
// Real accounts of one long affair: longer, with fewer figures in a sentence than the made ones.
const affairs = sizes.filter((size) => size === 30 || size === 300).map(readAffair)
if (affairs.some((affair) => affair.length === 0)) console.error('LOUD: no corpora, no real accounts were measured')
const real = affairs.filter((affair) => affair.length > 0).map(measure)
const start = coldStart()
const report = [
  'Made stories:',
  '',
  ...renderSizes(rows),
  '',
  ...(real.length === 0 ? [] : ['Real accounts of one affair:', '', ...renderSizes(real), '']),
  ...rows.flatMap((row) => [...renderStages(row), '']),
  `Cold start of the five-account example: ${start.command.toFixed(0)} ms, of which Node itself ${start.node.toFixed(0)} ms.`,
  '',
  ...renderGrouping(),
].join('\n')
console.log(report)
mkdirSync('bench/out', { recursive: true })
writeFileSync('bench/out/speed.md', `${report}\n`)
