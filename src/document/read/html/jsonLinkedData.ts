import { z } from 'zod'

const named = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)])
const text = z.string().optional().catch(undefined)

const article = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: text,
  datePublished: text,
  dateModified: text,
  inLanguage: text,
  url: text,
  publisher: named.optional().catch(undefined),
  author: z
    .union([z.array(named.catch('')), named.transform((value) => [value])])
    .optional()
    .catch(undefined),
})

/** What a page's JSON-LD says of its article. */
export interface ArticleRecord {
  readonly headline: string | undefined
  readonly datePublished: string | undefined
  readonly dateModified: string | undefined
  readonly inLanguage: string | undefined
  readonly url: string | undefined
  readonly publisher: string | undefined
  readonly authors: readonly string[]
}

const ARTICLE_TYPE = /Article|Posting|Report/
// A graph of things nested deeper than this is no article's metadata.
const DEEPEST = 6

/** The first article among a page's JSON-LD scripts, also inside `@graph`, lists and slightly broken JSON; null without one. */
export function findArticleRecord(scripts: readonly string[]): ArticleRecord | null {
  for (const script of scripts) {
    const found = findArticle(parseLeniently(script), 0)
    if (found !== null) return found
  }
  return null
}

/** JSON as sites write it: raw line breaks in strings, comment wrappers and trailing commas are mended. */
function parseLeniently(script: string): unknown {
  const trimmed = script
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .trim()
  for (const attempt of [trimmed, trimmed.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return null
}

function findArticle(value: unknown, depth: number): ArticleRecord | null {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) {
      const found = findArticle(item, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  const parsed = article.safeParse(value)
  if (parsed.success && [parsed.data['@type']].flat().some((type) => ARTICLE_TYPE.test(type))) {
    const { headline, datePublished, dateModified, inLanguage, url, publisher, author } = parsed.data
    return {
      headline,
      datePublished,
      dateModified,
      inLanguage: inLanguage?.split('-')[0]?.toLowerCase(),
      url,
      publisher,
      authors: (author ?? []).filter((name) => name !== '' && !/^https?:/.test(name)),
    }
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
    const found = findArticle((value as Record<string, unknown>)[key], depth + 1)
    if (found !== null) return found
  }
  return null
}
