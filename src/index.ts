/**
 * Synoptic as a library.
 *
 * ```ts
 * import { compare, read } from 'synoptic'
 *
 * const { documents } = await read(['examples/alaska-summit'])
 * const dossier = compare(documents)
 * ```
 */
import type { Component } from './annotate/index.js'
import { createReader } from './claim/index.js'
import {
  createDocument,
  type Diagnostic,
  type Document,
  type DocumentInput,
  readInputs,
  settleIds,
} from './document/index.js'
import { compileDossier, type Dossier } from './dossier/index.js'

export interface CompareOptions {
  /** Title of the story; made from the accounts where none is given. */
  readonly title?: string
  /** The components that read an account; those with the shipped models by default. */
  readonly components?: readonly Component[]
  /** Called with the name of each step and how far it is. */
  readonly onProgress?: (step: string, done: number, total: number) => void
}

/** What `read` gives: accounts in the order of their ids, and what could not be read. */
export interface ReadOutcome {
  readonly documents: readonly Document[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads accounts from files, folders, globs or `-` for standard input.
 *
 * Never throws for what an input holds: that becomes a diagnostic, and the others are read.
 */
export async function read(inputs: readonly string[]): Promise<ReadOutcome> {
  return readInputs(inputs)
}

/**
 * Compares accounts of one event and gives the dossier.
 *
 * Takes documents from `read`, or plain records with at least `id` and `text`. The order does not matter. Fewer than two accounts give
 * a dossier with a `TOO_FEW_DOCUMENTS` diagnostic.
 */
export function compare(accounts: readonly (Document | DocumentInput)[], options: CompareOptions = {}): Dossier {
  const { documents, diagnostics } = settleIds(
    accounts.map((account) => ('layers' in account ? account : createDocument(account))),
  )
  return compileDossier(documents, {
    diagnostics,
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.components === undefined ? {} : { reader: createReader({ components: options.components }) }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  })
}

export type { Component } from './annotate/index.js'
export { createComponents, createReader } from './claim/index.js'
export type { Diagnostic, Document, DocumentId, DocumentInput } from './document/index.js'
export { createDocument } from './document/index.js'
export { checkDossier, type Dossier, dossierJsonSchema, dossierSchema } from './dossier/index.js'
export {
  createGrouper,
  type GroupOptions,
  type Grouper,
  groupStories,
  parseCorrections,
  type Story,
  type StoryUpdate,
} from './story/index.js'
export { renderCsv, renderHtml, renderJson, renderJsonLd, renderMarkdown, renderTerminal } from './report/index.js'
export { SynopticError } from './text/index.js'
