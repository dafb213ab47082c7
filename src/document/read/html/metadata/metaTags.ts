import type { MetadataPage } from './metadataPage.js'

/** The first content of a page's meta elements under one of the names, in the order of the names; null without one. */
export type MetaTags = (...names: readonly string[]) => string | null

// Pages have tens of meta elements; hostile ones have a hundred thousand.
const MOST = 1_000

/** The meta elements of a page by name, property or itemprop; several names in one attribute each count, case does not. */
export function readMetaTags(page: MetadataPage): MetaTags {
  const found = new Map<string, string>()
  let count = 0
  for (const element of page.querySelectorAll('meta[content]')) {
    if (++count > MOST) break
    const content = element.getAttribute('content')?.trim()
    if (content === undefined || content === '') continue
    for (const attribute of ['property', 'name', 'itemprop'])
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/))
        if (name !== '' && !found.has(name)) found.set(name, content)
  }
  return (...names) => {
    for (const name of names) {
      const content = found.get(name.toLowerCase())
      if (content !== undefined) return content
    }
    return null
  }
}
