import { Readability } from '@mozilla/readability'
import type { Provenance } from '../../document.js'
import type { Parsed, Source, TextFormat } from '../format.js'
import { type Block, type DomNode, findBlocks } from './blockText.js'
import { furnitureName, judgeBlocks } from './furniture.js'
import { clean, fold } from './metadata/metadataPage.js'
import { isDateLine } from './metadata/pageDate.js'
import { type MetadataPage, readMetadata } from './metadata/readMetadata.js'
import { pageState } from './pageState.js'
import { type Page, parsePage } from './parsePage.js'

// Below this Readability has found a caption or a notice, not an article.
const SHORTEST_ARTICLE = 140

/** Saved web pages: the article's paragraphs by Readability and a filter of our own behind it, its metadata by our own reader. */
export const html: TextFormat = {
  kind: 'text',
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  parse(content, source) {
    const document = parsePage(content)
    // Readability takes the page apart, so what it leaves out is known only by looking before.
    const before = findBlocks(document.body as unknown as DomNode, furnitureName, { captions: true })
    const lines = before.filter(({ furniture }) => furniture === null).map(({ text }) => text)
    const { access, articleBody, ...metadata } = readMetadata(
      document as unknown as MetadataPage,
      source.address ?? null,
      lines,
    )
    // Often other words than the data's headline.
    const heading = clean(document.querySelector('h1')?.textContent)
    const article = findArticle(document)
    const found = article === null ? [] : named(findBlocks(article.root, furnitureName), before)
    const title = metadata.title ?? article?.title ?? null
    const judged = judgeBlocks(found)
    // Readability leaves a headline in that it knows from nowhere else.
    const reasons = judged.map((reason, i) =>
      reason === null && i === 0 && [title, heading].some((line) => isHeadline(found[0]!.text, line))
        ? 'headline'
        : reason,
    )
    const kept = found.filter((_, i) => reasons[i] === null).map(({ text }) => text)
    // Pages that are drawn by scripts hold no article, but often their whole text as data.
    const drawn = kept.join('').length < SHORTEST_ARTICLE && articleBody !== null
    const paragraphs = drawn ? articleBody.split(/\n+/).map((line) => line.trim()) : kept
    const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
    if (text.length < SHORTEST_ARTICLE) return nothingFound(source, text)
    const cutOut = found.flatMap((block, i) => (reasons[i] == null ? [] : [{ text: block.text, reason: reasons[i] }]))
    return {
      documents: [
        {
          id: source.name,
          ...metadata,
          title,
          text,
          state: pageState({ text, access, cutOut: cutOut.map((block) => block.text), page: before }),
          removed: leftOut(paragraphs, [...inOrder(before, cutOut, title), ...cutOut]),
        },
      ],
      diagnostics: [],
    }
  },
}

/** Blocks of the article that stood in named furniture on the page: Readability unwraps boxes and their names are lost. */
function named(article: readonly Block[], page: readonly Block[]): readonly Block[] {
  const names = new Map<string, string | null>()
  for (const { text, furniture } of page) names.set(text, names.get(text) === null ? null : furniture)
  return article.map((block) => ({ ...block, furniture: block.furniture ?? names.get(block.text) ?? null }))
}

function findArticle(document: Page): { readonly root: DomNode; readonly title: string | null } | null {
  const readability = new Readability(document as never, {
    serializer: (node) => node as unknown as DomNode,
    charThreshold: 300,
    // The names of elements say what they hold to the filter behind.
    keepClasses: true,
  })
  try {
    const article = readability.parse()
    return article?.content == null ? null : { root: article.content, title: article.title?.trim() || null }
  } catch (error) {
    // Readability trips over trees that no browser builds; such a page holds no article.
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

// Marks and white space apart, a line that says the headline is as long as it.
const MOST_LONGER = 40

function isHeadline(text: string, title: string | null): boolean {
  return title !== null && text.length <= title.length + MOST_LONGER && fold(text) === fold(title)
}

type LeftOut = { readonly text: string; readonly reason: string }

/** Every block of the page in its order, with the reason it would be left out for. */
function inOrder(page: readonly Block[], cutOut: readonly LeftOut[], title: string | null): readonly LeftOut[] {
  const reasons = new Map(cutOut.map(({ text, reason }) => [text, reason]))
  const reasonOf = ({ text, furniture }: Block): string =>
    reasons.get(text) ??
    furniture ??
    (isHeadline(text, title) ? 'headline' : isDateLine(text) ? 'date line' : 'outside the article')
  return page.map((block) => ({ text: block.text, reason: reasonOf(block) }))
}

// Enough to see what went; menus of large sites have thousands of lines.
const MOST_REMOVED = 200
const LONGEST_REMOVED = 300

/** Blocks of the page that are no part of the article, each once, with the reason; the first 200, cut to 300 characters. */
function leftOut(article: readonly string[], blocks: readonly LeftOut[]): Provenance['removed'] {
  const seen = new Set(article)
  const left = blocks.filter(({ text }) => !seen.has(text) && seen.add(text))
  const shown = left
    .slice(0, MOST_REMOVED)
    .map(({ text, reason }) => ({ step: 'document/html', reason, text: text.slice(0, LONGEST_REMOVED) }))
  if (left.length <= MOST_REMOVED) return shown
  return [...shown, { step: 'document/html', reason: 'not listed', text: `${left.length - MOST_REMOVED} more blocks` }]
}

function nothingFound(source: Source, text: string): Parsed {
  const found = text === '' ? 'no article' : `only ${text.length} characters of article`
  const message = `${source.origin}: ${found} could be found on the page: save the page with its text, or give the text as .txt`
  return {
    documents: [],
    diagnostics: [{ code: 'INPUT_EMPTY', documentId: null, message, component: 'document/html' }],
  }
}
