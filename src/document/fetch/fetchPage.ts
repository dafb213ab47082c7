import type { Dispatcher } from 'undici'
import { request } from 'undici'
import { SynopticError, VERSION } from '../../text/index.js'
import { createGuardedAgent, type Resolve } from './guardedAgent.js'
import { createPageCache, type PageCache } from './pageCache.js'
import { createRobots } from './robots.js'

export interface FetchOptions {
  /** Lets private networks be reached; off by default. */
  readonly allowPrivate?: boolean
  /** Folder that keeps pages between runs, for conditional requests; nothing is kept without one. */
  readonly cacheFolder?: string
  /** Least time between two requests to one host, in milliseconds. */
  readonly paceMs?: number
  /** Most time for one page, all redirects and retries included, in milliseconds. */
  readonly timeoutMs?: number
  /** Most bytes of a page after unpacking. */
  readonly largest?: number
  /** Time source and resolver for tests. */
  readonly now?: () => number
  readonly resolve?: Resolve
}

/** A page as it came. */
export interface FetchedPage {
  /** Address after redirects. */
  readonly url: string
  readonly contentType: string
  readonly bytes: Uint8Array
  /** ISO 8601 time of the request that brought or confirmed it. */
  readonly fetchedAt: string
}

export interface Fetcher {
  /**
   * Fetches one page.
   *
   * @throws SynopticError `FETCH_REFUSED`, `FETCH_DISALLOWED` (robots.txt), `FETCH_FAILED`, or `INPUT_TOO_LARGE`
   */
  fetch(url: string): Promise<FetchedPage>
  close(): Promise<void>
}

const DEFAULTS = { paceMs: 1_000, timeoutMs: 30_000, largest: 16 * 1024 * 1024 }
const MOST_REDIRECTS = 5
const MOST_TRIES = 3
// A server that asks for more patience than this is left for another day.
const LONGEST_WAIT_MS = 10_000
const READABLE =
  /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|(?:[\w.+-]*\+)?json|pdf|x-gzip|gzip)|$)/i

/** Says who asks, so that a site can tell us apart and write to robots.txt. */
export const USER_AGENT = `Synoptic/${VERSION} (comparison of news accounts; obeys robots.txt)`

/**
 * A polite and guarded fetcher: robots.txt, one request at a time and a pause per host, conditional requests, retries with patience, and
 * limits on size, time and redirects. Every connection goes through {@link createGuardedAgent}.
 */
export function createFetcher(options: FetchOptions = {}): Fetcher {
  const settings = { ...DEFAULTS, ...options }
  const agent = createGuardedAgent({
    allowPrivate: settings.allowPrivate === true,
    connectTimeoutMs: Math.min(10_000, settings.timeoutMs),
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  })
  const cache: PageCache = createPageCache(options.cacheFolder ?? null)
  const lastRequest = new Map<string, Promise<void>>()
  // Where a site asks for a longer pause than ours.
  const pauseOf = new Map<string, number>()

  /** Waits until the host has had its pause; calls for one host queue up. */
  const takeTurn = (host: string): Promise<void> => {
    const turn = (lastRequest.get(host) ?? Promise.resolve()).then(() => {})
    lastRequest.set(
      host,
      turn.then(() => new Promise((resolve) => setTimeout(resolve, pauseOf.get(host) ?? settings.paceMs).unref())),
    )
    return turn
  }

  const get = async (
    url: URL,
    signal: AbortSignal,
    headers: Record<string, string> = {},
  ): Promise<Dispatcher.ResponseData> => {
    await takeTurn(url.host)
    try {
      return await request(url, {
        dispatcher: agent,
        signal,
        headers: { 'user-agent': USER_AGENT, accept: 'text/html,application/xhtml+xml,*/*;q=0.5', ...headers },
      })
    } catch (error) {
      throw asFetchError(error, url)
    }
  }
  const robots = createRobots(USER_AGENT, async (start) => {
    const signal = AbortSignal.timeout(settings.timeoutMs)
    let url = start
    for (let hop = 0; ; hop++) {
      const response = await get(url, signal)
      const location = headerOf(response, 'location')
      // RFC 9309: at least five redirects are followed, also to another host; more are as good as no file.
      if (isRedirect(response.statusCode) && location !== null && hop < MOST_REDIRECTS) {
        await response.body.dump()
        url = webAddress(location, url)
        continue
      }
      const bytes = await readBody(response, url, 512 * 1024)
      return { status: response.statusCode, text: new TextDecoder().decode(bytes) }
    }
  })

  const fetchOnce = async (
    start: URL,
    signal: AbortSignal,
  ): Promise<FetchedPage | { readonly retryAfterMs: number; readonly status: number }> => {
    let url = start
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!(await robots.allows(url))) {
        throw new SynopticError(
          'FETCH_DISALLOWED',
          `${url.href} may not be fetched by programs, says the site's robots.txt: save the page yourself and give the file`,
        )
      }
      pauseOf.set(url.host, Math.max(settings.paceMs, await robots.pauseMs(url)))
      const known = await cache.find(url.href)
      const response = await get(url, signal, known?.conditions ?? {})
      const { statusCode: status } = response
      const location = headerOf(response, 'location')
      if (isRedirect(status) && location !== null) {
        await response.body.dump()
        url = webAddress(location, url)
        continue
      }
      if (status === 304 && known !== null) {
        await response.body.dump()
        return { ...known.page, fetchedAt: new Date().toISOString() }
      }
      if (status === 429 || status >= 500) {
        await response.body.dump()
        return { status, retryAfterMs: retryAfter(headerOf(response, 'retry-after'), settings.now?.() ?? Date.now()) }
      }
      if (status !== 200) {
        await response.body.dump()
        throw failed(url, `the server answered with status ${status}`)
      }
      const contentType = headerOf(response, 'content-type') ?? ''
      if (!READABLE.test(contentType)) {
        response.body.on('error', () => {}).destroy()
        throw failed(url, `it is of type "${contentType}", which is no page`)
      }
      const page = {
        url: url.href,
        contentType,
        bytes: await readBody(response, url, settings.largest),
        fetchedAt: new Date().toISOString(),
      }
      await cache.keep(page, { etag: headerOf(response, 'etag'), lastModified: headerOf(response, 'last-modified') })
      return page
    }
    throw failed(start, `it redirects more than ${MOST_REDIRECTS} times`)
  }

  return {
    async fetch(address) {
      const url = webAddress(address)
      const signal = AbortSignal.timeout(settings.timeoutMs)
      for (let attempt = 1; ; attempt++) {
        const result = await fetchOnce(url, signal).catch((error: unknown) => {
          throw asFetchError(error, url)
        })
        if ('bytes' in result) return result
        if (attempt === MOST_TRIES || result.retryAfterMs > LONGEST_WAIT_MS)
          throw failed(url, `the server answered with status ${result.status}, ${attempt} time(s)`)
        await new Promise((resolve) => setTimeout(resolve, Math.max(result.retryAfterMs, 250 * 2 ** attempt)))
      }
    },
    close: () => agent.close(),
  }
}

/** An http or https address; anything else, and credentials in the address, are refused. */
function webAddress(address: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(address, base)
  } catch (error) {
    throw new SynopticError('FETCH_REFUSED', `"${address}" is no address: give one that begins with https://`, {
      cause: error,
    })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SynopticError('FETCH_REFUSED', `"${url.href}" is not fetched: only http and https addresses are`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new SynopticError(
      'FETCH_REFUSED',
      `"${url.host}" was given with a user name or password, which are not sent: leave them out`,
    )
  }
  url.hash = ''
  return url
}

async function readBody(response: Dispatcher.ResponseData, url: URL, largest: number): Promise<Uint8Array> {
  const { unpackBody } = await import('./unpackBody.js')
  return unpackBody(response.body, headerOf(response, 'content-encoding'), url.href, largest)
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name]
  return value === undefined ? null : Array.isArray(value) ? (value[0] ?? null) : value
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304
}

/** How long a server asks to wait, in milliseconds: it gives seconds or a date; 0 where it says nothing. */
function retryAfter(value: string | null, now: number): number {
  if (value === null) return 0
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now
  return Math.max(0, wait || 0)
}

function failed(url: URL, reason: string, cause?: unknown): SynopticError {
  return new SynopticError(
    'FETCH_FAILED',
    `${url.href} could not be fetched: ${reason}; save the page and give the file`,
    { cause },
  )
}

/** Our own errors pass, also as the cause of a library's; everything else becomes `FETCH_FAILED`. */
function asFetchError(error: unknown, url: URL): SynopticError {
  for (let current = error; current instanceof Error; current = current.cause)
    if (current instanceof SynopticError) return current
  const reason =
    error instanceof Error ? (error.name === 'TimeoutError' ? 'it took too long' : error.message) : String(error)
  return failed(url, reason, error)
}
