import { createReader } from '../../src/claim/index.js'
import {
  alignClaims,
  type Conflict,
  findConflicts,
  findQuoteConflicts,
  groupQuotes,
  linkEntities,
} from '../../src/compare/index.js'
import { createDocument, type Document } from '../../src/document/index.js'
import type { SourceDocument } from './seed.js'

const read = createReader()
const cache = new Map<string, Document>()

/** Reads an account through all layers; a text read before comes from memory. */
export function readSource(source: SourceDocument): Document {
  const key = `${source.id}\n${source.text}`
  const known = cache.get(key)
  if (known !== undefined) return known
  // Texts are read at most a few times in a row; a small memory keeps long runs flat.
  if (cache.size > 40) cache.clear()
  const document = read(
    createDocument({
      id: source.id,
      text: source.text,
      title: source.title,
      outlet: source.outlet,
      publishedAt: source.publishedAt,
      language: 'en',
    }),
  )
  cache.set(key, document)
  return document
}

/** All conflicts of two accounts, as the product finds them. */
export function comparePair(a: SourceDocument, b: SourceDocument): readonly Conflict[] {
  return compareRead([readSource(a), readSource(b)])
}

/** All conflicts of documents read already. */
export function compareRead(unsorted: readonly Document[]): readonly Conflict[] {
  const documents = [...unsorted].sort((x, y) => (x.id < y.id ? -1 : 1))
  const entities = linkEntities(documents)
  const groups = groupQuotes(documents, entities)
  const rows = alignClaims(documents, entities, groups)
  return [...findQuoteConflicts(documents, entities, groups), ...findConflicts(documents, entities, rows, groups)]
}
