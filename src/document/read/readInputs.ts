import { createHash } from 'node:crypto'
import type { Diagnostic, Document, DocumentId } from '../document.js'
import { isAddress } from '../fetch/addressSource.js'
import type { FetchOptions } from '../fetch/fetchPage.js'
import { fileSource, findPaths, type StandardInput, standardInputSource } from './findSources.js'
import { createAddressReader, failure, notFollowed } from './followAddresses.js'
import { type ReadResult, readSource } from './readSource.js'

export interface ReadOptions {
  /** How addresses are fetched; the defaults are polite and refuse private networks. */
  readonly fetch?: FetchOptions
  /** Read for the input `-`; standard input by default. */
  readonly standardInput?: StandardInput
  /** Called before each file is read, with how many are done and how many there are. */
  readonly onProgress?: (done: number, total: number, origin: string) => void
}

/**
 * Reads accounts from files, folders, globs and `-` (standard input), one piece after another, in the order of the inputs.
 *
 * An input that cannot be read gives a diagnostic, and the others are read. Ids may repeat: see {@link settleIds}. Holds one piece at
 * a time, so that inputs of any size can be streamed. A list of addresses (OPML, sitemap) that is named as an input is followed; one that
 * lies in a folder is not, for nobody asked to fetch anything.
 */
export async function* streamInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncIterable<ReadResult> {
  const addresses = createAddressReader(options.fetch)
  const paths: { readonly path: string; readonly named: boolean }[] = []
  for (const input of inputs) {
    try {
      const found = input === '-' || isAddress(input) ? [input] : await findPaths(input)
      paths.push(...found.map((path) => ({ path, named: path === input })))
    } catch (error) {
      yield failure(error)
    }
  }
  for (const [index, { path, named }] of paths.entries()) {
    options.onProgress?.(index, paths.length, path)
    if (isAddress(path)) yield* addresses.read(path)
    else {
      const standardInput = options.standardInput ?? process.stdin
      const source = path === '-' ? await standardInputSource(standardInput).catch(failure) : fileSource(path)
      if (!('open' in source)) yield source
      else
        for await (const result of readSource(source)) {
          yield result
          if (result.addresses === undefined) continue
          if (named) yield* addresses.follow(result.addresses, path)
          else yield notFollowed(path, result.addresses.length)
        }
    }
  }
  options.onProgress?.(paths.length, paths.length, '')
  await addresses.close()
}

/**
 * Reads accounts from files, folders, globs and `-` (standard input).
 *
 * Documents come sorted by id. An input that cannot be read gives a diagnostic, and the others are read. The same text under the
 * same id counts once; other texts under one id get the first letters of their hash appended, so that no account is lost.
 */
export async function readInputs(inputs: readonly string[], options: ReadOptions = {}): Promise<ReadResult> {
  const diagnostics: Diagnostic[] = []
  const documents: Document[] = []
  for await (const read of streamInputs(inputs, options)) {
    documents.push(...read.documents)
    diagnostics.push(...read.diagnostics)
  }
  return settleIds(documents, diagnostics)
}

/** Gives every document an id of its own and puts them in the order of their ids. */
export function settleIds(documents: readonly Document[], diagnostics: readonly Diagnostic[] = []): ReadResult {
  const byId = new Map<DocumentId, Document[]>()
  for (const document of documents) {
    const sameId = byId.get(document.id)
    if (sameId === undefined) byId.set(document.id, [document])
    else sameId.push(document)
  }
  const settled: Document[] = []
  const found = [...diagnostics]
  for (const [id, sameId] of byId) {
    const texts = new Map<string, Document>()
    for (const document of sameId) {
      const known = texts.get(document.text)
      if (known === undefined) texts.set(document.text, document)
      else found.push(duplicate(id, known, document))
    }
    if (texts.size === 1) settled.push(sameId[0]!)
    else
      for (const [text, document] of texts) settled.push({ ...document, id: `${id}~${shortHash(text)}` as DocumentId })
  }
  settled.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { documents: settled, diagnostics: found }
}

function duplicate(id: DocumentId, known: Document, again: Document): Diagnostic {
  const places =
    known.provenance.origin === again.provenance.origin
      ? known.provenance.origin
      : `${known.provenance.origin} and ${again.provenance.origin}`
  return {
    code: 'DOCUMENT_DUPLICATE',
    documentId: id,
    message: `account "${id}" was given twice with the same text (${places}): it is counted once`,
    component: 'document/read',
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
