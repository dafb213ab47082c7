/** Addresses that a file lists instead of holding articles, newest first where it says when. */
export interface AddressList {
  readonly kind: 'OPML file' | 'sitemap' | 'sitemap index'
  readonly addresses: readonly string[]
}

// A sitemap may have 50,000 entries; what is beyond is cut before anything is made of it.
const MOST_ENTRIES = 50_000
const ROOT = /<(?:\w{1,20}:)?(opml|urlset|sitemapindex)[\s>]/i

/**
 * The addresses of an OPML file (its feeds), a sitemap (its pages) or a sitemap index (its sitemaps); null for other XML.
 *
 * Read tag by tag without a parser, so that a damaged or cut file gives what it has and no entity is ever expanded. Only http and https
 * addresses count, each once. Linear in the length.
 */
export function parseAddressList(text: string): AddressList | null {
  const root = ROOT.exec(text.slice(0, 4_000))?.[1]?.toLowerCase()
  // A feed may speak of sitemaps, but its own root comes first.
  if (root === undefined || /<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 4_000))) return null
  if (root === 'opml') return { kind: 'OPML file', addresses: unique(outlines(text)) }
  const entries = text
    .split(root === 'urlset' ? /<url(?:\s[^<>]{0,500})?>/i : /<sitemap(?:\s[^<>]{0,500})?>/i, MOST_ENTRIES + 1)
    .slice(1)
    .flatMap((entry) => {
      const address = field(entry, 'loc')
      return address === null
        ? []
        : [{ address, date: field(entry, 'news:publication_date') ?? field(entry, 'lastmod') ?? '' }]
    })
  const dated = entries.sort((a, b) => time(b.date) - time(a.date))
  return {
    kind: root === 'urlset' ? 'sitemap' : 'sitemap index',
    addresses: unique(dated.map(({ address }) => address)),
  }
}

function outlines(text: string): readonly string[] {
  const found: string[] = []
  for (const [tag] of text.matchAll(/<outline\s[^<>]{0,4000}/gi)) {
    // A feed has xmlUrl; an outline of type "link" names a page.
    const address =
      /\sxmlUrl\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ??
      /\stype\s*=\s*["']link["'].*?\surl\s*=\s*(?:"([^"]*)"|'([^']*)')/is.exec(tag)
    if (address !== null) found.push(address[1] ?? address[2] ?? '')
    if (found.length >= MOST_ENTRIES) break
  }
  return found
}

function field(entry: string, name: string): string | null {
  const open = entry.indexOf(`<${name}>`)
  if (open < 0) return null
  const start = open + name.length + 2
  const end = entry.indexOf(`</${name}>`, start)
  const raw = entry.slice(start, end < 0 ? undefined : end).slice(0, 4_000)
  return raw.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim()
}

function time(date: string): number {
  const parsed = Date.parse(date)
  return Number.isNaN(parsed) ? 0 : parsed
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#38': '&' }

function unique(addresses: readonly string[]): readonly string[] {
  const plain = addresses.map((address) =>
    address.trim().replace(/&(amp|lt|gt|quot|apos|#38);/g, (_, name: string) => ENTITIES[name]!),
  )
  return [...new Set(plain)].filter((address) => /^https?:\/\/[^\s]{1,2048}$/i.test(address))
}
