// Word nests tables in tables a few times; what is deeper overflows the stack of those who read it.
const DEEPEST = 500

const TAG = /<([^\s<>/="'&!?]+)(?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y
const END_TAG = /<\/([^\s<>/="'&]+)\s*>/y
const SPACE = /^\s*$/

/**
 * Why a text is no well-formed XML, or null where it is: tags that do not pair, more than one root, attributes without quotation marks.
 *
 * Parsers that mend such texts as they go take time with the square of their length, so they are turned away before. Document types are
 * turned away too, with the entities they may define, and nesting beyond 500 levels. Linear in the length.
 */
export function findXmlFault(text: string): string | null {
  const open: string[] = []
  let roots = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (open.length === 0 && !SPACE.test(text.slice(at, next < 0 ? undefined : next)))
      return 'it has text outside its root'
    if (next < 0) break
    at = next
    const skipped = skipAside(text, at)
    if (skipped !== null) {
      if (skipped < 0) return 'a comment or an instruction has no end'
      at = skipped
      continue
    }
    if (text.startsWith('<!', at)) return 'it has a document type'
    END_TAG.lastIndex = at
    const end = END_TAG.exec(text)
    if (end !== null) {
      if (open.pop() !== end[1]) return `</${end[1]!.slice(0, 40)}> closes another element`
      at = END_TAG.lastIndex
      continue
    }
    TAG.lastIndex = at
    const tag = TAG.exec(text)
    if (tag === null) return 'a tag is broken'
    if (open.length === 0 && ++roots > 1) return 'it has more than one root'
    if (tag[2] === '') open.push(tag[1]!)
    if (open.length > DEEPEST) return `it nests deeper than ${DEEPEST} levels`
    at = TAG.lastIndex
  }
  if (open.length > 0) return `<${open.at(-1)!.slice(0, 40)}> is never closed`
  return roots === 0 ? 'it has no root' : null
}

/** Where a comment, an instruction or a CDATA section that begins here ends; -1 where it never does, null where none begins. */
function skipAside(text: string, at: number): number | null {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!text.startsWith(start, at)) continue
    const close = text.indexOf(end, at + start.length)
    return close < 0 ? -1 : close + end.length
  }
  return null
}
