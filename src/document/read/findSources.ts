import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { glob } from 'tinyglobby'
import { SynopticError } from '../../text/index.js'
import type { Source } from './format.js'
import { KNOWN_EXTENSIONS } from './formats.js'
import { unpack } from './unpack.js'

/** Where standard input comes from; handed in so that tests and programs can give their own. */
export type StandardInput = AsyncIterable<Uint8Array | string>

/**
 * Paths that inputs name: a file stands for itself, a folder for the readable files below it, a glob for what it matches.
 *
 * Sorted, without duplicates within one folder or glob. A file named twice is given twice, so that it can be reported.
 * @throws SynopticError `INPUT_MISSING` when an input names nothing
 */
export async function findPaths(input: string): Promise<readonly string[]> {
  const found = await stat(input).catch(() => null)
  if (found?.isFile()) return [input]
  if (found?.isDirectory()) {
    const patterns = KNOWN_EXTENSIONS.flatMap((extension) => [`**/*.${extension}`, `**/*.${extension}.gz`])
    const paths = await glob(patterns, {
      cwd: input,
      absolute: false,
      caseSensitiveMatch: false,
      ignore: ['**/readme.md'],
    })
    if (paths.length === 0) {
      const endings = KNOWN_EXTENSIONS.map((e) => `.${e}`).join(', ')
      throw new SynopticError('INPUT_MISSING', `folder ${input} holds no file ending in ${endings}: check the path`)
    }
    return paths.sort().map((path) => `${input.replace(/\/$/, '')}/${path}`)
  }
  if (/[*?[\]{}]/.test(input)) {
    const paths = await glob([input], { absolute: false })
    if (paths.length > 0) return paths.sort()
  }
  throw new SynopticError('INPUT_MISSING', `there is no file, folder or match for "${input}": check the path`)
}

/** A file as a source; nothing is read before it is opened. Opening throws `INPUT_UNREADABLE` when the system refuses. */
export function fileSource(path: string): Source {
  const plain = path.replace(/\.gz$/i, '')
  const extension = extname(plain)
  return {
    origin: path,
    name: basename(plain, extension),
    extension: extension.slice(1).toLowerCase(),
    fetchedAt: null,
    open: () => unpack(readFileStream(path), path),
  }
}

async function* readFileStream(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SynopticError(
      'INPUT_UNREADABLE',
      `${path} could not be read (${reason}): check that it is a readable file`,
      {
        cause: error,
      },
    )
  }
}

/** Standard input as a source: JSON or JSON Lines when its beginning looks so, else plain text named `stdin`. */
export async function standardInputSource(input: StandardInput): Promise<Source> {
  const iterator = unpack(asBytes(input), 'standard input')[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  // The first line tells JSON Lines from JSON; 1 MB is enough for it.
  while (size < 1_000_000) {
    const next = await iterator.next()
    if (next.done === true) break
    head.push(next.value)
    size += next.value.length
  }
  return {
    origin: '-',
    name: 'stdin',
    extension: extensionOf(new Uint8Array(Buffer.concat(head))),
    fetchedAt: null,
    async *open() {
      yield* head
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
    },
  }
}

async function* asBytes(input: StandardInput): AsyncIterable<Uint8Array> {
  for await (const chunk of input) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}

function extensionOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).trimStart()
  if (text.startsWith('[')) return 'json'
  if (/^<(?:!doctype|html)/i.test(text)) return 'html'
  if (/^<(?:\?xml|rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i.test(text)) return 'xml'
  if (!text.startsWith('{')) return 'txt'
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  try {
    JSON.parse(firstLine)
    return 'jsonl'
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return 'json'
  }
}
