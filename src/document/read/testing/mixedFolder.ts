import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { smallDocx } from './fixtures.js'
import { smallPdf } from './sources.js'

const PLACES = ['Alder Bay', 'Birch Point', 'Cedar Cove', 'Dunmore', 'Elm Harbour']
const WORKS = ['pier', 'bridge', 'school', 'sea wall', 'library', 'station', 'market hall']

/** Sentences of one account, other for each number; in plain ASCII, so that every format holds them. */
function sentences(n: number): readonly string[] {
  const place = PLACES[n % PLACES.length]!
  const work = WORKS[Math.floor(n / PLACES.length) % WORKS.length]!
  return [
    `The council of ${place} voted on Monday to rebuild the ${work} that a storm broke in January, with ${n + 10} votes.`,
    `The work will cost ${n + 2} million crowns and take ${(n % 20) + 3} months, the mayor said after the vote.`,
    `Fishermen who had asked for a harbour instead left the hall before the vote was counted, and they said that they would be back in the spring with a plan of their own.`,
    `Children had written ${n * 3 + 40} letters to the council in which they asked for the ${work}.`,
  ]
}

const pageOf = (n: number): string =>
  `<html lang="en"><head><title>Vote ${n}</title></head><body><nav>Home</nav><article><h1>Vote ${n}</h1>${sentences(n)
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`
const textOf = (n: number): string => sentences(n).join('\n\n')
const warcOf = (n: number): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(n)}`
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://bay.example/${n}\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:${n}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
}

type Maker = readonly [ending: string, make: (n: number) => string | Uint8Array]

/** One account in every format. */
const GOOD: readonly Maker[] = [
  ['txt', textOf],
  ['md', (n) => `# Vote ${n}\n\n${textOf(n)}`],
  ['json', (n) => JSON.stringify({ id: `json-${n}`, headline: `Vote ${n}`, articleBody: textOf(n) })],
  ['jsonl', (n) => `${JSON.stringify({ id: `jsonl-${n}`, text: textOf(n) })}\n`],
  ['csv', (n) => `id,text\ncsv-${n},"${textOf(n)}"\n`],
  ['tsv', (n) => `id\ttext\ntsv-${n}\t"${textOf(n)}"\n`],
  ['html', pageOf],
  [
    'xml',
    (n) =>
      `<rss version="2.0"><channel><title>Bay News</title><item><guid>feed-${n}</guid><description><![CDATA[<p>${textOf(n)}</p>]]></description></item></channel></rss>`,
  ],
  ['pdf', (n) => smallPdf(sentences(n))],
  [
    'docx',
    (n) =>
      smallDocx(
        sentences(n)
          .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
          .join(''),
      ),
  ],
  [
    'eml',
    (n) =>
      `From: Bay News <news@bay.example>\nSubject: Vote ${n}\nMessage-ID: <eml-${n}@bay.example>\n\n${textOf(n)}\n`,
  ],
  ['mbox', (n) => `From a\nSubject: Vote ${n}\nMessage-ID: <mbox-${n}@bay.example>\n\n${textOf(n)}\n`],
  ['warc', warcOf],
  ['txt.gz', (n) => gzipSync(textOf(n))],
]

/** Files that hold no account that can be read, each in another way. */
const BROKEN: readonly Maker[] = [
  ['txt', () => ''],
  ['txt', () => ' \n\n'],
  ['txt', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ['json', () => '{"id": "a", "text": "The council'],
  ['json', () => '{"id": "a", "title": "Vote"}'],
  ['jsonl', () => '{"id": "a", "text": 5}\n'],
  ['csv', () => 'id,title\na,Vote\n'],
  ['csv', () => 'id,text\na,"The council of Alder Bay'],
  ['html', () => '<html><body><p>Please enable scripts.</p></body></html>'],
  ['xml', () => '<note>hello</note>'],
  ['opml', () => '<opml><body/></opml>'],
  ['pdf', (n) => smallPdf(sentences(n)).subarray(0, 120)],
  ['pdf', () => smallPdf([])],
  ['docx', () => 'no archive'],
  ['docx', (n) => smallDocx(`<w:p><w:r><w:t>${textOf(n)}</w:t></w:r></w:p>`).subarray(0, 500)],
  ['eml', () => 'Subject: Vote\n\n'],
  ['warc', () => 'WARC/1.1\r\nWARC-Type: resp'],
  ['txt.gz', (n) => gzipSync(textOf(n)).subarray(0, 60)],
]

/** Writes `good` files that hold one account each and `broken` ones that hold none, of all formats, in folders of a hundred; the paths of the broken ones. */
export function writeMixedFolder(folder: string, good: number, broken: number): readonly string[] {
  const write = (n: number, kind: string, [ending, make]: Maker): string => {
    const inner = join(folder, `part-${Math.floor(n / 100)}`)
    mkdirSync(inner, { recursive: true })
    const path = join(inner, `${kind}-${n}.${ending}`)
    writeFileSync(path, make(n))
    return path
  }
  for (let n = 0; n < good; n++) write(n, 'good', GOOD[n % GOOD.length]!)
  return Array.from({ length: broken }, (_, n) => write(n, 'broken', BROKEN[n % BROKEN.length]!))
}
