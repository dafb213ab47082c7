import { SynopticError } from '../../text/index.js'
import { findPdfFault } from './checkPdf.js'
import type { BinaryFormat } from './format.js'
import { readPdf } from './pdfWorker.js'

// 500 pages: a long report. What is longer is no account of an event.
const MOST_PAGES = 500

/** PDF: the text of its pages, lines of one paragraph joined. A scanned page has no text; a document of such pages says so. */
export const pdf: BinaryFormat = {
  kind: 'binary',
  name: 'pdf',
  extensions: ['pdf'],
  async parse(bytes, source) {
    const unreadable = (reason: string): SynopticError =>
      new SynopticError(
        'INPUT_UNREADABLE',
        `${source.origin} is no readable PDF (${reason}): save it anew, or give its text as .txt`,
      )
    const fault = findPdfFault(bytes)
    if (fault !== null) throw unreadable(fault)
    const found = await readPdf(bytes, { mostPages: MOST_PAGES })
    if (found.kind === 'failed') throw unreadable(found.reason)
    if (found.kind === 'long') {
      throw new SynopticError(
        'INPUT_TOO_LARGE',
        `${source.origin} has ${found.pages} pages, more than the ${MOST_PAGES} allowed: give the pages that matter`,
      )
    }
    const body = joinLines(found.pages.join('\n\n'))
    if (body === '') {
      throw new SynopticError(
        'INPUT_EMPTY',
        `${source.origin} holds no text, only pictures of pages: run text recognition on it first`,
      )
    }
    return { documents: [{ id: source.name, title: found.title?.trim() || null, text: body }], diagnostics: [] }
  },
}

/** Lines of one paragraph as one line: a line that ends a sentence and is followed by an empty one ends a paragraph. */
function joinLines(text: string): string {
  return text
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}
