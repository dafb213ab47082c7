import { z } from 'zod'

const named = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)]).transform(decoded)
const text = z.string().transform(decoded).optional().catch(undefined)

const article = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: text,
  datePublished: text,
  dateModified: text,
  inLanguage: text,
  url: text,
  articleBody: z.string().optional().catch(undefined),
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
    const value = parseLeniently(script)
    const found = value === null ? salvage(script) : findArticle(resolved(value), 0)
    if (found !== null) return found
  }
  return null
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text whose character references were written into the data. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[(name as string).toLowerCase()]!
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

// What names an author or an outlet is written once and pointed to from elsewhere in the graph.
const POINTERS = new Set(['author', 'publisher', 'creator'])

/** Data in which authors and publishers given by `@id` alone are the things of that id. */
function resolved(value: unknown): unknown {
  const byId = new Map<string, unknown>()
  const walk = (item: unknown, depth: number, each: (record: Record<string, unknown>) => void): void => {
    if (depth > DEEPEST || typeof item !== 'object' || item === null) return
    if (!Array.isArray(item)) each(item as Record<string, unknown>)
    for (const inner of Object.values(item).slice(0, 100)) walk(inner, depth + 1, each)
  }
  walk(value, 0, (record) => {
    if (typeof record['@id'] === 'string' && 'name' in record) byId.set(record['@id'], record)
  })
  if (byId.size === 0) return value
  const point = (item: unknown): unknown => {
    const id = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)['@id'] : undefined
    return typeof id === 'string' && byId.has(id) ? byId.get(id) : item
  }
  walk(value, 0, (record) => {
    for (const key of POINTERS)
      if (key in record) record[key] = Array.isArray(record[key]) ? record[key].map(point) : point(record[key])
  })
  return value
}

/** What can be told of an article whose data no mending makes JSON, e.g. for quotation marks inside its headline: its dates. */
function salvage(script: string): ArticleRecord | null {
  if (!/"@type"\s{0,20}:\s{0,20}\[?\s{0,20}"[^"]{0,40}(?:Article|Posting|Report)/.test(script.slice(0, LONGEST)))
    return null
  const dateOf = (key: string): string | undefined =>
    new RegExp(`"${key}"\\s{0,20}:\\s{0,20}"([^"]{4,40})"`).exec(script.slice(0, LONGEST))?.[1]
  const [datePublished, dateModified] = [dateOf('datePublished'), dateOf('dateModified')]
  const parsed = article.safeParse({ '@type': 'Article', datePublished, dateModified })
  return parsed.success ? toRecord(parsed.data) : null
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
    return toRecord(parsed.data)
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
    const found = findArticle((value as Record<string, unknown>)[key], depth + 1)
    if (found !== null) return found
  }
  return null
}

function toRecord(data: z.infer<typeof article>): ArticleRecord {
  const { headline, datePublished, dateModified, inLanguage, url, publisher, author, articleBody } = data
  return {
    headline,
    datePublished,
    dateModified,
    inLanguage: inLanguage?.split('-')[0]?.toLowerCase(),
    url,
    publisher,
    articleBody,
    words: data.wordCount,
    free: data.isAccessibleForFree === undefined ? undefined : !/^false$/i.test(String(data.isAccessibleForFree)),
    authors: (author ?? []).filter((name) => name !== '' && !/^https?:/.test(name)),
  }
}
