/**
 * Text of an account made harmless for a terminal or a plain file: what is a command there becomes a visible sign.
 *
 * Escape and the other C0 controls turn into their picture (`␛`), C1 controls, lone surrogates and direction overrides into `�`;
 * the invisible direction marks are dropped, as they would spoil alignment. Tabs become a space; line feeds stay.
 */
export function makeSafe(text: string): string {
  return replaceUnsafe(text, false)
}

/** The same without changing any offset, for pages where words are found by place: every sign stands for one code unit. */
export function makeSafeInPlace(text: string): string {
  return replaceUnsafe(text, true)
}

function replaceUnsafe(text: string, inPlace: boolean): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const shown = replacementFor(text, i)
    // A page sets apart each account's direction by itself, so the marks do no harm there.
    if (shown === null || (inPlace && shown === '')) continue
    out += text.slice(from, i) + shown
    from = i + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

/** The same on one line: every run of white space is one space, and the ends are trimmed. */
export function makeSafeLine(text: string): string {
  return makeSafe(text.replace(/\s+/g, ' ')).trim()
}

function replacementFor(text: string, i: number): string | null {
  const code = text.charCodeAt(i)
  if (code < 0x20) return code === 0x0a ? null : code === 0x09 ? ' ' : String.fromCharCode(0x2400 + code)
  if (code < 0x7f) return null
  if (code === 0x7f) return '\u2421'
  if (code <= 0x9f) return '\ufffd'
  if (code === 0x061c || code === 0x200e || code === 0x200f) return ''
  if (code === 0x2028 || code === 0x2029) return ' '
  if (isDirectionControl(code)) return '\ufffd'
  if (code >= 0xd800 && code <= 0xdfff) return isPaired(text, i) ? null : '\ufffd'
  return null
}

/** Embeddings, overrides and isolates: they can make words appear in another order than they are stored. */
function isDirectionControl(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
}

function isPaired(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  const other = code < 0xdc00 ? text.charCodeAt(i + 1) : text.charCodeAt(i - 1)
  return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff
}

/** An address that is safe to link to: http or https, without control characters; null otherwise. */
export function safeLink(url: string | null): string | null {
  if (url === null || url.length > 2_000) return null
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return null
  }
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null
}
