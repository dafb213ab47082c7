import type { Diagnostic, Document } from '../document/index.js'
import { readInputs } from '../document/index.js'
import type { CliContext } from './context.js'
import { EXIT, type ExitCode } from './exitCodes.js'
import type { Progress } from './progress.js'

export interface Accounts {
  readonly documents: readonly Document[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Flags that every command that reads inputs has. */
export interface ReadingFlags {
  readonly cache?: string
  readonly allowPrivate: boolean
  readonly quiet: boolean
}

/** Reads the inputs of a command, showing progress. */
export async function readAccounts(
  inputs: readonly string[],
  flags: ReadingFlags,
  context: CliContext,
  progress: Progress,
): Promise<Accounts> {
  return readInputs(inputs, {
    standardInput: context.stdin,
    fetch: { allowPrivate: flags.allowPrivate, ...(flags.cache === undefined ? {} : { cacheFolder: flags.cache }) },
    onProgress: (done, total) => progress.show('opening', done, total),
  })
}

// Codes after which everything given was still read: nothing is missing from the comparison.
const HARMLESS: ReadonlySet<string> = new Set([
  'DOCUMENT_DUPLICATE',
  'INPUT_ENCODING',
  'TIME_UNANCHORED',
  'TOKEN_TOO_LONG',
  'PARAGRAPH_TOO_LONG',
  'DOCUMENT_TRUNCATED',
  'DOCUMENT_PAYWALLED',
  'SILENCE_CAPPED',
])

/** The exit status that a run's diagnostics and number of accounts call for; `least` is how many the command needs. */
export function exitCodeOf(
  diagnostics: readonly { readonly code: string }[],
  accounts: number,
  least: number,
): ExitCode {
  if (accounts < least) return EXIT.nothing
  return diagnostics.some(({ code }) => !HARMLESS.has(code)) ? EXIT.partly : EXIT.done
}
