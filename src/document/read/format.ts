import type { DocumentInput } from '../createDocument.js'
import type { Diagnostic } from '../document.js'

/** A file, a download or standard input, before it is read. */
export interface Source {
  /** Path, address, or `-` for standard input. */
  readonly origin: string
  /** Name an account without an id of its own gets: the file's base name without its ending. */
  readonly name: string
  /** Lower-case ending without the dot; '' when there is none. A `.gz` behind it is left off. */
  readonly extension: string
  /** ISO 8601; null for what was not fetched. */
  readonly fetchedAt: string | null
  /** The web address of the page, where it was fetched from one or an archive says so. */
  readonly address?: string
  /** The encoding that a server declared; absent where none did. */
  readonly charset?: string
  /** The bytes in order, unpacked where they were gzipped. May be opened once. */
  open(): AsyncIterable<Uint8Array>
}

/** What a format's adapter makes of a source: accounts, and what a person should know of the rest. */
export interface Parsed {
  readonly documents: readonly DocumentInput[]
  readonly diagnostics: readonly Diagnostic[]
  /** Addresses that the source lists instead of articles of its own, e.g. a sitemap's. */
  readonly addresses?: readonly string[]
}

interface Format {
  readonly name: string
  /** Lower-case endings it answers for. */
  readonly extensions: readonly string[]
}

/** A format that is read as one decoded text. */
export interface TextFormat extends Format {
  readonly kind: 'text'
  parse(text: string, source: Source): Parsed | Promise<Parsed>
}

/** A binary format that is read as a whole. */
export interface BinaryFormat extends Format {
  readonly kind: 'binary'
  parse(bytes: Uint8Array, source: Source): Promise<Parsed>
}

/** A format of many records, read piece by piece so that a file of any size fits in memory. */
export interface StreamFormat extends Format {
  readonly kind: 'stream'
  stream(source: Source): AsyncIterable<Parsed>
}

/** One format, one file. Adapters throw a SynopticError only for a source that cannot be read at all. */
export type FormatAdapter = TextFormat | BinaryFormat | StreamFormat
