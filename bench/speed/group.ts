/**
 * Cost of grouping per account as one stream grows, beside a plain TF-IDF nearest-neighbour pass over its first 2,000 accounts.
 *
 *   npx tsx --expose-gc bench/speed/group.ts                  1,000, 10,000 and 100,000 accounts
 *   npx tsx --expose-gc bench/speed/group.ts 1000 10000       other sizes
 *
 * Accounts are running news, 1,000 to a day. Beyond the corpus's 26,179 they are resampled: the paragraphs of two articles drawn by a
 * fixed sequence are put one after the other in turn, so that no text repeats whole. CPU time, not wall time. The plain pass compares
 * with every account of the window, so it is timed on the first 2,000 only. Memory is what the grouper holds: heap after a collection,
 * less what the texts took before the first account. A row is printed when its size is reached, so that a run cut short tells what it had.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createDocument, type Document } from '../../src/document/index.js'
import { createGrouper } from '../../src/story/index.js'
import { readText } from '../../training/shared/corpora.js'
import { sharedPath } from '../shared.js'
import { createNearest } from './nearest.js'

const A_DAY = 1000
const WINDOW = 7
const MOST_PLAIN = 2_000

/** What is known when a size is reached; CPU milliseconds per account. */
interface Measured {
  readonly accounts: number
  readonly ours: number
  /** Over the last thousand. */
  readonly lastOurs: number
  readonly plain: number
  readonly lastPlain: number
  readonly megabytes: number
  readonly openStories: number
  readonly openAccounts: number
}

interface Text {
  readonly title: string
  readonly text: string
}

function readTexts(): readonly Text[] {
  return [0, 1, 2, 3, 4].flatMap((shard) =>
    readText(sharedPath('corpora', 'news-text', `${shard}.jsonl.gz`))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { title, text } = JSON.parse(line) as Text
        return { title, text: text.slice(0, 6000) }
      }),
  )
}

/** The texts in turn, then mixtures of two. */
function* articles(texts: readonly Text[], count: number): Generator<Document> {
  let state = 5
  const draw = (): Text => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return texts[Math.floor((state / 4_294_967_296) * texts.length)]!
  }
  const mix = (): Text => {
    const [first, second] = [draw(), draw()]
    const [a, b] = [first.text.split('\n'), second.text.split('\n')]
    return {
      title: first.title,
      text: a.flatMap((paragraph, i) => (i % 2 === 0 ? [paragraph] : [b[i] ?? ''])).join('\n'),
    }
  }
  for (let i = 0; i < count; i++) {
    const publishedAt = new Date(1_500_000_000_000 + (i / A_DAY) * 86_400_000).toISOString()
    yield createDocument({ id: `n${i}`, ...(texts[i] ?? mix()), publishedAt })
  }
}

/** Groups as many accounts as the largest size and gives a row at each. */
function* measure(sizes: readonly number[]): Generator<Measured> {
  const time = (): number => process.cpuUsage().user / 1000
  const heap = (): number => {
    global.gc?.()
    return (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1e6
  }
  const texts = readTexts()
  const grouper = createGrouper({ windowDays: WINDOW })
  const nearest = createNearest(WINDOW, 0.2)
  const base = heap()
  const costs = new Float32Array(Math.max(...sizes))
  const plainCosts: number[] = []
  let done = 0
  for (const document of articles(texts, costs.length)) {
    const start = time()
    grouper.add(document)
    const middle = time()
    costs[done] = middle - start
    if (done < MOST_PLAIN) {
      nearest.add(document)
      plainCosts.push(time() - middle)
    }
    done++
    if (done === MOST_PLAIN) nearest.clear()
    if (!sizes.includes(done)) continue
    const stories = grouper.stories()
    yield {
      accounts: done,
      ours: mean(costs.subarray(0, done)),
      lastOurs: mean(costs.subarray(Math.max(0, done - A_DAY), done)),
      plain: mean(plainCosts),
      lastPlain: mean(plainCosts.slice(-A_DAY)),
      megabytes: heap() - base,
      openStories: stories.length,
      openAccounts: stories.reduce((sum, { members }) => sum + members.length, 0),
    }
  }
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

const [mode, size] = process.argv.slice(2)
if (mode === '--one') for (const row of measure([Number(size)])) console.log(JSON.stringify(row))
else {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000]
  const lines = [
    '| accounts | CPU ms per account | over the last 1,000 | plain pass, first 2,000 | over its last 1,000 | open accounts | open stories | MB held |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  console.log(lines.join('\n'))
  for (const row of measure(sizes)) {
    const cells = [
      row.accounts,
      ...[row.ours, row.lastOurs, row.plain, row.lastPlain].map((value) => value.toFixed(1)),
      row.openAccounts,
      row.openStories,
      row.megabytes.toFixed(0),
    ]
    lines.push(`| ${cells.join(' | ')} |`)
    console.log(lines.at(-1))
    mkdirSync('bench/out', { recursive: true })
    writeFileSync('bench/out/group.md', `${lines.join('\n')}\n`)
  }
}
