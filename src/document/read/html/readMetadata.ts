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
  const site = clean(meta('og:site_name') ?? record?.publisher ?? meta('application-name', 'publisher'))
  const byline = meta(
    'author',
    'dc:creator',
    'dcterms.creator',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
  )
  return {
    title: withoutSite(
      clean(
        record?.headline ??
          meta('og:title', 'dc:title', 'dcterms.title', 'twitter:title', 'headline', 'parsely-title', 'title'),
      ),
      site,
    ),
    outlet: site,
    authors: authors.length > 0 ? authors : splitByline(byline ?? visibleByline(page)),
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
      page.querySelector('[itemprop="datePublished"]')?.textContent,
      visibleDate(page),
      dateInAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')),
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

/** A headline without the outlet's name behind it: "Pier rebuilt | Bay News". */
function withoutSite(title: string | null, site: string | null): string | null {
  if (title === null) return null
  const match = /^(.{8,}?)\s+[|–—·»-]\s+([^|–—·»]{2,60})$/u.exec(title)
  if (match === null) return title
  const [, headline, suffix] = match
  const bar = /[|»]/.test(title.slice(headline!.length, title.length - suffix!.length))
  return bar || suffix!.toLowerCase() === site?.toLowerCase() ? headline! : title
}

/** The line that names the authors on the page itself. */
function visibleByline(page: MetadataPage): string | null {
  const selector =
    '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], [class*="byline" i], [class*="author-name" i], [class~="author"]'
  for (const element of page.querySelectorAll(selector)) {
    const text = clean(element.textContent)
    if (text !== null && text.length >= 3 && text.length <= 100) return text
  }
  return null
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const VISIBLE_DATE = new RegExp(
  `\\b(?:(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  'i',
)

/** The first full date in an element that is made to show one. */
function visibleDate(page: MetadataPage): string | null {
  for (const element of page.querySelectorAll(
    'time, [class*="date" i], [class*="publish" i], [class*="timestamp" i], [class*="posted" i], [class*="byline" i]',
  )) {
    const match = VISIBLE_DATE.exec(element.textContent?.slice(0, 300).replace(/\s+/g, ' ') ?? '')
    if (match !== null) return match[0].replace(/(\d)(?:st|nd|rd|th)/i, '$1').replace('.', '')
  }
  return null
}

/** A date as many outlets put it into addresses: /2026/03/01/. */
function dateInAddress(address: string | null): string | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address ?? '')
  return match === null ? null : `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
}

/** "By Ada Lind and Tom Roe" as names; addresses, dates, jobs and empty parts fall away. */
function splitByline(byline: string | null): readonly string[] {
  if (byline === null || /^https?:/.test(byline)) return []
  return byline
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:(?:written|posted|story|reported) )?by:?\s+/i, '')
    .replace(VISIBLE_DATE, '|')
    .split(/\s*(?:[,;|•·]|&|\band\b)\s*/)
    .map((name) => name.trim())
    .filter(
      (name) => name.length >= 3 && name.length <= 60 && !/\d|@|\b(?:am|pm|updated|published|share)\b/i.test(name),
    )
    .slice(0, 10)
}

/** The first value that reads as a date, in ISO 8601; a bare date stays a date, so that no time zone is invented. */
function firstDate(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = value?.trim()
    if (text === undefined || text === '') continue
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
    if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return text
    // Words and other forms: read at noon UTC, so that no time zone moves the day.
    const parsed = Date.parse(`${text}${/\d:\d/.test(text) ? '' : ' 12:00 UTC'}`)
    if (!Number.isNaN(parsed) && /\d{4}/.test(text)) return new Date(parsed).toISOString().slice(0, 10)
  }
  return null
}
