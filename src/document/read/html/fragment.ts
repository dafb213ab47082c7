import { parseHTML } from 'linkedom'
import type { Provenance } from '../../document.js'
import { type DomNode, findBlocks } from './blockText.js'
import { furnitureName, judgeBlocks } from './furniture.js'
import { htmlParagraphs } from './htmlParagraphs.js'

/** The paragraphs of an article that came as a fragment of HTML in a feed or a message, and what of it is no text. */
export interface Fragment {
  readonly text: string
  /** The text with what was left out, which tells where an article was cut. */
  readonly whole: string
  readonly removed: Provenance['removed']
}

/** Reads a fragment with the filter for pages; a fragment that would leave nothing is kept whole. Plain text is split at its line breaks. */
export function readFragment(fragment: string, component: string): Fragment {
  if (!/[<&]/.test(fragment)) {
    const text = htmlParagraphs(fragment).join('\n\n')
    return { text, whole: text, removed: [] }
  }
  const { document } = parseHTML(`<!doctype html><html><body>${fragment}</body></html>`)
  const blocks = findBlocks(document.body as unknown as DomNode, furnitureName, { captions: true })
  const reasons = judgeBlocks(blocks).map(
    (reason, i) => reason ?? (blocks[i]!.furniture === 'caption' ? 'caption' : null),
  )
  const join = (kept: readonly { readonly text: string }[]): string => kept.map(({ text }) => text).join('\n\n')
  const whole = join(blocks)
  const text = join(blocks.filter((_, i) => reasons[i] === null))
  if (text === '') return { text: whole, whole, removed: [] }
  const removed = blocks.flatMap((block, i) =>
    reasons[i] == null ? [] : [{ step: component, reason: reasons[i], text: block.text.slice(0, 300) }],
  )
  return { text, whole, removed }
}
