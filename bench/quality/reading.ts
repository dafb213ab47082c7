/**
 * Scores the reading of saved pages: `npx tsx bench/quality/reading.ts PAGES [--misses]`, where PAGES is the unpacked `test-pages` folder of
 * the public Readability pages (`corpora/html`).
 *
 * Text by shared 4-grams against the expected article, metadata by equality, dates by presence and by day, for our reader and its peers in the
 * same run. Expected articles and metadata are Readability's own output, checked by its authors: its row is no measure of it, and the
 * figures of the others are a floor. `--misses` lists ours on standard error.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlParagraphs } from '../../src/document/read/html/htmlParagraphs.js'
import { READERS, type Reading } from './readingReaders.js'
import { fold, fourGrams, namesAuthor, overlap, sameDay, sizeOf } from './readingScore.js'

const PAGES = process.argv[2]
if (PAGES === undefined || !existsSync(PAGES)) throw new Error('give the folder of the unpacked test pages')
const MISSES = process.argv.includes('--misses')

interface Expected {
  readonly title: string | null
  readonly byline: string | null
  readonly lang: string | null
  readonly siteName: string | null
  readonly publishedTime: string | null
}

type Check = readonly [
  name: string,
  wanted: (expected: Expected) => string | null,
  right: (found: Reading, wanted: string) => boolean,
]
const CHECKS: readonly Check[] = [
  ['title', ({ title }) => title, (found, title) => fold(found.title) === fold(title)],
  ['author', ({ byline }) => byline, (found, byline) => namesAuthor(found.authors, byline)],
  ['outlet', ({ siteName }) => siteName, (found, siteName) => fold(found.outlet) === fold(siteName)],
  ['language', ({ lang }) => lang, (found, lang) => found.language === lang.split('-')[0]!.toLowerCase()],
  ['a date', ({ publishedTime }) => publishedTime, (found) => found.date !== null],
  ['the right day', ({ publishedTime }) => publishedTime, (found, time) => sameDay(found.date, time)],
]

interface Row {
  precision: number
  recall: number
  pages: number
  ms: number
  empty: number
  failed: number
  dates: number
  readonly right: Record<string, number>
}
const rows = new Map(
  Object.keys(READERS).map((name) => [
    name,
    { precision: 0, recall: 0, pages: 0, ms: 0, empty: 0, failed: 0, dates: 0, right: {} } as Row,
  ]),
)
const wantedOf: Record<string, number> = {}
let datedByAny = 0
const datedBySynoptic = new Set<string>()
// Libraries print what they stumble over.
console.warn = () => {}
const complain = console.error
console.error = () => {}

for (const name of readdirSync(PAGES).sort()) {
  const folder = join(PAGES, name)
  if (!existsSync(join(folder, 'source.html'))) continue
  const page = readFileSync(join(folder, 'source.html'), 'utf8')
  const article = fourGrams(htmlParagraphs(readFileSync(join(folder, 'expected.html'), 'utf8')).join('\n'))
  if (sizeOf(article) < 20) continue
  const expected = JSON.parse(readFileSync(join(folder, 'expected-metadata.json'), 'utf8')) as Expected
  for (const [check, wanted] of CHECKS) wantedOf[check] = (wantedOf[check] ?? 0) + (wanted(expected) ? 1 : 0)
  let dated = false
  for (const [reader, read] of Object.entries(READERS)) {
    const row = rows.get(reader)!
    const before = process.cpuUsage()
    // A reader that throws has read nothing; what it throws is its own.
    const found = await Promise.resolve()
      .then(() => read(page, name))
      .catch(() => null)
    const { user, system } = process.cpuUsage(before)
    row.ms += (user + system) / 1000
    row.pages++
    if (found === null) row.failed++
    const [p, r] = overlap(found?.text ?? '', article)
    row.precision += p
    row.recall += r
    if ((found?.text ?? '').trim() === '') row.empty++
    if (found?.date != null) {
      row.dates++
      dated = true
    }
    for (const [check, wanted, right] of CHECKS) {
      const value = wanted(expected)
      const isRight = value ? found !== null && right(found, value) : true
      if (value && isRight) row.right[check] = (row.right[check] ?? 0) + 1
      if (MISSES && !isRight && reader === 'synoptic')
        complain(`${check} of ${name}: ${JSON.stringify(found && { ...found, text: undefined })}, expected "${value}"`)
    }
    if (MISSES && reader === 'body' && dated && !datedBySynoptic.has(name)) complain(`no date of ours: ${name}`)
    if (reader === 'synoptic' && found?.date != null) datedBySynoptic.add(name)
  }
  if (dated) datedByAny++
}

console.log('| reader | P | R | F1 | CPU ms/page | empty | failed |\n|---|---|---|---|---|---|---|')
for (const [name, row] of rows) {
  const [p, r] = [row.precision / row.pages, row.recall / row.pages]
  console.log(
    `| ${name} | ${p.toFixed(3)} | ${r.toFixed(3)} | ${((2 * p * r) / (p + r)).toFixed(3)} | ${(row.ms / row.pages).toFixed(0)} | ${row.empty} of ${row.pages} | ${row.failed} |`,
  )
}
const readers = [...rows].filter(([name]) => name !== 'body')
console.log(
  `\n| metadata | wanted | ${readers.map(([name]) => name).join(' | ')} |\n|---|---|${'---|'.repeat(readers.length)}`,
)
for (const [check] of CHECKS)
  console.log(`| ${check} | ${wantedOf[check]} | ${readers.map(([, row]) => row.right[check] ?? 0).join(' | ')} |`)
console.log(
  `| a date, of pages where any reader finds one | ${datedByAny} | ${readers.map(([, row]) => row.dates).join(' | ')} |`,
)
