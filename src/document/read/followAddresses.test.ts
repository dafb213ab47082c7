import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readInputs } from './readInputs.js'

const PARAGRAPH =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${title}: ${PARAGRAPH.repeat(4)}</p></article></body></html>`

let server: Server
let base = ''
let folder = ''
let pages: Record<string, { readonly type: string; readonly body: string | Uint8Array }> = {}
let requests: string[] = []
const fetch = { allowPrivate: true, paceMs: 0, timeoutMs: 5_000 }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-'))
  server = createServer((request, response) => {
    const url = request.url ?? ''
    if (url !== '/robots.txt') requests.push(url)
    const found = pages[url]
    if (found === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': found.type }).end(found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  requests = []
  pages = {
    '/a': { type: 'text/html', body: page('Pier') },
    '/b': { type: 'text/html', body: page('Tide') },
  }
})

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const sitemap = (...paths: readonly string[]): string =>
  `<?xml version="1.0"?><urlset>${paths.map((path) => `<url><loc>${base}${path}</loc></url>`).join('')}</urlset>`
const titles = (read: Awaited<ReturnType<typeof readInputs>>) => read.documents.map(({ title }) => title).sort()
const codes = (read: Awaited<ReturnType<typeof readInputs>>) => read.diagnostics.map(({ code }) => code)

describe('a list of addresses', () => {
  it('that is a sitemap file gives its articles, and says which could not be had', async () => {
    const read = await readInputs([file('news.xml', sitemap('/a', '/b', '/gone'))], { fetch })
    expect(titles(read)).toEqual(['Pier', 'Tide'])
    expect(codes(read)).toEqual(['FETCH_FAILED'])
  })

  it('is read at its own address, packed, and through an index', async () => {
    pages['/s1.xml.gz'] = { type: 'application/x-gzip', body: gzipSync(sitemap('/a')) }
    pages['/index.xml'] = {
      type: 'text/xml',
      body: `<sitemapindex><sitemap><loc>${base}/s1.xml.gz</loc></sitemap></sitemapindex>`,
    }
    expect(titles(await readInputs([`${base}/s1.xml.gz`], { fetch }))).toEqual(['Pier'])
    expect(titles(await readInputs([`${base}/index.xml`], { fetch }))).toEqual(['Pier'])
  })

  it('that is an OPML file gives the articles of its feeds, from their pages where the feed has teasers', async () => {
    pages['/feed'] = {
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>Bay News</title><item><title>Pier</title><link>${base}/a</link><description>The council voted.</description></item><item><title>Lost</title><link>${base}/gone</link><description>A teaser of it.</description></item></channel></rss>`,
    }
    const read = await readInputs([file('feeds.opml', `<opml><body><outline xmlUrl="${base}/feed"/></body></opml>`)], {
      fetch,
    })
    expect(titles(read)).toEqual(['Lost', 'Pier'])
    expect(read.documents.find(({ title }) => title === 'Pier')).toMatchObject({
      state: 'complete',
      provenance: { origin: `${base}/a` },
    })
    expect(read.documents.find(({ title }) => title === 'Lost')?.state).toBe('truncated')
  })

  it('in a folder is not followed, for nobody asked to fetch anything', async () => {
    const inner = mkdtempSync(join(folder, 'inner-'))
    writeFileSync(join(inner, 'news.xml'), sitemap('/a'))
    const read = await readInputs([inner], { fetch })
    expect(codes(read)).toEqual(['ADDRESSES_LEFT'])
    expect(requests).toEqual([])
  })

  it('is followed a hundred addresses far, and says how many were left', async () => {
    const many = Array.from({ length: 130 }, (_, i) => `/gone${i}`)
    const read = await readInputs([file('many.xml', sitemap(...many))], { fetch })
    expect(requests).toHaveLength(100)
    expect(read.diagnostics.at(-1)).toMatchObject({ code: 'ADDRESSES_LEFT' })
    expect(read.diagnostics.at(-1)?.message).toContain('30 were left')
  })

  it('that lists itself ends', async () => {
    pages['/loop.xml'] = { type: 'text/xml', body: sitemap('/loop.xml', '/a') }
    expect(titles(await readInputs([`${base}/loop.xml`], { fetch }))).toEqual(['Pier'])
    expect(requests.filter((url) => url === '/loop.xml')).toHaveLength(1)
  })

  it('is guarded like every address', async () => {
    const read = await readInputs([file('news.xml', sitemap('/a'))], { fetch: { ...fetch, allowPrivate: false } })
    expect(codes(read)).toEqual(['FETCH_REFUSED'])
    expect(requests).toEqual([])
  })

  it('without addresses is said to have none', async () => {
    expect(codes(await readInputs([file('empty.opml', '<opml><body/></opml>')], { fetch }))).toEqual(['RECORD_INVALID'])
  })
})

describe('a page whose type lies', () => {
  it.each([
    ['a page sent as plain text', 'text/plain', () => page('Pier'), 'html'],
    ['a sitemap sent as a page', 'text/html', () => sitemap('/a'), 'html'],
    ['a page sent as JSON', 'application/json', () => page('Pier'), 'html'],
  ])('%s is read as what it is', async (_, type, body, format) => {
    pages['/lying'] = { type, body: body() }
    const read = await readInputs([`${base}/lying`], { fetch })
    expect(read.documents.map(({ title, provenance }) => [title, provenance.format])).toEqual([['Pier', format]])
  })

  it('a picture sent as a page is said to be none', async () => {
    pages['/picture'] = { type: 'text/html', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) }
    expect(codes(await readInputs([`${base}/picture`], { fetch }))).toEqual(['INPUT_BINARY'])
  })

  it('is decoded by the encoding that its server declares', async () => {
    pages['/legacy'] = {
      type: 'text/html; charset=iso-8859-2',
      body: Buffer.from(page('Pier by Zdenka').replace('Zdenka', 'Zde\u00f2ka'), 'latin1'),
    }
    expect(titles(await readInputs([`${base}/legacy`], { fetch }))).toEqual(['Pier by Zdeňka'])
  })
})
