// Feeds nest a dozen elements; readers of paths take time with the depth for every element.
const DEEPEST = 200

const TAG =
  /<(?:\/[^\s<>/="'&!?]+\s*|[^\s<>/="'&!?]+(?:\s+[^\s<>/="'&]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s<>"'=]+))?)*\s*\/?)>/y
// A type without definitions of its own, as old feeds have.
const PLAIN_TYPE = /<!DOCTYPE[^<>[\]]*>/iy
const ASIDES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const

/**
 * A text with each `<` that begins no whole tag, comment, instruction or CDATA section written as `&lt;`; null where more than 200
 * elements are open at once, or an aside has no end.
 *
 * Feeds with bare signs in their titles can be read so, and parsers that look for the end of a tag from every `<` find one. Linear in the
 * length. A document type that defines entities becomes text.
 */
export function mendTags(text: string): string | null {
  let mended = ''
  let kept = 0
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; ) {
    const aside = ASIDES.find(([start]) => text.startsWith(start, at))
    if (aside !== undefined) {
      const close = text.indexOf(aside[1], at + aside[0].length)
      if (close < 0) return null
      at = text.indexOf('<', close + aside[1].length)
      continue
    }
    PLAIN_TYPE.lastIndex = at
    if (PLAIN_TYPE.test(text)) {
      at = text.indexOf('<', PLAIN_TYPE.lastIndex)
      continue
    }
    TAG.lastIndex = at
    const tag = TAG.exec(text)?.[0]
    if (tag === undefined) {
      mended += `${text.slice(kept, at)}&lt;`
      kept = at + 1
      at = text.indexOf('<', kept)
      continue
    }
    if (tag[1] === '/') depth = Math.max(0, depth - 1)
    else if (tag.at(-2) !== '/' && ++depth > DEEPEST) return null
    at = text.indexOf('<', TAG.lastIndex)
  }
  return kept === 0 ? text : mended + text.slice(kept)
}
