import { createReader } from '../claim/index.js'
import { compareDocuments } from '../compare/index.js'
import { type Diagnostic, type Document, looksEnglish } from '../document/index.js'
import { VERSION } from '../text/index.js'
import { assembleDossier } from './assembleDossier.js'
import { describeStory } from './describeStory.js'
import { listModels } from './listModels.js'
import type { Dossier } from './schema.js'

export interface CompileOptions {
  /** Title of the story; made from the accounts where none is given. */
  readonly title?: string
  /** Reads one account; the shipped components and models by default. */
  readonly reader?: (document: Document) => Document
  /** Diagnostics of reading the inputs, to be carried in the dossier. */
  readonly diagnostics?: readonly Diagnostic[]
  /** Called with the name of each step, and for reading with how many accounts are done. */
  readonly onProgress?: (step: string, done: number, total: number) => void
}

/**
 * Reads the documents, compares them and writes the dossier.
 *
 * Accounts in another language than English, and accounts without text, are shown but not compared; a diagnostic says so. Documents
 * need unique ids (see `settleIds`). No document gives an empty dossier, one a dossier without comparison, both with a diagnostic.
 */
export function compileDossier(documents: readonly Document[], options: CompileOptions = {}): Dossier {
  const progress = options.onProgress ?? (() => {})
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { compared, leftOut, diagnostics } = choose(sorted)
  const reader = options.reader ?? createReader()
  const read = compared.map((document, i) => {
    progress('reading', i, compared.length)
    return reader(document)
  })
  progress('reading', compared.length, compared.length)
  const comparison = compareDocuments(read, (step) => progress(step, 0, 0))
  const all = [...(options.diagnostics ?? []), ...diagnostics, ...read.flatMap((document) => document.diagnostics)]
  if (compared.length < 2) all.push(tooFew(compared.length))
  if (comparison.silencesCapped) all.push(CAPPED)
  return assembleDossier(comparison, {
    version: VERSION,
    models: listModels(),
    story: describeStory(comparison, options.title ?? null),
    leftOut,
    diagnostics: all
      .map(({ code, documentId, message }) => ({ code, document: documentId, message }))
      .sort(
        (a, b) =>
          compareText(a.code, b.code) ||
          compareText(a.document ?? '', b.document ?? '') ||
          compareText(a.message, b.message),
      ),
  })
}

function choose(documents: readonly Document[]): {
  compared: Document[]
  leftOut: Document[]
  diagnostics: Diagnostic[]
} {
  const compared: Document[] = []
  const leftOut: Document[] = []
  const diagnostics: Diagnostic[] = []
  for (const document of documents) {
    const english =
      document.language === null
        ? true
        : document.language.toLowerCase().startsWith('en') || looksEnglish(document.text)
    if (english) compared.push(document)
    else {
      leftOut.push(document)
      diagnostics.push({
        code: 'LANGUAGE_UNSUPPORTED',
        documentId: document.id,
        message: `account "${document.id}" is in "${document.language}", only English is compared: it is shown, but left out of the comparison`,
        component: 'dossier',
      })
    }
  }
  return { compared, leftOut, diagnostics }
}

const CAPPED: Diagnostic = {
  code: 'SILENCE_CAPPED',
  documentId: null,
  message:
    'the story is large: who is silent was listed for its most important claims only; compare fewer accounts to see all of it',
  component: 'dossier',
}

function tooFew(count: number): Diagnostic {
  const what = count === 0 ? 'no account' : 'one account only'
  return {
    code: 'TOO_FEW_DOCUMENTS',
    documentId: null,
    message: `${what} could be compared, at least two are needed: give more accounts of the same event`,
    component: 'dossier',
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
