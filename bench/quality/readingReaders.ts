/** The readers that `reading.ts` compares, each from a page to its text and metadata; those that know none of a kind leave it null. */
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import type { DocumentInput } from '../../src/document/index.js'
import { html } from '../../src/document/read/html/html.js'
import { htmlParagraphs } from '../../src/document/read/html/htmlParagraphs.js'

export interface Reading {
  readonly text: string
  readonly title: string | null
  readonly authors: readonly string[]
  readonly outlet: string | null
  readonly language: string | null
  readonly date: string | null
}

const NOTHING: Reading = { text: '', title: null, authors: [], outlet: null, language: null, date: null }
// The pages were saved without their addresses; two of the libraries ask for one.
const ADDRESS = 'http://fakehost/test/page.html'
const language = (tag: string | null | undefined): string | null => tag?.split('-')[0]?.toLowerCase() || null
const textOf = (content: string | null | undefined): string => htmlParagraphs(content ?? '').join('\n')

/** Synoptic first, then the libraries, then the whole body as what needs no reader. */
export const READERS: Readonly<Record<string, (page: string, name: string) => Promise<Reading> | Reading>> = {
  synoptic(page, name) {
    const origin = { origin: name, name, extension: 'html', fetchedAt: null, open: async function* () {} }
    const [found] = (html.parse(page, origin) as { documents: readonly DocumentInput[] }).documents
    if (found === undefined) return NOTHING
    return {
      text: found.text,
      title: found.title ?? null,
      authors: found.authors ?? [],
      outlet: found.outlet ?? null,
      language: found.language ?? null,
      date: found.publishedAt ?? null,
    }
  },
  readability(page) {
    const found = new Readability(parseHTML(page).document as never).parse()
    if (found === null) return NOTHING
    return {
      text: textOf(found.content),
      title: found.title ?? null,
      authors: found.byline ? [found.byline] : [],
      outlet: found.siteName ?? null,
      language: language(found.lang),
      date: found.publishedTime ?? null,
    }
  },
  async 'article-extractor'(page) {
    const found = await extractFromHtml(page, ADDRESS)
    if (found === null) return NOTHING
    const { title, author, source, published, content } = found
    return {
      text: textOf(content),
      title: title || null,
      authors: author ? [author] : [],
      outlet: source === 'fakehost' ? null : source || null,
      language: null,
      date: published || null,
    }
  },
  async defuddle(page) {
    const found = await Defuddle(page, ADDRESS)
    return {
      text: textOf(found.content),
      title: found.title || null,
      authors: found.author ? [found.author] : [],
      outlet: found.site || null,
      language: language(found.language),
      date: found.published || null,
    }
  },
  body: (page) => ({ ...NOTHING, text: textOf(parseHTML(page).document.body?.innerHTML) }),
}
