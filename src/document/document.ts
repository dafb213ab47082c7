import type { Code, Span } from '../text/index.js'

declare const documentIdBrand: unique symbol

/** Names one account within a story. Derived from the input (file name, record id), so the same input gives the same id. */
export type DocumentId = string & { readonly [documentIdBrand]: true }

/** Where a finding comes from. The id names an exact text: changed text has another id or other offsets. */
export interface Evidence {
  readonly documentId: DocumentId
  readonly span: Span
}

/** Something a person should know about one input; the rest of the run goes on. */
export interface Diagnostic {
  readonly code: Code
  readonly documentId: DocumentId | null
  /** What came, what was allowed, what to do. */
  readonly message: string
  /** The stage or component that noticed it, e.g. `document/html`. */
  readonly component: string
  readonly span?: Span
}

/** How much of the account was read. `truncated` and `paywalled` accounts may say more than we could see. */
export type DocumentState = 'complete' | 'truncated' | 'paywalled' | 'failed'

/** Where the text came from, so that a span can be traced to the page. */
export interface Provenance {
  /** File path or address as given; for a record of several in one file with its place there, e.g. `wire.jsonl, line 3`. */
  readonly origin: string
  readonly format: string
  /** ISO 8601; for a page of a web archive the time of its record. Null for local files. */
  readonly fetchedAt: string | null
  /**
   * SHA-256, hexadecimal, of the bytes read: of the page of a web archive, the message of a mailbox, the line of JSON Lines, and of the whole file for
   * other formats; of the text for a row of CSV. Null when the text was handed in by a program.
   */
  readonly sha256: string | null
  /** What the reader left out of the text and why. */
  readonly removed: readonly { readonly step: string; readonly reason: string; readonly text: string }[]
}

/**
 * What the stages found in a document, one layer per kind of finding, flat and sorted by start.
 *
 * Each stage adds its own by declaration merging, so that this stage need not know those above it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the stages above
export interface Layers {}

export type Layer = keyof Layers

/** One article as read. Immutable: a component returns a copy with one more layer. */
export interface Document {
  readonly id: DocumentId
  readonly title: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  /** ISO 8601 date (`2025-08-16`) or date-time with offset; null when unknown. */
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  /** BCP 47 primary tag, e.g. `en`; null when it could not be told. */
  readonly language: string | null
  /** The account's text; never rewritten. Paragraphs are parted by line feeds. */
  readonly text: string
  /** The agency or outlet named in a credit line, e.g. `Reuters`; null when none. */
  readonly credit: string | null
  readonly state: DocumentState
  readonly provenance: Provenance
  readonly diagnostics: readonly Diagnostic[]
  readonly layers: Partial<Layers>
}
