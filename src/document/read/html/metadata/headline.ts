import { clean, fold, type MetadataPage } from './metadataPage.js'
import type { MetaTags } from './metaTags.js'

/**
 * The headline of a page, without the outlet's name behind it; null where nothing names one.
 *
 * What JSON-LD, Open Graph or other meta elements say, in this order; but the page's `<h1>` where its `<title>` bears that out and not the other, for some
 * sites put a description there. Where nothing is said, the `<title>`, or the `<h1>` where there is none.
 */
export function findHeadline(
  page: MetadataPage,
  meta: MetaTags,
  recorded: string | undefined,
  site: string | null,
): string | null {
  const shown = clean(page.querySelector('title')?.textContent)
  const heading = clean(page.querySelector('h1')?.textContent)
  const candidates = [
    recorded,
    meta('dc:title', 'dcterms.title', 'dcterm:title', 'dc.title'),
    meta('og:title'),
    meta('twitter:title', 'headline', 'parsely-title', 'title'),
    page.querySelector('[itemprop~="headline"]')?.textContent,
  ].flatMap((candidate) => clean(candidate) ?? [])
  const borneOut = (candidate: string): boolean => {
    const folded = fold(withoutSite(candidate, site, heading))
    return (
      folded !== '' &&
      [shown, candidate === heading ? null : heading].some((text) => text !== null && fold(text).includes(folded))
    )
  }
  const [first] = candidates
  const clear = heading !== null && borneOut(heading)
  const chosen = first === undefined ? (shown ?? heading) : borneOut(first) || !clear ? first : heading
  return chosen === null ? null : withoutSite(chosen, site, heading)
}

/** "Pier rebuilt | Bay News" without the outlet: behind a bar, or where the outlet's name or the page's heading says what belongs to which. */
function withoutSite(title: string, site: string | null, heading: string | null): string {
  const match = /^(.{8,}?)\s+[|–—·»-]\s+([^|–—·»]{2,60})$/u.exec(title)
  if (match === null) return title
  const [, headline = '', suffix = ''] = match
  const bar = /[|»]/.test(title.slice(headline.length, title.length - suffix.length))
  const named = site !== null && fold(suffix) === fold(site)
  const headed = heading !== null && fold(heading) === fold(headline)
  // "– My website" as sites that name themselves nowhere else write it.
  const plain = /^(?:my |the )?(?:web ?site|blog|home ?page)$/i.test(suffix)
  return bar || named || headed || plain ? headline : title
}
