/**
 * Memory while large archives are streamed: `npx tsx bench/speed/streaming.ts [megabytes]`, 1,024 when left out.
 *
 * Writes a JSONL, a CSV and a WARC file of that size in a temporary folder, made of accounts of our own, reads each record by record as
 * `synoptic group --order given` does, and prints accounts, seconds, megabytes a second and the peak of resident memory. The files are
 * removed.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { streamInputs } from '../../src/document/index.js'

const MEGABYTE = 1024 * 1024
const PARAGRAPH =
  'The council of Larkin voted on Monday to rebuild the bridge over the river. Mayor Ana Ruiz said the work would start in spring and cost $4 million, half of it paid by the state. '

/** One account of some 5 KB; the number makes it unlike the others. */
function makeText(n: number): string {
  return `Account ${n}. ${PARAGRAPH.repeat(28)}`
}

const MAKERS: Readonly<Record<string, { readonly head: string; readonly make: (n: number) => string }>> = {
  jsonl: { head: '', make: (n) => `${JSON.stringify({ id: `a${n}`, title: `Bridge ${n}`, text: makeText(n) })}\n` },
  csv: { head: 'id,title,text\n', make: (n) => `a${n},Bridge ${n},"${makeText(n)}"\n` },
  warc: { head: '', make: makeRecord },
}

function makeRecord(n: number): string {
  const body = `<!doctype html><html lang="en"><head><title>Bridge ${n}</title></head><body><article><h1>Bridge ${n}</h1><p>${makeText(n)}</p></article></body></html>`
  const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  return [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}>`,
    'WARC-Date: 2026-03-02T10:00:00Z',
    `WARC-Target-URI: https://news.example/${n}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(response)}`,
    '',
    `${response}\r\n\r\n`,
  ].join('\r\n')
}

async function write(path: string, kind: string, bytes: number): Promise<void> {
  const { head, make } = MAKERS[kind]!
  const out = createWriteStream(path)
  out.write(head)
  let written = head.length
  for (let n = 0; written < bytes; n++) {
    const record = make(n)
    written += record.length
    if (!out.write(record)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
}

async function measure(path: string): Promise<string> {
  const started = performance.now()
  let accounts = 0
  let failures = 0
  let peak = 0
  for await (const { documents, diagnostics } of streamInputs([path])) {
    accounts += documents.length
    failures += diagnostics.length
    if (accounts % 500 === 0) peak = Math.max(peak, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - started) / 1000
  const megabytes = statSync(path).size / MEGABYTE
  return `${accounts} accounts, ${failures} diagnostics, ${seconds.toFixed(0)} s, ${(megabytes / seconds).toFixed(1)} MB/s, peak ${(peak / MEGABYTE).toFixed(0)} MB`
}

const megabytes = Number(process.argv[2] ?? 1024)
const folder = mkdtempSync(join(tmpdir(), 'synoptic-streaming-'))
try {
  for (const kind of Object.keys(MAKERS)) {
    const path = join(folder, `big.${kind}`)
    await write(path, kind, megabytes * MEGABYTE)
    console.log(`${kind}: ${(statSync(path).size / MEGABYTE).toFixed(0)} MB, ${await measure(path)}`)
    rmSync(path)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
