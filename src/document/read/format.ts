import type { Diagnostic } from '../document.js'
import type { DocumentInput } from '../createDocument.js'

/** Bytes to be read, and what is known of them before reading. */
export interface Source {
  /** Path, address, or `-` for standard input. */
  readonly origin: string
  /** Name an account without an id of its own gets: the file's base name without its ending. */
  readonly name: string
  /** Lower-case ending without the dot; '' when there is none. */
  readonly extension: string
  readonly bytes: Uint8Array
}

/** What a format's adapter makes of a source: accounts, and what a person should know of the rest. */
export interface Parsed {
  readonly documents: readonly DocumentInput[]
  readonly diagnostics: readonly Diagnostic[]
}

/** One format, one file: turns a decoded text (or bytes, for binary formats) into accounts. */
export interface FormatAdapter {
  readonly name: string
  /** Lower-case endings it answers for. */
  readonly extensions: readonly string[]
  parse(text: string, source: Source): Parsed
}
