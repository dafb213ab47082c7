import { SynopticError } from '../../text/index.js'
import type { Diagnostic, Document } from '../document.js'
import { addressSource } from '../fetch/addressSource.js'
import type { Fetcher, FetchOptions } from '../fetch/fetchPage.js'
import { type ReadResult, readSource } from './readSource.js'

// Two minutes at a second's pause; what is older than the hundred newest of a site is no part of today's story.
const MOST_OF_LIST = 100
// An index of sitemaps, a sitemap, its pages; an OPML file, a feed, its items.
const DEEPEST = 2

/** Reads addresses, and the articles of the lists and feeds found there. */
export interface AddressReader {
  /** The articles at one address. */
  read(address: string): AsyncIterable<ReadResult>
  /** The articles of a list of addresses, the first hundred. */
  follow(addresses: readonly string[], origin: string): AsyncIterable<ReadResult>
  close(): Promise<void>
}

/**
 * A reader of addresses; nothing is loaded or fetched before the first is read.
 *
 * A list (OPML, sitemap) gives its articles, two levels deep and a hundred addresses a list. An item of a fetched feed that is only a teaser is
 * replaced by the article at its address, where that can be read. What several lists name is fetched once.
 */
export function createAddressReader(options: FetchOptions | undefined): AddressReader {
  let fetcher: Fetcher | undefined
  const seen = new Set<string>()

  async function* read(address: string, depth: number): AsyncIterable<ReadResult> {
    // One that was given twice as an input is read twice, so that it is reported.
    if (depth > 0 && seen.has(address)) return
    seen.add(address)
    fetcher ??= (await import('../fetch/fetchPage.js')).createFetcher(options)
    const source = await addressSource(address, fetcher).catch(failure)
    if (!('open' in source)) {
      yield source
      return
    }
    for await (const result of readSource(source)) yield* withArticles(result, source.origin, depth)
  }

  async function* withArticles(result: ReadResult, origin: string, depth: number): AsyncIterable<ReadResult> {
    const teasers = depth < DEEPEST ? result.documents.filter(isTeaser) : []
    const kept = result.documents.filter((document) => !teasers.includes(document))
    if (kept.length + result.diagnostics.length > 0) yield { documents: kept, diagnostics: result.diagnostics }
    for (const [i, teaser] of teasers.entries()) {
      const articles = i < MOST_OF_LIST ? await gather(read(teaser.url!, DEEPEST)) : []
      yield { documents: articles.length > 0 ? articles : [teaser], diagnostics: [] }
    }
    if (result.addresses !== undefined) yield* follow(result.addresses, origin, depth)
  }

  async function* follow(addresses: readonly string[], origin: string, depth: number): AsyncIterable<ReadResult> {
    if (depth >= DEEPEST) return yield left(origin, addresses.length, 'is a list in a list in a list')
    for (const address of addresses.slice(0, MOST_OF_LIST)) yield* read(address, depth + 1)
    const more = addresses.length - MOST_OF_LIST
    if (more > 0)
      yield left(origin, more, `names ${addresses.length} addresses, and the first ${MOST_OF_LIST} were fetched`)
  }

  return {
    read: (address) => read(address, 0),
    follow: (addresses, origin) => follow(addresses, origin, 0),
    close: async () => fetcher?.close(),
  }
}

async function gather(results: AsyncIterable<ReadResult>): Promise<readonly Document[]> {
  const documents: Document[] = []
  for await (const result of results) documents.push(...result.documents)
  return documents
}

function isTeaser({ provenance, state, url }: Document): boolean {
  return provenance.format === 'feed' && state === 'truncated' && url !== null && /^https?:/i.test(url)
}

function left(origin: string, count: number, why: string): ReadResult {
  return note('ADDRESSES_LEFT', `${origin} ${why}: ${count} were left; give those that matter as inputs`)
}

/** Says of a list in a folder that its addresses were not fetched: only who names a list asks for what it lists. */
export function notFollowed(origin: string, count: number): ReadResult {
  return note(
    'ADDRESSES_LEFT',
    `${origin} lists ${count} addresses, which were not fetched: give the file itself as an input`,
  )
}

/** A failure of one input as a diagnostic; anything but a SynopticError is a fault of ours and goes on up. */
export function failure(error: unknown): ReadResult {
  if (!(error instanceof SynopticError)) throw error
  return note(error.code, error.message)
}

function note(code: Diagnostic['code'], message: string): ReadResult {
  return { documents: [], diagnostics: [{ code, documentId: null, message, component: 'document/read' }] }
}
