import type { AccountView } from '../findDocumentAttributions.js'
import type { Span } from '../../text/index.js'
import type { Attribution } from '../layers.js'

// The line a post set into a page ends with: — Name (@handle) 5 April 2019.
const SIGNATURE =
  /[\u2014\u2013-]{1,2} ?([^\n\u2014(@]{2,60}?) ?\(@(\w{1,15})\)(?: ((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}))?/g
// What a post set into a page starts with: Name (@handle), then its words, in this line or in the next.
const HEADED = /^([ \t]*)(\p{Lu}[^\n(@:—–]{1,60}?) ?\(@\w{1,15}\)(?:[ \t]+(?=[#“"]?\p{Lu})|[ \t]*\n+[ \t]*(?=\S))/gmu
const DATE =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}|\d{1,2} \w{3,9} \d{4})$/
// Links and picture addresses at the end of a post are not words of it.
const TAIL = /(?:\s*(?:https?:\/\/|pic\.twitter\.com\/|t\.co\/)\S*)+\s*$/
// 1,000 units: the longest a post may be, with what its readers' platforms allow today.
const LONGEST = 1000

/**
 * Posts set into an article with their signature (`words — Name (@handle) date`) or after it, as direct quotations of who signed them.
 *
 * The words run from the start of the paragraph, or the end of the post before it. Posts already between quotation marks are left to
 * those. O(n).
 */
export function findPosts(account: AccountView): readonly Attribution[] {
  const { reading } = account
  const { text } = reading
  const posts: Attribution[] = []
  let floor = 0
  for (const match of text.matchAll(SIGNATURE)) {
    const signed = match.index
    const after = signed + match[0].length
    const line = Math.max(text.lastIndexOf('\n', signed - 1) + 1, floor)
    floor = after
    let start = line
    while (start < signed && isOpening(text.charCodeAt(start))) start++
    const words = text.slice(start, signed)
    let end = start + words.replace(TAIL, '').trimEnd().length
    while (end > start && isClosing(text.charCodeAt(end - 1))) end--
    if (end - start > LONGEST || !/\p{L}{2}/u.test(text.slice(start, end))) continue
    if (isQuoted(reading.quotations, start, end)) continue
    const nameStart = signed + match[0].indexOf(match[1]!)
    posts.push(toAttribution(account, { start, end }, { start: nameStart, end: nameStart + match[1]!.length }))
  }
  for (const match of text.matchAll(HEADED)) {
    const [whole, indent, name] = match as unknown as [string, string, string]
    const nameStart = match.index + indent.length
    const start = match.index + whole.length
    const feed = text.indexOf('\n', start)
    const line = text.slice(start, feed < 0 ? text.length : feed)
    const end = start + line.replace(TAIL, '').trimEnd().length
    const isHeaded = whole.includes('\n') ? isDated(text, feed) : line.includes(' ')
    const isPost = isHeaded && line.length <= LONGEST && /\p{L}{2}/u.test(text.slice(start, end))
    if (!isPost || isQuoted(reading.quotations, start, end)) continue
    posts.push(toAttribution(account, { start, end }, { start: nameStart, end: nameStart + name.length }))
  }
  return posts
}

/** A line below gives the day the post was sent. */
function isDated(text: string, feed: number): boolean {
  if (feed < 0) return false
  const [line = ''] = text
    .slice(feed, feed + 80)
    .trimStart()
    .split('\n', 1)
  return DATE.test(line)
}

function toAttribution({ reading, entities }: AccountView, words: Span, source: Span): Attribution {
  const signed = reading.text.slice(source.start, source.end)
  const entity = entities.findIndex(({ name, aliases }) => name === signed || aliases.includes(signed))
  return {
    start: Math.min(words.start, source.start),
    end: Math.max(words.end, source.end),
    kind: 'direct',
    content: [words],
    cue: [],
    source: [source],
    cueLemma: null,
    speaker: { entities: entity < 0 ? [] : [entity], name: entity < 0 ? signed : entities[entity]!.name },
    addressee: null,
    when: -1,
    probability: 0.95,
  }
}

/** Already a quotation, or little more than one with the words of who passes it on. */
function isQuoted(quotations: AccountView['reading']['quotations'], start: number, end: number): boolean {
  return quotations.some((quotation) => {
    if (quotation.open <= start && quotation.close >= end) return true
    return quotation.start >= start && quotation.end <= end && (quotation.end - quotation.start) * 2 > end - start
  })
}

function isOpening(code: number): boolean {
  return code <= 0x20 || code === 0x22 || code === 0x201c || code === 0x2018
}

function isClosing(code: number): boolean {
  return code <= 0x20 || code === 0x22 || code === 0x201d || code === 0x2019
}
