/** As much of an element as metadata needs. */
export interface MetadataElement {
  getAttribute(name: string): string | null
  readonly textContent: string | null
}

/** As much of a parsed page as metadata needs. */
export interface MetadataPage {
  querySelector(selector: string): MetadataElement | null
  querySelectorAll(selector: string): Iterable<MetadataElement>
}

// Bylines, headlines and dates are short; an element that holds a whole page under such a name is none.
const LONGEST = 500

/** Text with its white space folded, at most 500 characters; null for none. */
export function clean(text: string | null | undefined): string | null {
  const folded = text?.slice(0, 5_000).replace(/\s+/g, ' ').trim()
  return folded === undefined || folded === '' ? null : folded.slice(0, LONGEST)
}

/** Letters and digits alone, to see whether two headlines are one. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
