import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readInputs } from '../read/readInputs.js'
import { createFetcher, type FetchOptions, USER_AGENT } from './fetchPage.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

let server: Server
let base = ''
let handlers: Record<string, Handler> = {}
let requests: { readonly url: string; readonly at: number; readonly headers: IncomingMessage['headers'] }[] = []

const PARAGRAPH =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
const PAGE = `<html><body><article><h1>Pier</h1><p>${PARAGRAPH.repeat(4)}</p></article></body></html>`
const page: Handler = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)

const GZIP_BOMB = gzipSync(Buffer.alloc(30_000_000), { level: 1 })
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(30_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', at: Date.now(), headers: request.headers })
    const handler = handlers[request.url ?? '']
    if (handler === undefined) response.writeHead(404).end()
    else handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  handlers = { '/page': page }
  requests = []
})

/** Fetches with the guard open to loopback, as a user with a server of her own would. */
async function fetchFrom(address: string, options: FetchOptions = {}) {
  const fetcher = createFetcher({ allowPrivate: true, paceMs: 0, timeoutMs: 3_000, ...options })
  try {
    return await fetcher.fetch(address)
  } finally {
    await fetcher.close()
  }
}

const port = (): string => new URL(base).port

describe('the guard', () => {
  it.each([
    ['loopback', () => `${base}/page`],
    ['localhost', () => `http://localhost:${port()}/page`],
    ['a decimal form', () => `http://2130706433:${port()}/page`],
    ['a hexadecimal form', () => `http://0x7f000001:${port()}/page`],
    ['a short form', () => `http://127.1:${port()}/page`],
    ['an octal form', () => `http://0177.0.0.1:${port()}/page`],
    ['an IPv4-mapped form', () => `http://[::ffff:127.0.0.1]:${port()}/page`],
    ['IPv6 loopback', () => `http://[::1]:${port()}/page`],
    ['cloud metadata', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a private network', () => 'http://10.0.0.1/'],
    ['a local file', () => 'file:///etc/passwd'],
    ['credentials', () => 'http://user:secret@example.org/'],
    ['no address', () => 'http://'],
  ])('refuses %s by default', async (_, address) => {
    await expect(fetchFrom(address(), { allowPrivate: false })).rejects.toMatchObject({ code: 'FETCH_REFUSED' })
    expect(requests).toEqual([])
  })

  it('refuses a public name that resolves to a private address', async () => {
    const resolve = ((
      _host: string,
      _options: unknown,
      callback: (error: null, list: { address: string; family: number }[]) => void,
    ) => callback(null, [{ address: '127.0.0.1', family: 4 }])) as FetchOptions['resolve']
    await expect(
      fetchFrom(`http://news.example:${port()}/page`, { allowPrivate: false, resolve: resolve! }),
    ).rejects.toMatchObject({ code: 'FETCH_REFUSED' })
    expect(requests).toEqual([])
  })

  it('refuses a name that is rebound after its first look-up', async () => {
    let lookups = 0
    const resolve = ((
      _host: string,
      _options: unknown,
      callback: (error: null, list: { address: string; family: number }[]) => void,
    ) =>
      callback(null, [{ address: lookups++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }])) as FetchOptions['resolve']
    for (let i = 0; i < 2; i++) {
      await expect(
        fetchFrom(`http://news.example:${port()}/page`, { allowPrivate: false, resolve: resolve!, timeoutMs: 500 }),
      ).rejects.toMatchObject({ code: 'FETCH_REFUSED' })
    }
    expect(requests).toEqual([])
  })

  it('lets private addresses pass where a user asked for it', async () => {
    expect((await fetchFrom(`${base}/page`)).contentType).toBe('text/html')
  })
})

describe('fetching', () => {
  it('follows redirects to the end and no further than five', async () => {
    for (let i = 0; i < 7; i++)
      handlers[`/r${i}`] = (_, response) =>
        response.writeHead(302, { location: i < 3 ? `/r${i + 1}` : i === 3 ? '/page' : `/r${4 + ((i + 1) % 3)}` }).end()
    expect((await fetchFrom(`${base}/r0`)).url).toBe(`${base}/page`)
    await expect(fetchFrom(`${base}/r4`)).rejects.toMatchObject({ code: 'FETCH_FAILED' })
  })

  it('refuses a redirect to another kind of address', async () => {
    handlers['/file'] = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    await expect(fetchFrom(`${base}/file`)).rejects.toMatchObject({ code: 'FETCH_REFUSED' })
  })

  it('obeys robots.txt and says who it is', async () => {
    handlers['/robots.txt'] = (_, response) => response.end('User-agent: *\nDisallow: /page')
    await expect(fetchFrom(`${base}/page`)).rejects.toMatchObject({ code: 'FETCH_DISALLOWED' })
    expect(requests.map(({ url }) => url)).toEqual(['/robots.txt'])
    expect(requests[0]?.headers['user-agent']).toBe(USER_AGENT)
  })

  it('fetches nothing from a site whose robots.txt fails', async () => {
    handlers['/robots.txt'] = (_, response) => response.writeHead(503).end()
    await expect(fetchFrom(`${base}/page`)).rejects.toMatchObject({ code: 'FETCH_DISALLOWED' })
  })

  it('follows the redirects of robots.txt', async () => {
    handlers['/robots.txt'] = (_, response) => response.writeHead(301, { location: '/rules/robots.txt' }).end()
    handlers['/rules/robots.txt'] = (_, response) => response.end('User-agent: *\nDisallow: /page')
    await expect(fetchFrom(`${base}/page`)).rejects.toMatchObject({ code: 'FETCH_DISALLOWED' })
    handlers['/rules/robots.txt'] = (_, response) => response.writeHead(301, { location: '/rules/robots.txt' }).end()
    expect((await fetchFrom(`${base}/page`)).contentType).toBe('text/html')
  })

  it('tries again when the server is busy, and gives up after three times', async () => {
    let times = 0
    handlers['/busy'] = (request, response) => (++times < 3 ? response.writeHead(503).end() : page(request, response))
    expect((await fetchFrom(`${base}/busy`, { timeoutMs: 5_000 })).bytes.length).toBe(PAGE.length)
    handlers['/down'] = (_, response) => response.writeHead(500).end()
    await expect(fetchFrom(`${base}/down`, { timeoutMs: 5_000 })).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    expect(requests.filter(({ url }) => url === '/down')).toHaveLength(3)
  })

  it('leaves a server that asks for an hour of patience', async () => {
    handlers['/later'] = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end()
    await expect(fetchFrom(`${base}/later`)).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    expect(requests.filter(({ url }) => url === '/later')).toHaveLength(1)
  })

  it('leaves a server that asks for patience until a date', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    handlers['/later'] = (_, response) => response.writeHead(503, { 'retry-after': date }).end()
    await expect(fetchFrom(`${base}/later`)).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    expect(requests.filter(({ url }) => url === '/later')).toHaveLength(1)
  })

  it('pauses between two requests to one host', async () => {
    const fetcher = createFetcher({ allowPrivate: true, paceMs: 150 })
    await Promise.all([fetcher.fetch(`${base}/page`), fetcher.fetch(`${base}/page?2`).catch(() => null)])
    await fetcher.close()
    const gaps = requests.slice(1).map(({ at }, i) => at - requests[i]!.at)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100)
  })

  it('pauses as long as robots.txt asks', async () => {
    handlers['/robots.txt'] = (_, response) => response.end('User-agent: *\nCrawl-delay: 0.3')
    const fetcher = createFetcher({ allowPrivate: true, paceMs: 0 })
    for (let i = 0; i < 3; i++) await fetcher.fetch(`${base}/page`)
    await fetcher.close()
    const [, first, second, third] = requests.map(({ at }) => at)
    expect(Math.min(second! - first!, third! - second!)).toBeGreaterThanOrEqual(250)
  })

  it.each<[string, Handler]>([
    [
      'an endless stream',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const timer = setInterval(() => response.write('x'.repeat(100_000)), 1)
        response.on('close', () => clearInterval(timer))
      },
    ],
    [
      'a bomb in gzip',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(GZIP_BOMB),
    ],
    [
      'a bomb in brotli',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' }).end(BROTLI_BOMB),
    ],
  ])('stops reading %s at the limit', async (_, handler) => {
    handlers['/large'] = handler
    await expect(fetchFrom(`${base}/large`, { largest: 1_000_000 })).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' })
  })

  it.each<[string, Handler]>([
    ['a server that never answers', () => {}],
    [
      'a server that drips',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const timer = setInterval(() => response.write('x'), 50)
        response.on('close', () => clearInterval(timer))
      },
    ],
    [
      'a body shorter than it was said to be',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' })
        response.write('short')
        response.destroy()
      },
    ],
    [
      'damaged gzip',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('not gzip'),
    ],
    [
      'an unknown packing',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'rot13' }).end('x'),
    ],
    ['a picture', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x')],
  ])('fails in words and in time on %s', async (_, handler) => {
    handlers['/odd'] = handler
    const started = Date.now()
    await expect(fetchFrom(`${base}/odd`, { timeoutMs: 700 })).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    expect(Date.now() - started).toBeLessThan(2_500)
  })

  it('asks again only whether a kept page still holds', async () => {
    const cacheFolder = mkdtempSync(join(tmpdir(), 'synoptic-'))
    handlers['/kept'] = (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(PAGE)
    const first = await fetchFrom(`${base}/kept`, { cacheFolder })
    const second = await fetchFrom(`${base}/kept`, { cacheFolder })
    rmSync(cacheFolder, { recursive: true })
    expect(Buffer.from(second.bytes).toString()).toBe(Buffer.from(first.bytes).toString())
    expect(requests.filter(({ url }) => url === '/kept').map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
    ])
  })
})

describe('an address as an input', () => {
  const fetch = { allowPrivate: true, paceMs: 0, timeoutMs: 3_000 }

  it('becomes an account with its address and the time of fetching', async () => {
    const { documents, diagnostics } = await readInputs([`${base}/page`, `${base}/missing`], { fetch })
    expect(documents).toHaveLength(1)
    expect(documents[0]?.text).toContain('rebuild the pier')
    expect(documents[0]?.provenance).toMatchObject({ origin: `${base}/page`, format: 'html' })
    expect(documents[0]?.provenance.fetchedAt).toMatch(/^\d{4}-/)
    expect(diagnostics.map(({ code }) => code)).toEqual(['FETCH_FAILED'])
  })

  it('goes from an AMP page to the page it stands for', async () => {
    handlers['/amp'] = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(PAGE.replace('<html>', '<html amp><head><link rel="canonical" href="/page"></head>'))
    const { documents } = await readInputs([`${base}/amp`], { fetch })
    expect(documents[0]?.provenance.origin).toBe(`${base}/page`)
  })
})
