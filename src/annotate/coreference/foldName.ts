import anyAscii from 'any-ascii'

/**
 * A name's letters for matching only: ASCII, lower case, without possessive, full stops and apostrophes; hyphens become
 * spaces and runs of white space one space. `Zelenskiy’s` → `zelenskiy`, `Jean-Luc` → `jean luc`, `U.S.` → `us`.
 */
export function foldName(text: string): string {
  let out = ''
  let gap = false
  const plain = isAscii(text) ? text : anyAscii(text.replace(/[‘’ʼ`]/g, "'").replace(/[‐-―]/g, '-'))
  const end = possessiveStart(plain)
  for (let i = 0; i < end; i++) {
    const code = plain.charCodeAt(i)
    const lower = code >= 65 && code <= 90 ? code + 32 : code
    if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || lower === 38) {
      if (gap && out !== '') out += ' '
      gap = false
      out += String.fromCharCode(lower)
    } else if (code !== 46 && code !== 39) gap = true
  }
  return out
}

function possessiveStart(text: string): number {
  if (text.endsWith("'s") || text.endsWith("'S")) return text.length - 2
  return text.endsWith("'") ? text.length - 1 : text.length
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
