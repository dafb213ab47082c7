import type { Access } from '../pageState.js'
import { splitByline, visibleByline, writtenByline } from './byline.js'
import { findHeadline } from './headline.js'
import { findArticleRecord } from './jsonLinkedData.js'
import { clean, type MetadataPage } from './metadataPage.js'
import { type MetaTags, readMetaTags } from './metaTags.js'
import { firstDate } from '../../readDate.js'
import { dateInAddress, markedTime, visibleDate, writtenDate } from './pageDate.js'

export type { MetadataPage } from './metadataPage.js'

export interface PageMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly language: string | null
  readonly access: Access
  /** The article's text as the page's data gives it; null where it does not. */
  readonly articleBody: string | null
}

/**
 * Headline, outlet, authors, address, dates, language and access of a page.
 *
 * Looks in JSON-LD first (made for machines and least often wrong), then Open Graph and other meta elements, then microdata, `<time>` and the
 * page itself. A date that is none is passed over. Everything not found is null. `address` is where the page was fetched, null
 * for a file: relative addresses are resolved against it, and it stands for the page where the page names none. `lines` are the page's own
 * paragraphs, looked through last.
 */
export function readMetadata(page: MetadataPage, address: string | null, lines: readonly string[] = []): PageMetadata {
  const record = findArticleRecord(
    [...page.querySelectorAll('script[type="application/ld+json"]')].map((element) => element.textContent ?? ''),
  )
  const meta = readMetaTags(page)
  const outlet = clean(
    meta('og:site_name') ??
      record?.publisher ??
      meta('application-name', 'publisher', 'dc.publisher', 'dc:publisher') ??
      itemName(page, 'publisher'),
  )
  const url = pageAddress(page, meta, record?.url, address) ?? absolute(address, null)
  const changed = firstDate([
    record?.dateModified,
    meta('article:modified_time', 'og:updated_time', 'dateModified', 'lastmod', 'last-modified', 'dcterms.modified'),
    markedTime(page, true),
    visibleDate(page, true),
  ])
  return {
    title: findHeadline(page, meta, record?.headline, outlet),
    outlet,
    authors: findAuthors(page, meta, record?.authors ?? []),
    url,
    publishedAt: firstDate([
      record?.datePublished,
      meta(
        'article:published_time',
        'og:published_time',
        'datePublished',
        'date',
        'pubdate',
        'publishdate',
        'publish-date',
        'publication_date',
        'dc.date',
        'dc:date',
        'dc.date.issued',
        'dcterms.created',
        'dcterms.issued',
        'citation_publication_date',
        'citation_date',
        'parsely-pub-date',
        'sailthru.date',
      ),
      markedTime(page),
      page.querySelector('[itemprop="datePublished"]')?.textContent,
      visibleDate(page),
      dateInAddress(url),
      writtenDate(lines),
      changed,
    ]),
    modifiedAt: changed,
    language:
      record?.inLanguage ?? page.querySelector('html')?.getAttribute('lang')?.split(/[-_]/)[0]?.toLowerCase() ?? null,
    access: { free: record?.free ?? null, words: record?.words ?? null },
    articleBody: record?.articleBody ?? null,
  }
}

/** The name of a thing in microdata, e.g. of the publisher. */
function itemName(page: MetadataPage, property: string): string | null {
  const name = page.querySelector(`[itemprop~="${property}"] [itemprop~="name"]`)
  return name?.getAttribute('content') ?? name?.textContent ?? null
}

function findAuthors(page: MetadataPage, meta: MetaTags, recorded: readonly string[]): readonly string[] {
  const named = recorded.flatMap((name) => splitByline(name))
  if (named.length > 0) return [...new Set(named)]
  const tags = [
    meta('dc:creator', 'dcterm:creator', 'dcterms.creator', 'dc.creator'),
    meta('author'),
    meta('article:author', 'parsely-author', 'sailthru.author', 'byl', 'citation_author', 'twitter:creator_name'),
    visibleByline(page),
    writtenByline(
      [...page.querySelectorAll('p, span, h4, h5, h6')].slice(0, 400).flatMap((e) => clean(e.textContent) ?? []),
    ),
  ]
  for (const tag of tags) {
    const names = splitByline(tag)
    if (names.length > 0) return names
  }
  return []
}

/** The canonical address; where that names the site's front page only, the page's own by Open Graph. Relative ones are resolved. */
function pageAddress(
  page: MetadataPage,
  meta: MetaTags,
  recorded: string | undefined,
  address: string | null,
): string | null {
  const base = absolute(page.querySelector('base')?.getAttribute('href'), address) ?? address
  const shared = absolute(meta('og:url'), base)
  const canonical = absolute(page.querySelector('link[rel~="canonical"]')?.getAttribute('href'), shared ?? base)
  const candidates = [canonical, shared, absolute(recorded, canonical ?? base)]
  return candidates.find((url) => url !== null && new URL(url).pathname !== '/') ?? candidates.find(Boolean) ?? null
}

function absolute(address: string | null | undefined, base: string | null): string | null {
  if (address == null || address.trim() === '') return null
  try {
    const url = new URL(address.trim(), base ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}
