import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Provenance } from '../../document.js'
import type { Parsed, Source, TextFormat } from '../format.js'
import { blockText, type DomNode } from './blockText.js'
import { type MetadataPage, readMetadata } from './readMetadata.js'

// Below this Readability has found a caption or a notice, not an article.
const SHORTEST_ARTICLE = 140

/** Saved web pages: the article's paragraphs by Readability, its metadata by our own reader. */
export const html: TextFormat = {
  kind: 'text',
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  parse(content, source) {
    // linkedom builds no body for a bare fragment.
    const page = /<body[\s>]/i.test(content) ? content : `<!doctype html><html><body>${content}</body></html>`
    const { document } = parseHTML(page)
    const metadata = readMetadata(document as unknown as MetadataPage)
    // Readability takes the page apart, so what it leaves out is known only by looking before.
    const before = blockText(document.body as unknown as DomNode)
    const article = new Readability(document as never, {
      serializer: (node) => node as unknown as DomNode,
      charThreshold: 300,
    }).parse()
    const root = article?.content as DomNode | null | undefined
    const paragraphs = root == null ? [] : blockText(root)
    const text = paragraphs.join('\n\n')
    if (text.length < SHORTEST_ARTICLE) return nothingFound(source, text)
    const { title } = metadata
    return {
      documents: [
        {
          id: source.name,
          ...metadata,
          title: title ?? (article?.title?.trim() || null),
          text,
          removed: leftOut(before, paragraphs),
        },
      ],
      diagnostics: [],
    }
  },
}

// Enough to see what went; menus of large sites have thousands of lines.
const MOST_REMOVED = 200

/** Blocks of the page that are no part of the article, each once, cut to 300 characters. */
function leftOut(page: readonly string[], article: readonly string[]): Provenance['removed'] {
  const kept = new Set(article)
  return [...new Set(page)]
    .filter((block) => !kept.has(block))
    .slice(0, MOST_REMOVED)
    .map((text) => ({ step: 'document/html', reason: 'outside the article', text: text.slice(0, 300) }))
}

function nothingFound(source: Source, text: string): Parsed {
  const found = text === '' ? 'no article' : `only ${text.length} characters of article`
  const message = `${source.origin}: ${found} could be found on the page: save the page with its text, or give the text as .txt`
  return {
    documents: [],
    diagnostics: [{ code: 'INPUT_EMPTY', documentId: null, message, component: 'document/html' }],
  }
}
