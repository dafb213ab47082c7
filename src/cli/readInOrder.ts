import { createHash } from 'node:crypto'
import { type Diagnostic, type Document, type DocumentId, settleIds, streamInputs } from '../document/index.js'
import type { CliContext } from './context.js'
import type { Progress } from './progress.js'
import type { ReadingFlags } from './readAccounts.js'

type Item = Document | Diagnostic

/**
 * All accounts in the order of publication; all are held at once. One without a date keeps its place behind the account before it in the
 * input. Accounts of one time come in the order of their ids, so that the order of the inputs does not matter where all have dates.
 */
export async function* readInTime(
  inputs: readonly string[],
  flags: ReadingFlags,
  context: CliContext,
  progress: Progress,
): AsyncIterable<Item> {
  const documents: Document[] = []
  for await (const read of open(inputs, flags, context, progress)) {
    yield* read.diagnostics
    documents.push(...read.documents)
  }
  const times = new Map<string, number>()
  let last = -Infinity
  for (const { text, publishedAt } of documents) {
    const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt)
    if (!Number.isNaN(time)) last = time
    if (!times.has(text)) times.set(text, last)
  }
  const settled = settleIds(documents)
  yield* settled.diagnostics
  // Already in the order of ids, which the sort keeps.
  yield* [...settled.documents].sort((a, b) => order(times.get(a.text)!, times.get(b.text)!))
}

/** The accounts as they come, one held at a time. Ids that repeat with another text are lengthened as in {@link settleIds}. */
export async function* readAsGiven(
  inputs: readonly string[],
  flags: ReadingFlags,
  context: CliContext,
  progress: Progress,
): AsyncIterable<Item> {
  const known = new Map<string, string>()
  for await (const { documents, diagnostics } of open(inputs, flags, context, progress)) {
    yield* diagnostics
    for (const document of documents) {
      const hash = createHash('sha256').update(document.text).digest('hex').slice(0, 8)
      const other = known.get(document.id)
      if (other === undefined) known.set(document.id, hash)
      yield other === undefined || other === hash
        ? document
        : { ...document, id: `${document.id}~${hash}` as DocumentId }
    }
  }
}

function open(inputs: readonly string[], flags: ReadingFlags, context: CliContext, progress: Progress) {
  return streamInputs(inputs, {
    standardInput: context.stdin,
    fetch: { allowPrivate: flags.allowPrivate, ...(flags.cache === undefined ? {} : { cacheFolder: flags.cache }) },
    onProgress: (done, total) => progress.show('opening', done, total),
  })
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
