/**
 * Speed of the whole `compare` as a ratio to a plain wink-nlp pass (tokens and parts of speech) over the same text in the same run.
 *
 *   npm run bench:speed                 3, 30, 300 and 3,000 accounts
 *   npm run bench:speed -- 3 30 300     other sizes
 *
 * Each size runs in a process of its own, so that peak memory is its own; the small sizes are the median of several rounds.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createReader } from '../../src/claim/index.js'
import { compareDocuments } from '../../src/compare/index.js'
import { makeStory } from './makeStory.js'

interface Measured {
  readonly accounts: number
  readonly bytes: number
  readonly wink: number
  readonly annotate: number
  readonly compare: number
  readonly peakMegabytes: number
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function measure(accounts: number): Promise<Measured> {
  const documents = makeStory(accounts)
  const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
  const rounds = accounts <= 30 ? 5 : 1
  const reader = createReader()
  const warm = makeStory(3)
  compareDocuments(warm.map(reader))
  const annotateTimes: number[] = []
  const compareTimes: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const read = documents.map(reader)
    const middle = performance.now()
    compareDocuments(read)
    annotateTimes.push(middle - start)
    compareTimes.push(performance.now() - middle)
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  const { default: winkNLP } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const its = nlp.its
  const pass = (): void => {
    for (const document of documents) nlp.readDoc(document.text).tokens().out(its.pos)
  }
  pass()
  const winkTimes: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    pass()
    winkTimes.push(performance.now() - start)
  }
  return {
    accounts,
    bytes,
    wink: median(winkTimes),
    annotate: median(annotateTimes),
    compare: median(compareTimes),
    peakMegabytes,
  }
}

/** Wall time of a command beyond Node's own start, in milliseconds: median of five, each against an empty script. */
function coldStart(): { readonly command: number; readonly node: number } {
  const time = (args: readonly string[]): number => {
    const start = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    return performance.now() - start
  }
  const runs = Array.from({ length: 5 }, () => ({
    node: time(['-e', '0']),
    command: time(['dist/cli/main.js', 'compare', 'examples/alaska-summit', '--quiet']),
  }))
  return { command: median(runs.map((run) => run.command)), node: median(runs.map((run) => run.node)) }
}

function render(rows: readonly Measured[], start: { command: number; node: number }): string {
  const lines = [
    '| accounts | MB | wink pass, s | annotation, s | after annotation, s | whole / wink | after / annotation | growth exponent | peak memory, MB |',
    '|---|---|---|---|---|---|---|---|---|',
  ]
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const whole = row.annotate + row.compare
    const exponent =
      before === undefined
        ? '–'
        : (Math.log(whole / (before.annotate + before.compare)) / Math.log(row.accounts / before.accounts)).toFixed(2)
    const seconds = (ms: number): string => (ms / 1000).toFixed(3)
    lines.push(
      `| ${row.accounts} | ${(row.bytes / 1e6).toFixed(2)} | ${seconds(row.wink)} | ${seconds(row.annotate)} | ${seconds(row.compare)} | ${(whole / row.wink).toFixed(1)} | ${(row.compare / row.annotate).toFixed(2)} | ${exponent} | ${row.peakMegabytes.toFixed(0)} |`,
    )
  })
  lines.push(
    '',
    `Cold start of the five-account example: ${start.command.toFixed(0)} ms, of which Node itself ${start.node.toFixed(0)} ms.`,
  )
  return lines.join('\n')
}

const [mode, ...rest] = process.argv.slice(2)
if (mode === '--one') {
  console.log(JSON.stringify(await measure(Number(rest[0]))))
} else {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [3, 30, 300, 3000]
  const rows = sizes.map((size) => {
    console.error(`${size} accounts`)
    const child = spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, '--one', String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(child.stdout) as Measured
  })
  const table = render(rows, coldStart())
  console.log(table)
  mkdirSync('bench/out', { recursive: true })
  writeFileSync('bench/out/speed.md', `${table}\n`)
}
