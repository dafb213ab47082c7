import { makeSafeLine } from '../view/safeText.js'

/**
 * Text of an account as Markdown shows it letter by letter: no markup, no HTML, no link, no formula comes out of it.
 *
 * One line; white space runs become one space.
 */
export function escapeMarkdown(text: string): string {
  const line = makeSafeLine(text)
    .replace(/[\\`*_[\]<>|~$#&!@]/g, escapeCharacter)
    // A list, heading rule or numbered item starts only at the start of a line.
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  // Bare addresses turn into links on some sites even without brackets.
  return line.replace(/\b(https?|ftp|mailto|xmpp|www)([:.])/gi, '$1&#8203;$2')
}

function escapeCharacter(char: string): string {
  if (char === '&') return '&amp;'
  if (char === '<') return '&lt;'
  if (char === '>') return '&gt;'
  // An at sign would call for a person of that name where issues are discussed.
  if (char === '@') return '&#64;&#8203;'
  return `\\${char}`
}

/** A link, where the address is safe; the plain label otherwise. */
export function linkMarkdown(label: string, url: string | null): string {
  if (url === null) return escapeMarkdown(label)
  return `[${escapeMarkdown(label)}](<${url.replace(/[<>\\\s]/g, (char) => encodeURIComponent(char))}>)`
}
