/**
 * Scores the reading of saved pages: `npx tsx bench/quality/reading.ts PAGES`, where PAGES is the unpacked `test-pages` folder of the
 * public Readability pages (`corpora/html`). Text by shared 4-grams against the expected article, metadata by presence and equality;
 * plain Readability (its own `textContent`) and the whole body's text are rows of the same run. Expected articles are another
 * extractor's output, so the figures are a floor.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { DocumentInput } from '../../src/document/index.js'
import { html } from '../../src/document/read/html/html.js'
import { htmlParagraphs } from '../../src/document/read/html/htmlParagraphs.js'

const PAGES = process.argv[2]
if (PAGES === undefined || !existsSync(PAGES)) throw new Error('give the folder of the unpacked test pages')

interface Expected {
  readonly title: string | null
  readonly byline: string | null
  readonly lang: string | null
  readonly siteName: string | null
  readonly publishedTime: string | null
}

const grams = (text: string): Map<string, number> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i + 4 <= words.length; i++) {
    const gram = words.slice(i, i + 4).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0)

interface Score {
  precision: number
  recall: number
  pages: number
  ms: number
  empty: number
}

function add(score: Score, found: string, expected: ReadonlyMap<string, number>, ms: number): void {
  const counts = grams(found)
  let shared = 0
  for (const [gram, n] of counts) shared += Math.min(n, expected.get(gram) ?? 0)
  score.precision += counts.size === 0 ? 0 : shared / size(counts)
  score.recall += shared / Math.max(1, size(expected))
  score.pages++
  score.ms += ms
  if (found === '') score.empty++
}

const fresh = (): Score => ({ precision: 0, recall: 0, pages: 0, ms: 0, empty: 0 })
const rows = { ours: fresh(), readability: fresh(), body: fresh() }
const metadata = { title: [0, 0], byline: [0, 0], outlet: [0, 0], language: [0, 0], date: [0, 0] } as Record<
  string,
  [number, number]
>
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const note = (key: string, wanted: boolean, right: boolean): void => {
  if (!wanted) return
  metadata[key]![1]++
  if (right) metadata[key]![0]++
}

for (const name of readdirSync(PAGES).sort()) {
  const folder = join(PAGES, name)
  if (!existsSync(join(folder, 'source.html'))) continue
  const source = readFileSync(join(folder, 'source.html'), 'utf8')
  const expectedText = htmlParagraphs(readFileSync(join(folder, 'expected.html'), 'utf8')).join('\n')
  const expected = grams(expectedText)
  if (size(expected) < 20) continue
  const timed = <T>(work: () => T): readonly [T, number] => {
    const start = performance.now()
    const value = work()
    return [value, performance.now() - start]
  }
  const origin = { origin: name, name, extension: 'html', fetchedAt: null, open: async function* () {} }
  const [parsed, ms] = timed(() => html.parse(source, origin) as { documents: readonly DocumentInput[] })
  const [document] = parsed.documents
  add(rows.ours, document?.text ?? '', expected, ms)
  const [plain, plainMs] = timed(() => new Readability(parseHTML(source).document as never).parse()?.textContent ?? '')
  add(rows.readability, plain, expected, plainMs)
  const [body, bodyMs] = timed(() => parseHTML(source).document.body?.textContent ?? '')
  add(rows.body, body, expected, bodyMs)

  const wanted = JSON.parse(readFileSync(join(folder, 'expected-metadata.json'), 'utf8')) as Expected
  note('title', wanted.title != null && wanted.title !== '', fold(wanted.title ?? '') === fold(document?.title ?? ''))
  note(
    'byline',
    wanted.byline != null,
    (document?.authors ?? []).some((author) => fold(wanted.byline ?? '').includes(fold(author))),
  )
  note('outlet', wanted.siteName != null, fold(wanted.siteName ?? '') === fold(document?.outlet ?? ''))
  note('language', wanted.lang != null, (wanted.lang ?? '').split('-')[0]!.toLowerCase() === document?.language)
  note('date', wanted.publishedTime != null, document?.publishedAt != null)
  if (process.argv.includes('--misses')) {
    if (fold(wanted.title ?? '') !== fold(document?.title ?? ''))
      console.error(`title of ${name}: "${document?.title ?? ''}", expected "${wanted.title ?? ''}"`)
    if (!(document?.authors ?? []).some((author) => fold(wanted.byline ?? '').includes(fold(author))))
      console.error(`author of ${name}: "${document?.authors?.join(' | ') ?? ''}", expected "${wanted.byline ?? ''}"`)
    if (wanted.siteName != null && fold(wanted.siteName) !== fold(document?.outlet ?? ''))
      console.error(`outlet of ${name}: "${document?.outlet ?? ''}", expected "${wanted.siteName}"`)
  }
  if (process.argv.includes('--misses') && wanted.publishedTime != null && document?.publishedAt == null)
    console.error(`no date: ${name} (${wanted.publishedTime})`)
}

console.log('| reader | P | R | F1 | ms/page | empty |\n|---|---|---|---|---|---|')
for (const [name, score] of Object.entries(rows)) {
  const [p, r] = [score.precision / score.pages, score.recall / score.pages]
  console.log(
    `| ${name} | ${p.toFixed(3)} | ${r.toFixed(3)} | ${((2 * p * r) / (p + r)).toFixed(3)} | ${(score.ms / score.pages).toFixed(0)} | ${score.empty} of ${score.pages} |`,
  )
}
console.log('\n| metadata | right | wanted |\n|---|---|---|')
for (const [key, [right, wanted]] of Object.entries(metadata)) console.log(`| ${key} | ${right} | ${wanted} |`)
