import type { Source } from '../read/format.js'
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
  const page = canonical === null ? first : await fetcher.fetch(canonical).catch(() => first)
  return {
    origin: page.url,
    name: nameOf(page.url),
    extension: extensionOf(page),
    fetchedAt: page.fetchedAt,
    async *open() {
      yield page.bytes
    },
  }
}

function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last =
    pathname
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w{2,5}$/, '') ?? 'index'
  return `${hostname.replace(/^www\./, '')}-${decodeURIComponent(last)}`
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80)
}

function extensionOf({ contentType, bytes }: FetchedPage): string {
  if (/pdf/i.test(contentType)) return 'pdf'
  const head = new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart()
  if (/^<\?xml[^>]*>\s*<(?:rss|feed|rdf)|^<(?:rss|feed|rdf:RDF)/i.test(head)) return 'xml'
  if (/json/i.test(contentType)) return /"version"\s*:\s*"https:\/\/jsonfeed/.test(head) ? 'xml' : 'json'
  return /^text\/plain/i.test(contentType) && !/^<(?:!doctype|html)/i.test(head) ? 'txt' : 'html'
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
