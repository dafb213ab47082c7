/**
 * Fuzzes every reader: `npm run bench:fuzz -- [--inputs 100000] [--format html] [--seed 1] [--minutes 10] [--out FILE]`.
 *
 * One input in five is made by fast-check after the format's grammar (generated.ts), the others are our own fixtures mutated, random bytes
 * or words of the format (src/document/read/testing/mutate.ts), 4 KB at most and one in a hundred up to 64 KB; input N of a format is the
 * same bytes on every machine. A problem is anything thrown, more than a second of CPU time for an input in the quickest of three readings, no
 * answer for a minute, a text a hundred times the input, or a document without text. A format is left after so many minutes, with the count it reached. Results are written to FILE, a JSON line a format, as they come.
 */
import { fork } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FIXTURES } from '../../src/document/read/testing/fixtures.js'
import type { Message, Tally } from './worker.js'

const { values: options } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    format: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    out: { type: 'string' },
  },
})
const formats = options.format ?? Object.keys(FIXTURES)
const inputs = Number(options.inputs)
// Time by the clock, on a machine with other work to do: a batch of twenty takes a tenth of a second of its own.
const HUNG_MS = 60_000
const START_MS = 180_000
// A reader that breaks on everything need not be shown breaking ten thousand times.
const MOST_PROBLEMS = 200

interface Outcome {
  readonly tally: Tally | null
  readonly problems: readonly { readonly at: number; readonly what: string }[]
  readonly next: number
}

/** One process from input `from` on, until it is done, dies or hangs. */
function runWorker(format: string, from: number, room: number, until: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const problems: { at: number; what: string }[] = []
    let tally: Tally | null = null
    let at = from
    let done = false
    const child = fork(
      fileURLToPath(new URL('worker.ts', import.meta.url)),
      [format, String(from), String(inputs), options.seed!],
      {
        execArgv: [...process.execArgv, '--expose-gc', '--max-old-space-size=1500'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    let stderr = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-600)
    })
    const finish = (next: number): void => {
      if (done) return
      done = true
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve({ tally, problems, next })
    }
    const hung = (): void => {
      problems.push({ at, what: `no answer for ${HUNG_MS / 1000} s somewhere in inputs ${at} to ${at + 19}` })
      finish(at + 20)
    }
    let timer = setTimeout(hung, START_MS)
    child.on('message', (message: Message) => {
      if (message.kind === 'tally' && Date.now() > until) {
        tally = message.tally
        finish(inputs)
        return
      }
      clearTimeout(timer)
      timer = setTimeout(hung, HUNG_MS)
      if (message.kind === 'start') at = message.at
      else if (message.kind === 'tally') tally = message.tally
      else if (problems.push({ at: message.at, what: message.what }) >= room) finish(inputs)
    })
    child.on('exit', (code) => {
      if (code === 0) return finish(inputs)
      problems.push({ at, what: `the process died (${code}) in inputs ${at} to ${at + 19}: ${stderr.trim()}` })
      finish(at + 20)
    })
  })
}

for (const format of formats) {
  const started = Date.now()
  const problems: { at: number; what: string }[] = []
  const sum = { inputs: 0, bytes: 0, documents: 0, diagnostics: 0, slowestMs: 0, slowestAt: -1, earlyMb: 0, lateMb: 0 }
  for (let next = 0; next < inputs && problems.length < MOST_PROBLEMS; ) {
    const outcome = await runWorker(
      format,
      next,
      MOST_PROBLEMS - problems.length,
      started + Number(options.minutes) * 60_000,
    )
    problems.push(...outcome.problems)
    next = outcome.next
    if (outcome.tally === null) continue
    for (const key of ['inputs', 'bytes', 'documents', 'diagnostics'] as const) sum[key] += outcome.tally[key]
    if (outcome.tally.slowestMs > sum.slowestMs)
      Object.assign(sum, { slowestMs: outcome.tally.slowestMs, slowestAt: outcome.tally.slowestAt })
    Object.assign(sum, { earlyMb: outcome.tally.earlyMb, lateMb: outcome.tally.lateMb })
  }
  const line = {
    format,
    seed: options.seed,
    ...sum,
    slowestMs: Math.round(sum.slowestMs),
    problems: problems.length,
    seconds: Math.round((Date.now() - started) / 1000),
  }
  console.log(JSON.stringify(line))
  for (const { at, what } of problems.slice(0, 10)) console.log(`  input ${at}: ${what}`)
  if (options.out !== undefined)
    appendFileSync(options.out, `${JSON.stringify({ ...line, first: problems.slice(0, 20) })}\n`)
}
