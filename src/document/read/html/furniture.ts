import type { Block, DomNode } from './blockText.js'
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

/** Lines that stand on pages around articles, by their words. Each must be the whole of a short paragraph. */
const LINES: readonly (readonly [string, RegExp])[] = [
  [
    'related links',
    /^(?:(?:read|see|watch|listen to)(?: (?:more|also|next|this))\b|(?:related|recommended|also read|more on this|more from|you may also like|don[’']t miss|most (?:read|popular)|trending|in other news|up next)\b(?: (?:stor(?:y|ies)|articles?|links?|topics?|coverage|content|news))?\s*(?::|$))/i,
  ],
  [
    'read more',
    /^(?:\W*(?:continue reading|keep reading|read (?:the )?(?:full|whole|rest of the) (?:story|article)|(?:click|tap) (?:here )?to (?:read|continue|view|see))\b.*)$/i,
  ],
  [
    'share bar',
    /^(?:share|tweet|e-?mail|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|bookmark|like)(?:(?:[\s,|·/•]| on | this | via )+(?:share|tweet|e-?mail|print|save|copy link|whatsapp|facebook|twitter|x|linkedin|reddit|bookmark|article|story|page|friends?|link))*\W*$/i,
  ],
  [
    'share bar',
    /^follow (?:us|[\w ]{2,40}) on (?:twitter|facebook|instagram|x|whatsapp|telegram|youtube|tiktok|linkedin|google news)\b/i,
  ],
  [
    'newsletter box',
    /^(?:sign up (?:for|to|here)\b.*|(?:get|receive) .*\b(?:in|to) your (?:inbox|e-?mail).*|subscribe (?:to|for) (?:our|the|my)\b.*|.*\b(?:sign up|subscribe|join) .{0,40}\bnewsletters?\b.*|(?:enter )?your e-?mail(?: address)?\W*|thank you for (?:subscribing|signing up).*|download (?:our|the) .{0,30}\bapp\b.*)$/i,
  ],
  [
    'cookie notice',
    /^(?:(?:we|this (?:web)?site)(?: and our partners)? uses? cookies\b.*|by (?:continuing|using|clicking).{0,80}\bcookies?\b.*|(?:accept|manage|reject)(?: all)? (?:cookies|preferences)\W*)$/i,
  ],
  [
    'advertisement',
    /^(?:advertisements?|ad|sponsored(?: content)?|promoted(?: content)?|(?:story|article|advertisement)[ -](?:continues|continued)(?: below.*)?|scroll (?:down )?to continue.*|continue (?:below|after) (?:the )?ad.*)\W*$/i,
  ],
  [
    'caption',
    /^(?:(?:file )?(?:photo|image|picture|pic|video)(?:graph)?(?: (?:credit|by|courtesy|source)[^.]*)?\s*[:/|].*|.{0,120}\(?(?:getty images|shutterstock|istock|(?:file|handout) photo)(?: via [\w ]+)?\)?\W*)$/i,
  ],
  [
    'newsletter box',
    /^(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|(?:view|open|read) (?:this )?(?:(?:e-?mail|message|newsletter) )?(?:in|on) (?:your |the |a )?(?:web )?(?:browser|web))(?:\s*[|·•/,-]\s*.{0,80})?\W*$/i,
  ],
  ['footer of the feed', /^the post .{1,150} (?:first )?appeared (?:first )?on .{1,60}$/i],
  [
    'comments',
    /^(?:(?:\d+|no|view|show|load|hide|post|leave|add|write|join|read)(?: (?:all|more|a|your|the))*(?: \d+)? (?:comments?|conversation|repl(?:y|ies))\W*|comments?(?: \(\d+\))?|comments (?:are closed|have been disabled)\W*)$/i,
  ],
  [
    'navigation',
    /^(?:back to (?:top|home)|skip to (?:main )?content|(?:previous|next) (?:article|story|post)|home(?: ?[>›»/|] ?.{1,60})+)\W*$/i,
  ],
]

// A notice is a line or two; a paragraph that begins like one and goes on is text.
const LONGEST_LINE = 220
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
    if (text.length > LONGEST_LINE) return null
    if (isDateLine(text)) return 'date line'
    const line = LINES.find(([, pattern]) => pattern.test(text))
    if (line === undefined) return null
    // "Read more widely, she told them." is a sentence; "Read more: Pier opens" a link.
    const sentence = /[a-z]{2}[.!?]["”’]?$/.test(text) && text.split(' ').length > 6
    const mayBeSentence = line[0] === 'related links' && sentence && linked < text.length / 2 && !text.includes(':')
    return mayBeSentence ? null : line[0]
  })
}
