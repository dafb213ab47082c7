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
  articleBody: text,
  wordCount: z.coerce.number().int().positive().optional().catch(undefined),
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional().catch(undefined),
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
  readonly articleBody: string | undefined
  readonly words: number | undefined
  /** False where the article is said not to be free to read. */
  readonly free: boolean | undefined
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

// Longer than any page's metadata; mending and parsing take time with the length.
const LONGEST = 2_000_000

/** JSON as sites write it: raw line breaks in strings, comment wrappers, trailing and missing commas and a missing end are mended. */
function parseLeniently(script: string): unknown {
  if (script.length > LONGEST) return null
  const trimmed = script
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .trim()
  const mended = trimmed
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*(?=[}\]])/g, '')
    .replace(/(["}\]])\s*(?="[^"\\]{1,40}"\s*:)/g, '$1,')
    .replace(/;\s*$/, '')
  for (const attempt of [() => trimmed, () => mended, () => closed(mended)]) {
    try {
      return JSON.parse(attempt())
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return null
}

/** JSON that was cut off, with its open string, list and object closed behind the last whole field. */
function closed(script: string): string {
  const open: string[] = []
  let inString = false
  // How far the script is whole, and what is open there.
  let whole = 0
  let openThere: readonly string[] = []
  for (let i = 0; i < script.length; i++) {
    const character = script[i]!
    if (inString) {
      if (character === '\\') i++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      // Deeper than any metadata: what follows is no use.
      if (open.length > 100) break
      open.push(character === '{' ? '}' : ']')
    } else if (character === '}' || character === ']') open.pop()
    if (!inString && (character === ',' || character === '}' || character === ']')) {
      whole = character === ',' ? i : i + 1
      openThere = [...open]
    }
  }
  return script.slice(0, whole) + [...openThere].reverse().join('')
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
    const { headline, datePublished, dateModified, inLanguage, url, publisher, author, articleBody } = parsed.data
    return {
      headline,
      datePublished,
      dateModified,
      inLanguage: inLanguage?.split('-')[0]?.toLowerCase(),
      url,
      publisher,
      articleBody,
      words: parsed.data.wordCount,
      free:
        parsed.data.isAccessibleForFree === undefined
          ? undefined
          : !/^false$/i.test(String(parsed.data.isAccessibleForFree)),
      authors: (author ?? []).filter((name) => name !== '' && !/^https?:/.test(name)),
    }
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
    const found = findArticle((value as Record<string, unknown>)[key], depth + 1)
    if (found !== null) return found
  }
  return null
}
