import type { Block, DomNode } from './blockText.js'
import { nameFurnitureLine } from '../furnitureLines.js'
import { isDateLine } from './metadata/pageDate.js'

/** Words of class names and ids that say what an element is, and the reason shown for leaving it out. */
const NAMED: readonly (readonly [string, readonly string[]])[] = [
  ['caption', ['caption', 'wp-caption', 'photo-credit', 'image-credit', 'media-credit']],
  ['share bar', ['share', 'sharing', 'sharebar', 'sharedaddy', 'social', 'addthis', 'share-buttons']],
  ['newsletter box', ['newsletter', 'signup', 'sign-up', 'subscribe', 'subscription', 'email-signup']],
  [
    'related links',
    'related recommended recommendations recirc recirculation readmore read-more more-stories most-read most-popular trending outbrain taboola also-read see-also'.split(
      ' ',
    ),
  ],
  ['cookie notice', ['cookie', 'cookies', 'consent', 'gdpr', 'onetrust']],
  ['comments', ['comments', 'disqus', 'comment-list', 'respond']],
  ['advertisement', ['advert', 'advertisement', 'ad', 'ads', 'sponsored', 'promo', 'promotion']],
  ['navigation', ['breadcrumb', 'breadcrumbs', 'pagination', 'skip-link', 'toc']],
]
const REASON_OF = new Map(NAMED.flatMap(([reason, names]) => names.map((name) => [name, reason] as const)))
const ROLES = new Map([
  ['navigation', 'navigation'],
  ['complementary', 'related links'],
  ['dialog', 'cookie notice'],
  ['alertdialog', 'cookie notice'],
])

/** What an element says it is by its role, class and id; null for text. Words are compared whole: `commentary` is no `comment`. */
export function furnitureName(element: DomNode): string | null {
  if (element.nodeName.toUpperCase() === 'NAV') return 'navigation'
  const role = ROLES.get(element.getAttribute?.('role') ?? '')
  if (role !== undefined) return role
  const names = `${element.getAttribute?.('class') ?? ''} ${element.getAttribute?.('id') ?? ''}`.slice(0, 500)
  for (const name of names.split(/\s+/)) {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/)
    for (let i = 0; i < words.length; i++) {
      const reason = REASON_OF.get(words[i]!) ?? REASON_OF.get(`${words[i]}-${words[i + 1]}`)
      if (reason !== undefined) return reason
    }
  }
  return null
}

// A line that is no more than a date.
const LONGEST_DATE = 220
// An element named so that holds a third of the article is the article in a box of that name ("article-share-wrapper").
const MOST_NAMED = 0.3

/**
 * For each block the reason it is no part of the article's text, or null where it is.
 *
 * Judged by what its element says it is (unless that element holds three tenths of the text), by the words of short lines, and, for a short
 * block that is one link between others, as a related link. Sentences that merely begin like a notice are kept.
 */
export function judgeBlocks(blocks: readonly Block[]): readonly (string | null)[] {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const share = new Map<string, number>()
  for (const { furniture, text } of blocks)
    if (furniture !== null) share.set(furniture, (share.get(furniture) ?? 0) + text.length)
  return blocks.map(({ text, furniture, linked }) => {
    if (furniture !== null && share.get(furniture)! < MOST_NAMED * total) return furniture
    return text.length <= LONGEST_DATE && isDateLine(text) ? 'date line' : nameFurnitureLine(text, linked)
  })
}
