import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { glob } from 'tinyglobby'
import { SynopticError } from '../../text/index.js'
import type { Source } from './format.js'
import { KNOWN_EXTENSIONS } from './readSource.js'

/** Where standard input comes from; handed in so that tests and programs can give their own. */
export type StandardInput = AsyncIterable<Uint8Array | string>

// 32 MiB: the longest article corpora in one JSON file stay below it; a single account is far shorter.
export const LARGEST_FILE = 32 * 1024 * 1024

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
    const paths = await glob(
      KNOWN_EXTENSIONS.map((extension) => `**/*.${extension}`),
      { cwd: input, absolute: false, caseSensitiveMatch: false, ignore: ['**/readme.md'] },
    )
    if (paths.length === 0) {
      throw new SynopticError(
        'INPUT_MISSING',
        `folder ${input} holds no file ending in ${KNOWN_EXTENSIONS.map((e) => `.${e}`).join(', ')}`,
      )
    }
    return paths.sort().map((path) => `${input.replace(/\/$/, '')}/${path}`)
  }
  if (/[*?[\]{}]/.test(input)) {
    const paths = await glob([input], { absolute: false })
    if (paths.length > 0) return paths.sort()
  }
  throw new SynopticError('INPUT_MISSING', `there is no file, folder or match for "${input}": check the path`)
}

/**
 * The bytes of one file.
 *
 * @throws SynopticError `INPUT_TOO_LARGE` or `INPUT_UNREADABLE`
 */
export async function loadSource(path: string): Promise<Source> {
  let bytes: Uint8Array
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) throw tooLarge(path, size)
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof SynopticError) throw error
    throw new SynopticError(
      'INPUT_UNREADABLE',
      `${path} could not be read (${messageOf(error)}): check that it is a readable file`,
      { cause: error },
    )
  }
  const extension = extname(path)
  return { origin: path, name: basename(path, extension), extension: extension.slice(1).toLowerCase(), bytes }
}

/** Standard input as one source: JSON or JSON Lines when it looks so, else plain text named `stdin`. */
export async function loadStandardInput(input: StandardInput): Promise<Source> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > LARGEST_FILE) throw tooLarge('standard input', size)
    chunks.push(bytes)
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  return { origin: '-', name: 'stdin', extension: extensionOf(bytes), bytes }
}

function extensionOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 1_000_000)).trimStart()
  if (text.startsWith('[')) return 'json'
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

function tooLarge(origin: string, size: number): SynopticError {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return new SynopticError(
    'INPUT_TOO_LARGE',
    `${origin} has ${megabytes(size)}, more than the ${megabytes(LARGEST_FILE)} allowed for one file: split it into one file per account`,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
