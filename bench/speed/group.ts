/**
 * Cost of grouping per account as the stream grows, beside a plain TF-IDF nearest-neighbour pass in the same run.
 *
 *   npx tsx bench/speed/group.ts                    1,000, 10,000 and 100,000 accounts
 *   npx tsx bench/speed/group.ts 1000 10000         other sizes
 *
 * Accounts are running news, 1,000 to a day. Beyond the corpus's 26,179 they are resampled: the paragraphs of two articles drawn by a
 * fixed sequence are put one after the other in turn, so that no text repeats whole. CPU time, not wall time; each size in a process of
 * its own. The plain pass compares with every account of the window, so it is timed on the first 2,000 only.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createDocument, type Document } from '../../src/document/index.js'
import { createGrouper } from '../../src/story/index.js'
import { readText } from '../../training/shared/corpora.js'
import { sharedPath } from '../shared.js'
import { createNearest } from './nearest.js'

const A_DAY = 1000
const WINDOW = 7
const MOST_PLAIN = 2_000

interface Measured {
  readonly accounts: number
  readonly ours: number
  /** CPU milliseconds per account over the last thousand. */
  readonly lastOurs: number
  readonly plain: number | null
  readonly lastPlain: number | null
  readonly heapMegabytes: number
  readonly baseMegabytes: number
  readonly openStories: number
  readonly openAccounts: number
}

function* articles(count: number): Generator<Document> {
  const texts: { title: string; text: string }[] = []
  let given = 0
  const at = (): string => new Date(1_500_000_000_000 + (given / A_DAY) * 86_400_000).toISOString()
  for (let shard = 0; shard < 5; shard++)
    for (const line of readText(sharedPath('corpora', 'news-text', `${shard}.jsonl.gz`)).split('\n')) {
      if (line === '') continue
      const { title, text } = JSON.parse(line) as { title: string; text: string }
      texts.push({ title, text: text.slice(0, 6000) })
      if (given >= count) return
      yield createDocument({ id: `n${given}`, title, text, publishedAt: at() })
      given++
    }
  let state = 5
  const draw = (): { title: string; text: string } => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return texts[Math.floor((state / 4_294_967_296) * texts.length)]!
  }
  while (given < count) {
    const [first, second] = [draw(), draw()]
    const [a, b] = [first.text.split('\n'), second.text.split('\n')]
    const text = a.flatMap((paragraph, i) => (i % 2 === 0 ? [paragraph] : [b[i] ?? ''])).join('\n')
    yield createDocument({ id: `n${given}`, title: first.title, text, publishedAt: at() })
    given++
  }
}

function measure(count: number): Measured {
  const time = (): number => process.cpuUsage().user / 1000
  const heap = (): number => {
    global.gc?.()
    return process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6
  }
  let ours = 0
  let lastOurs = 0
  let plain = 0
  let lastPlain = 0
  let done = 0
  const grouper = createGrouper({ windowDays: WINDOW })
  const nearest = createNearest(WINDOW, 0.2)
  const texts = heap()
  for (const document of articles(count)) {
    const start = time()
    grouper.add(document)
    const middle = time()
    ours += middle - start
    if (done >= count - A_DAY) lastOurs += middle - start
    if (done < MOST_PLAIN) {
      nearest.add(document)
      const spent = time() - middle
      plain += spent
      if (done >= Math.min(count, MOST_PLAIN) - A_DAY) lastPlain += spent
    }
    done++
  }
  nearest.clear()
  const stories = grouper.stories()
  return {
    accounts: count,
    ours: ours / count,
    lastOurs: lastOurs / A_DAY,
    plain: plain / Math.min(count, MOST_PLAIN),
    lastPlain: lastPlain / A_DAY,
    heapMegabytes: heap(),
    baseMegabytes: texts,
    openStories: stories.length,
    openAccounts: stories.reduce((sum, { members }) => sum + members.length, 0),
  }
}

const [mode, size] = process.argv.slice(2)
if (mode === '--one') console.log(JSON.stringify(measure(Number(size))))
else {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000]
  const lines = [
    '| accounts | CPU ms per account | over the last 1,000 | plain nearest neighbour | over its last 1,000 | open accounts | open stories | heap, MB |',
    '|---|---|---|---|---|---|---|---|',
  ]
  for (const count of sizes) {
    const child = spawnSync(
      process.execPath,
      ['--expose-gc', ...process.execArgv, process.argv[1]!, '--one', String(count)],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const row = JSON.parse(child.stdout) as Measured
    const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(2))
    lines.push(
      `| ${row.accounts} | ${ms(row.ours)} | ${ms(row.lastOurs)} | ${ms(row.plain)} | ${ms(row.lastPlain)} | ${row.openAccounts} | ${row.openStories} | ${row.heapMegabytes.toFixed(0)} |`,
    )
    console.error(lines.at(-1))
  }
  console.log(lines.join('\n'))
  mkdirSync('bench/out', { recursive: true })
  writeFileSync('bench/out/group.md', `${lines.join('\n')}\n`)
}
