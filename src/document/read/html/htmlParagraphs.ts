import { parseHTML } from 'linkedom'
import { blockText, type DomNode } from './blockText.js'

/** The paragraphs of a fragment of HTML, or of plain text with line breaks; empty for nothing but markup. */
export function htmlParagraphs(fragment: string): readonly string[] {
  if (!/[<&]/.test(fragment)) {
    return fragment
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }
  const { document } = parseHTML(`<!doctype html><html><body>${fragment}</body></html>`)
  return blockText(document.body as unknown as DomNode)
}
