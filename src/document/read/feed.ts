import { parseFeed } from 'feedsmith'
import type { DocumentInput } from '../createDocument.js'
import type { Diagnostic } from '../document.js'
import { findState } from '../state/findState.js'
import { type AddressList, parseAddressList } from './addressList.js'
import type { Parsed, Source, TextFormat } from './format.js'
import { readFragment } from './html/fragment.js'
import { htmlParagraphs } from './html/htmlParagraphs.js'
import { splitByline } from './html/metadata/byline.js'
import { mendTags } from './mendTags.js'
import { firstDate } from './readDate.js'

// Feeds that hold only teasers have a sentence or two an item; an article is longer.
const SHORTEST_ARTICLE = 400

interface FeedItem {
  readonly id: string | null
  readonly title: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly authors: readonly string[]
  readonly html: string
}

/**
 * RSS, Atom, RDF and JSON feeds as articles: every item that carries its text.
 *
 * An item with a teaser only becomes a truncated document, so that its silence is not taken for the outlet's. A feed cut off in the
 * middle is read up to its last whole item. OPML files and sitemaps, which end in .xml too, give the addresses they list.
 */
export const feed: TextFormat = {
  kind: 'text',
  name: 'feed',
  extensions: ['xml', 'rss', 'atom', 'rdf', 'opml'],
  parse(text, source) {
    const list = parseAddressList(text)
    if (list !== null) return listed(list, source)
    const parsed = parseLeniently(text)
    if (parsed === null) return broken(source, 'is no RSS, Atom, RDF or JSON feed')
    const outlet = titleOf(parsed.feed)
    const documents: DocumentInput[] = []
    const diagnostics: Diagnostic[] = []
    for (const [index, item] of itemsOf(parsed.feed).entries()) {
      const { text: body, whole, removed } = readFragment(item.html, 'document/feed')
      const name = item.title ?? `item ${index + 1}`
      if (body === '') {
        diagnostics.push(note(`${source.origin}: "${name}" carries no text: give the address of the article instead`))
        continue
      }
      documents.push({
        id: item.id ?? item.url ?? `${source.name}-${index + 1}`,
        title: item.title,
        url: item.url,
        outlet,
        authors: item.authors,
        publishedAt: item.publishedAt,
        modifiedAt: item.modifiedAt,
        text: body,
        state: body.length < SHORTEST_ARTICLE ? 'truncated' : findState(whole),
        removed,
        record: { origin: `${source.origin}, item ${index + 1}` },
      })
    }
    return { documents, diagnostics }
  },
}

function listed({ kind, addresses }: AddressList, source: Source): Parsed {
  if (addresses.length > 0) return { documents: [], diagnostics: [], addresses }
  return broken(source, `is an ${kind} that lists no addresses`.replace('an s', 'a s'))
}

function parseLeniently(text: string): { readonly feed: unknown } | null {
  for (const attempt of [text, salvage(text)]) {
    // JSON feeds hold markup inside strings, which is none of the feed's own.
    const mended = attempt === null || /^\s*\{/.test(attempt) ? attempt : mendTags(attempt)
    if (mended === null) continue
    try {
      return parseFeed(mended) as { readonly feed: unknown }
    } catch {
      // Every failure of the library means the same here: these characters are no feed. The next attempt is the cut one.
    }
  }
  return null
}

/** A feed that was cut off, closed after its last whole item; null where there is none. */
function salvage(text: string): string | null {
  const item = Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'))
  if (item < 0) return null
  const entry = text.startsWith('</entry>', item)
  return (
    text.slice(0, item) +
    (entry ? '</entry></feed>' : /<rdf:RDF/i.test(text) ? '</item></rdf:RDF>' : '</item></channel></rss>')
  )
}

type Loose = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const stringAt = (value: unknown, ...path: readonly string[]): string | null => {
  let current: unknown = value
  for (const key of path) {
    if (!isRecord(current)) return null
    current = current[key]
  }
  return typeof current === 'string' && current.trim() !== '' ? current : null
}

/** A title as plain text: feeds write it as HTML in XML, with signs escaped twice. */
function titleOf(value: unknown): string | null {
  const title = stringAt(value, 'title') ?? stringAt(value, 'title', 'value')
  return title === null ? null : htmlParagraphs(title).join(' ') || null
}

function itemsOf(value: unknown): readonly FeedItem[] {
  if (!isRecord(value)) return []
  const list = [value.items, value.entries].find((candidate) => Array.isArray(candidate)) as
    | readonly unknown[]
    | undefined
  return (list ?? []).map((item) => ({
    id: stringAt(item, 'guid', 'value') ?? stringAt(item, 'id'),
    title: titleOf(item),
    url: stringAt(item, 'link') ?? stringAt(item, 'url') ?? articleLink(item),
    publishedAt: firstDate([
      stringAt(item, 'pubDate'),
      stringAt(item, 'published'),
      stringAt(item, 'date_published'),
      firstAt(item, 'dc', 'dates'),
      stringAt(item, 'dc', 'date'),
      firstAt(item, 'dcterms', 'issued'),
      stringAt(item, 'updated'),
    ]),
    modifiedAt: firstDate([
      stringAt(item, 'updated'),
      stringAt(item, 'date_modified'),
      stringAt(item, 'atom', 'updated'),
    ]),
    authors: authorsOf(item),
    html:
      stringAt(item, 'content', 'encoded') ??
      stringAt(item, 'content', 'value') ??
      stringAt(item, 'content') ??
      stringAt(item, 'content_html') ??
      stringAt(item, 'content_text') ??
      stringAt(item, 'description') ??
      stringAt(item, 'summary', 'value') ??
      stringAt(item, 'summary') ??
      '',
  }))
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = path.reduce<unknown>((current, key) => (isRecord(current) ? current[key] : undefined), value)
  return Array.isArray(found) ? found : []
}

function firstAt(value: unknown, ...path: readonly string[]): string | null {
  const [first] = listAt(value, ...path)
  return typeof first === 'string' ? first : null
}

/** The link to the article; an entry may also link to itself, to its comments and to pictures. */
function articleLink(item: unknown): string | null {
  const links = listAt(item, 'links')
  const chosen = links.find((link) => (stringAt(link, 'rel') ?? 'alternate') === 'alternate') ?? links[0]
  return stringAt(chosen, 'href')
}

function authorsOf(item: unknown): readonly string[] {
  const authors = [...listAt(item, 'authors'), ...listAt(item, 'dc', 'creators')].flatMap((author) =>
    typeof author === 'string' ? [author] : (stringAt(author, 'name') ?? []),
  )
  return [...new Set(authors.flatMap((author) => splitByline(author)))]
}

function broken(source: Source, what: string): Parsed {
  return { documents: [], diagnostics: [note(`${source.origin} ${what}: give a feed, or a page as .html`)] }
}

function note(message: string): Diagnostic {
  return { code: 'RECORD_INVALID', documentId: null, message, component: 'document/feed' }
}
