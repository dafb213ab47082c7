import { findArticleRecord } from './jsonLinkedData.js'

/** As much of a parsed page as metadata needs. */
export interface MetadataPage {
  querySelector(
    selector: string,
  ): { getAttribute(name: string): string | null; readonly textContent: string | null } | null
  querySelectorAll(
    selector: string,
  ): Iterable<{ getAttribute(name: string): string | null; readonly textContent: string | null }>
}

export interface PageMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly language: string | null
}

/**
 * Headline, outlet, authors, address, dates and language of a page.
 *
 * Looks in JSON-LD first (made for machines and least often wrong), then Open Graph and other meta elements, then `<time>` and the
 * page itself. A date that is none is passed over. Everything not found is null.
 */
export function readMetadata(page: MetadataPage): PageMetadata {
  const record = findArticleRecord(
    [...page.querySelectorAll('script[type="application/ld+json"]')].map((element) => element.textContent ?? ''),
  )
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const element = page.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const content = element?.getAttribute('content')?.trim()
      if (content !== undefined && content !== '') return content
    }
    return null
  }
  const time = page.querySelector('article time[datetime], time[datetime], [itemprop="datePublished"][datetime]')
  const authors = record?.authors ?? []
  const byline = meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl')
  return {
    title: clean(
      record?.headline ??
        meta('og:title', 'twitter:title', 'headline') ??
        page.querySelector('h1')?.textContent ??
        page.querySelector('title')?.textContent,
    ),
    outlet: clean(meta('og:site_name') ?? record?.publisher ?? meta('application-name', 'publisher')),
    authors: authors.length > 0 ? authors : splitByline(byline),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? record?.url ?? null,
    publishedAt: firstDate([
      record?.datePublished,
      meta(
        'article:published_time',
        'datePublished',
        'date',
        'pubdate',
        'publishdate',
        'dc.date',
        'DC.date.issued',
        'parsely-pub-date',
        'sailthru.date',
      ),
      time?.getAttribute('datetime'),
    ]),
    modifiedAt: firstDate([record?.dateModified, meta('article:modified_time', 'dateModified', 'lastmod')]),
    language:
      record?.inLanguage ?? page.querySelector('html')?.getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? null,
  }
}

function clean(text: string | null | undefined): string | null {
  const folded = text?.replace(/\s+/g, ' ').trim()
  return folded === undefined || folded === '' ? null : folded.slice(0, 500)
}

/** "By Ada Lind and Tom Roe" as names; addresses and empty parts fall away. */
function splitByline(byline: string | null): readonly string[] {
  if (byline === null || /^https?:/.test(byline)) return []
  return byline
    .replace(/^\s*by\s+/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 80)
}

/** The first value that reads as a date, in ISO 8601; a bare date stays a date, so that no time zone is invented. */
function firstDate(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = value?.trim()
    if (text === undefined || text === '') continue
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
    if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return text
    const parsed = Date.parse(text)
    if (!Number.isNaN(parsed) && /\d{4}/.test(text)) return new Date(parsed).toISOString().slice(0, 10)
  }
  return null
}
