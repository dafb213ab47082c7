// A file cut off in the middle of an object has one that is open; so do a few that were mended by hand.
const MOST_OPEN = 50
// A name of an object, a mark that ends one, or the beginning of its packed content, in which brackets mean nothing.
const MARK = /\b(?:\d{1,10}\s{1,10}\d{1,5}\s{1,10}obj|trailer|endobj|stream)\b/g
const BRACKETS = /\\[\s\S]|<<|>>|[()[\]]/g

/**
 * Why a PDF is too damaged to be looked through for its objects, or null where it is not.
 *
 * A PDF without a valid table of objects is searched for them, and one whose brackets never close is read to the end of the file each time,
 * which takes time with the square of the length. More than 50 such objects are no accident. Linear in the length.
 */
export function findPdfFault(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let open = 0
  let from = -1
  for (const mark of text.matchAll(MARK)) {
    if (from >= 0 && !isBalanced(text.slice(from, mark.index)) && ++open > MOST_OPEN)
      return `more than ${MOST_OPEN} of its objects have no end`
    from = /^(?:endobj|stream)$/.test(mark[0]) ? -1 : mark.index + mark[0].length
  }
  return null
}

/** Whether the brackets of an object pair; those in its strings count too, as they must pair there or be escaped. */
function isBalanced(object: string): boolean {
  let dictionaries = 0
  let strings = 0
  let lists = 0
  for (const [bracket] of object.matchAll(BRACKETS)) {
    if (bracket === '<<') dictionaries++
    else if (bracket === '>>') dictionaries--
    else if (bracket === '(') strings++
    else if (bracket === ')') strings--
    else if (bracket === '[') lists++
    else if (bracket === ']') lists--
  }
  return dictionaries === 0 && strings === 0 && lists === 0
}
