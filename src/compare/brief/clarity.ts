import type { Claim } from '../../claim/index.js'
import type { Document } from '../../document/index.js'
import type { Span } from '../../text/index.js'

/** Words of an account that might be a line of the brief. */
export interface Passage {
  readonly document: Document
  readonly span: Span
  /** True for a whole sentence. */
  readonly whole: boolean
  readonly claims: readonly Claim[]
  /** Indexes of the rows it tells, ascending. */
  readonly rows: readonly number[]
  /** Stems of its content words. */
  readonly words: readonly string[]
}

const OPENERS: ReadonlySet<string> = new Set(
  'he she it they this that these those his her its their but and so also still however then there we i you'.split(' '),
)

/** What a passage that leans on the text before it is worth beside one that stands alone. */
export const LEANING = 0.65

/** True where a passage opens with a word that leans on the text before it. */
export function leansBack({ document, span }: Pick<Passage, 'document' | 'span'>): boolean {
  const text = document.text.slice(span.start, span.end)
  return OPENERS.has(/^[\p{L}’']+/u.exec(text)?.[0].toLowerCase() ?? '')
}

/** How well a passage stands alone, in (0, 1]: whole, in the outlet's own voice, not opening with a word that leans on the text before. */
export function clarityOf(passage: Passage): number {
  const { document, span, whole, claims } = passage
  const text = document.text.slice(span.start, span.end)
  const length = span.end - span.start
  let clarity = 1
  if (!whole && !/^[\p{Lu}“"\d]/u.test(text)) clarity *= 0.6
  if (/^["“‘]/u.test(text)) clarity *= 0.6
  if (leansBack(passage)) clarity *= LEANING
  if (claims.some((claim) => claim.modality === 'question') || text.endsWith('?')) clarity *= 0.3
  if (claims.length > 0 && claims.every((claim) => claim.voice === 'attributed')) clarity *= 0.85
  // Captions, pointers and bylines are short and end without a full stop.
  if (!/[.!?]["”’')\]]*$/u.test(text)) clarity *= whole ? 0.5 : 0.9
  if (length < 40) clarity *= 0.4
  return clarity
}
