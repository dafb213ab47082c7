/**
 * Reads mutated inputs of one format and tells the parent what went wrong: started by `run.ts`, one process a format, so that a hang or
 * a crash of the whole process is seen from outside and the next input goes on.
 */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { FIXTURES } from '../../src/document/read/testing/fixtures.js'
import { hostileInput } from '../../src/document/read/testing/mutate.js'
import { readAll, sourceOf } from '../../src/document/read/testing/sources.js'
import { unpack } from '../../src/document/read/unpack.js'
import { GENERATED } from './generated.js'

const [format = '', from = '0', until = '0', seed = '0'] = process.argv.slice(2)
const fixture = FIXTURES[format]!

/** What the worker tells its parent; `at` is the number of the input. */
export type Message =
  | { readonly kind: 'start'; readonly at: number }
  | { readonly kind: 'problem'; readonly at: number; readonly what: string }
  | { readonly kind: 'tally'; readonly tally: Tally }

export interface Tally {
  inputs: number
  bytes: number
  documents: number
  diagnostics: number
  /** CPU time of the slowest input, in milliseconds, and its number. */
  slowestMs: number
  slowestAt: number
  /** Resident memory after the first 2,000 inputs and at the end, in MB. */
  earlyMb: number
  lateMb: number
}

const tally: Tally = {
  inputs: 0,
  bytes: 0,
  documents: 0,
  diagnostics: 0,
  slowestMs: 0,
  slowestAt: -1,
  earlyMb: 0,
  lateMb: 0,
}
const tell = (message: Message): void => void process.send?.(message)
const residentMb = (): number => Math.round(process.memoryUsage().rss / 1e6)
const memoryMb = (): number => {
  globalThis.gc?.()
  return residentMb()
}

// An input of at most 100 KB may take a second, in the quickest of three readings: the first may have met the collection of garbage.
const MOST_MS = 1_000
const READINGS = 3
// Reading keeps a page's text, what it left out (60 KB at most) and its metadata; a hundredfold is what gzip is allowed.
const MOST_GROWTH = 100

// Made together, for setting fast-check up takes longer than reading a short input.
const BLOCK = 1_000
const EVERY = 5
let block: { readonly number: number; readonly inputs: readonly Uint8Array[] } = { number: -1, inputs: [] }

/** A seed of its own for each input, so that one is made again without those before it. */
function seedOf(what: string, number: number): number {
  return createHash('sha256').update(`${seed} ${what} ${number}`).digest().readUInt32LE(0)
}

/** Input number `at`: one in five by fast-check, the others fixtures mutated. */
function makeInput(at: number): Uint8Array {
  if (at % EVERY !== 0) return hostileInput(fixture, seedOf(format, at))
  const number = Math.floor(at / BLOCK)
  if (block.number !== number) {
    const numRuns = BLOCK / EVERY
    block = { number, inputs: fc.sample(GENERATED[format]!, { seed: seedOf(`block of ${format}`, number), numRuns }) }
  }
  return block.inputs[(at % BLOCK) / EVERY]!
}

/** What a reading gives, and the CPU time it takes in milliseconds. */
async function timed(input: Uint8Array): Promise<readonly [Awaited<ReturnType<typeof readAll>>, number]> {
  const packed = sourceOf(input, fixture.extension, 4_096)
  const source = { ...packed, open: () => unpack(packed.open(), packed.origin) }
  const before = process.cpuUsage()
  const read = await readAll(source)
  const { user, system } = process.cpuUsage(before)
  return [read, (user + system) / 1000]
}

async function tryOne(at: number): Promise<void> {
  const input = makeInput(at)
  try {
    let [read, ms] = await timed(input)
    for (let again = 1; again < READINGS && ms > MOST_MS / 2; again++) ms = Math.min(ms, (await timed(input))[1])
    tally.inputs++
    tally.bytes += input.length
    tally.documents += read.documents.length
    tally.diagnostics += read.diagnostics.length
    if (ms > tally.slowestMs) Object.assign(tally, { slowestMs: ms, slowestAt: at })
    if (ms > MOST_MS) tell({ kind: 'problem', at, what: `slow: ${Math.round(ms)} ms of CPU for ${input.length} bytes` })
    const size = read.documents.reduce((sum, document) => sum + document.text.length, 0)
    if (size > Math.max(1_000_000, input.length * MOST_GROWTH))
      tell({ kind: 'problem', at, what: `growth: ${size} characters from ${input.length} bytes` })
    for (const { text, id } of read.documents)
      if (text.trim() === '' || text.includes('\r') || typeof id !== 'string')
        tell({ kind: 'problem', at, what: 'a document without text, with CR, or without an id' })
    if (read.diagnostics.some(({ message }) => message === '')) tell({ kind: 'problem', at, what: 'an empty message' })
  } catch (error) {
    tally.inputs++
    tell({
      kind: 'problem',
      at,
      what: `throws ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`,
    })
  }
}

process.on('uncaughtException', (error) => {
  tell({ kind: 'problem', at: tally.inputs, what: `uncaught ${(error.stack ?? error.message).slice(0, 600)}` })
})
// Libraries print warnings about damaged files; two hundred thousand of them are no result.
console.warn = console.log = console.info = console.error = () => {}

// Loading a reader's library is no part of any input's time, nor is the table of languages.
for (const input of fixture.inputs) await readAll(sourceOf(input, fixture.extension))
await readAll(sourceOf('Der Gemeinderat hat gestern beschlossen, die alte Mole wieder aufzubauen.', 'txt'))

for (let at = Number(from); at < Number(until); at++) {
  if (at % 20 === 0) {
    tell({ kind: 'start', at })
    await new Promise((resolve) => setImmediate(resolve))
  }
  await tryOne(at)
  if (tally.inputs === 2_000) tally.earlyMb = memoryMb()
  if (tally.inputs % 500 === 0) tell({ kind: 'tally', tally: { ...tally, lateMb: residentMb() } })
}
tell({ kind: 'tally', tally: { ...tally, lateMb: memoryMb() } })
process.disconnect?.()
