import type { DocumentState } from '../document.js'

const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|keep) reading|(?:this (?:article|story|content) is|available) (?:only )?(?:for|to) (?:paying )?(?:subscribers|members)(?: only)?|to (?:continue|keep) reading,? (?:please )?(?:subscribe|log in|sign in|register|create)|already a subscriber\?|you have reached your (?:limit|monthly limit)|unlock (?:this|the full) (?:article|story)|become a (?:subscriber|member) to read)/i
const CUT =
  /(?:\[(?:…|\.\.\.)\]|\[\+?\d+ (?:chars|more)\]|(?:\.\.\.|…)\s*(?:\(?(?:continue reading|read (?:more|the full (?:story|article))|click here)[^\n]{0,40})?|\b(?:continue reading|read more|read the full (?:story|article))\b[^\n]{0,60})\s*$/i

/** True for a notice that the reader must pay or sign in to go on reading. */
export function asksToSubscribe(text: string): boolean {
  // "Already a subscriber?" stands in the menu of pages that are read freely.
  return text.length <= EDGE && PAYWALL.test(text.replace(/already a subscriber\?/gi, ''))
}

// The notice stands at the end of what could be read; one in mid-text is something the article speaks of.
const EDGE = 500

/**
 * How much of an account its own text says was read: `paywalled` for a notice to subscribe at its end, `truncated` for a mark of
 * omission or a "read more" there, else `complete`.
 */
export function findState(text: string): DocumentState {
  const tail = text.slice(-EDGE)
  if (PAYWALL.test(tail)) return 'paywalled'
  return CUT.test(tail) ? 'truncated' : 'complete'
}
