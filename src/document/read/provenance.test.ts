import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readAll, sourceOf } from './testing/sources.js'

const PARAGRAPH =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
const PAGE = `<html><head><meta charset="iso-8859-1"></head><body><article><h1>Pier</h1><p>${PARAGRAPH.repeat(3)}</p></article></body></html>`
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const provenanceOf = async (content: string | Uint8Array, extension: string) =>
  (await readAll(sourceOf(content, extension))).documents.map(({ provenance }) => provenance)

interface Parts {
  readonly headers?: string
  readonly body?: string | Uint8Array
  readonly status?: string
  readonly wrong?: number
}

function record({ headers = '', body = PAGE, status = '200 OK', wrong = 0 }: Parts = {}): Buffer {
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${headers}\r\n`),
    Buffer.from(body as string),
  ])
  return Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://bay.example/2026/02/03/pier\r\nWARC-Date: 2029-03-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length - wrong}\r\n\r\n`,
    ),
    http,
    Buffer.from('\r\n\r\n'),
  ])
}

describe('a page of a web archive', () => {
  it('was fetched when its record says, which is no date of publication', async () => {
    const { documents } = await readAll(sourceOf(record(), 'warc'))
    expect(documents[0]?.provenance).toMatchObject({
      origin: 'folder/one.warc#https://bay.example/2026/02/03/pier',
      fetchedAt: '2029-03-01T08:00:00Z',
    })
    expect(documents[0]?.publishedAt).toBe('2026-02-03')
    const undated = Buffer.from(record().toString().replace('2026/02/03', 'news'))
    const [again] = (await readAll(sourceOf(undated, 'warc'))).documents
    expect([again?.publishedAt, again?.url]).toEqual([null, 'https://bay.example/news/pier'])
  })

  it('has the hash of its own bytes, whatever the archive packed them in', async () => {
    const chunked = `${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`
    for (const parts of [{}, { headers: 'Transfer-Encoding: chunked\r\n', body: chunked }])
      expect((await provenanceOf(record(parts), 'warc'))[0]?.sha256).toBe(sha256(PAGE))
  })

  it('is decoded as it says itself', async () => {
    const latin1 = Buffer.from(PAGE.replace('Monday', 'café'), 'latin1')
    const [document] = (await readAll(sourceOf(record({ body: latin1 }), 'warc'))).documents
    expect(document?.text).toContain('voted on café')
  })

  it('is passed over where the server had none', async () => {
    expect((await readAll(sourceOf(record({ status: '404 Not Found' }), 'warc'))).documents).toEqual([])
  })

  it.each<[string, Parts, string]>([
    ['is no text', { body: new Uint8Array(500) }, 'binary'],
    ['is longer than its record says', { wrong: 30 }, 'its length is wrong'],
  ])('that %s does not end the archive', async (_, parts, reason) => {
    const { documents, diagnostics } = await readAll(sourceOf(Buffer.concat([record(parts), record()]), 'warc'))
    expect(documents.at(-1)?.provenance.sha256).toBe(sha256(PAGE))
    expect(diagnostics.map(({ message }) => message).join()).toContain(reason)
  })
})

describe('a record of many in a file', () => {
  it('has its place there, and of JSON Lines the hash of its line', async () => {
    const lines = ['{"id":"a","text":"One."}', '{"id":"b","text":"Two."}']
    expect(await provenanceOf(`${lines.join('\r\n')}\r\n`, 'jsonl')).toMatchObject(
      lines.map((line, i) => ({ origin: `folder/one.jsonl, line ${i + 1}`, sha256: sha256(line) })),
    )
    const file = `[${lines.join()}]`
    expect(await provenanceOf(file, 'json')).toMatchObject([
      { origin: 'folder/one.json, record 1', sha256: sha256(file) },
      { origin: 'folder/one.json, record 2', sha256: sha256(file) },
    ])
    expect(await provenanceOf(lines[0]!, 'json')).toMatchObject([{ origin: 'folder/one.json' }])
    expect(await provenanceOf('id,text\na,One.\n', 'csv')).toMatchObject([
      { origin: 'folder/one.csv, row 1', sha256: sha256('One.') },
    ])
  })

  it('is of a mailbox the message, in its own encoding', async () => {
    const message = Buffer.from(
      'Subject: Pier\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nA café.\nFrom here on it rains.\n',
      'latin1',
    )
    const quoted = Buffer.from(message.toString('latin1').replace('\nFrom', '\n>From'), 'latin1')
    const box = Buffer.concat([Buffer.from('From a\n'), quoted, Buffer.from('From b\nSubject: Tide\n\nTwo.\n')])
    const { documents } = await readAll(sourceOf(box, 'mbox'))
    expect(documents[0]?.text).toContain('A café.\nFrom here on')
    expect(documents.map(({ provenance }) => provenance.origin)).toEqual([
      'folder/one.mbox, message 1',
      'folder/one.mbox, message 2',
    ])
    expect(documents[0]?.provenance.sha256).toBe(sha256(message.subarray(0, -1)))
  })

  it('is left out of a mailbox where it is too large, and the next is read', async () => {
    const large = `From a\nSubject: x\n\n${'word '.repeat(900)}\n`.replace(/word.*/, (line) =>
      `${line}\n`.repeat(1_000),
    )
    const read = await readAll(sourceOf(`${large}From b\nSubject: Tide\n\nTwo.\n`, 'mbox', 65_536))
    expect(read.documents.map(({ title }) => title)).toEqual(['Tide'])
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['INPUT_TOO_LARGE'])
  })
})
