import { charsetOf } from '../read/decodeText.js'
import type { Source } from '../read/format.js'
import { collectBytes } from '../read/limits.js'
import { unpack } from '../read/unpack.js'
import type { FetchedPage, Fetcher } from './fetchPage.js'

/** True for an input that is an address and not a path. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input)
}

/**
 * A page at an address as a source.
 *
 * A page in AMP form that names its canonical address is fetched from there, where that goes; its type decides its format.
 * @throws SynopticError as {@link Fetcher.fetch}
 */
export async function addressSource(address: string, fetcher: Fetcher): Promise<Source> {
  const first = await fetcher.fetch(address)
  const canonical = canonicalOfAmp(first)
  const fetched = canonical === null ? first : await fetcher.fetch(canonical).catch(() => first)
  // Sitemaps are offered as .xml.gz.
  const page = { ...fetched, bytes: await collectBytes(unpack(only(fetched.bytes), fetched.url), fetched.url) }
  const charset = charsetOf(page.contentType)
  return {
    origin: page.url,
    address: page.url,
    name: nameOf(page.url),
    extension: extensionOf(page),
    fetchedAt: page.fetchedAt,
    ...(charset === null ? {} : { charset }),
    open: () => only(page.bytes),
  }
}

async function* only(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last =
    pathname
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w{2,5}$/, '') ?? 'index'
  return `${hostname.replace(/^www\./, '')}-${decoded(last)}`.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)
}

/** Percent signs resolved; as it is where they are none, as in "100%-pier". */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return part
  }
}

const XML_LIST =
  /^(?:<\?[^>]{0,500}>\s*|<!--[^>]{0,2000}-->\s*|<!DOCTYPE[^>]{0,500}>\s*){0,5}<(?:\w{1,20}:)?(?:rss|feed|rdf|opml|urlset|sitemapindex)[\s>]/i

/** The format of a page by its first bytes, which lie less than its type; by its type where they say nothing. */
function extensionOf({ contentType, bytes }: FetchedPage): string {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_000)).trimStart()
  if (head.startsWith('%PDF-')) return 'pdf'
  if (XML_LIST.test(head)) return 'xml'
  if (/^<(?:!doctype html|html)[\s>]/i.test(head)) return 'html'
  if (/pdf/i.test(contentType)) return 'pdf'
  if (/json/i.test(contentType)) return /"version"\s*:\s*"https:\/\/jsonfeed/.test(head) ? 'xml' : 'json'
  if (/^text\/csv/i.test(contentType)) return 'csv'
  return /^text\/(?:plain|markdown)/i.test(contentType) ? 'txt' : 'html'
}

/** The canonical address of an AMP page, when it names another than its own; null for other pages. */
function canonicalOfAmp({ bytes, url, contentType }: FetchedPage): string | null {
  if (!/html/i.test(contentType)) return null
  const head = new TextDecoder().decode(bytes.subarray(0, 50_000))
  if (!/<html[^>]*\s(?:amp|⚡)[\s=>]/i.test(head)) return null
  const link = /<link[^>]+rel=["']?canonical["']?[^>]*>/i.exec(head)?.[0]
  const href = link === undefined ? undefined : /href=["']([^"']+)["']/i.exec(link)?.[1]
  if (href === undefined) return null
  try {
    const canonical = new URL(href, url)
    return canonical.href === url ? null : canonical.href
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}
