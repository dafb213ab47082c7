import { SynopticError } from '../../text/index.js'

// 32 MiB: a book is 2 MB, a long saved page 10; what is larger is no single account.
export const LARGEST_FILE = 32 * 1024 * 1024
// 4 MiB of text: longer than any article, short enough to be read in seconds.
export const LARGEST_RECORD = 4 * 1024 * 1024

// What is wrong with a thousand records of one file is known; a file of a gigabyte may have millions.
export const MOST_LISTED = 1_000

/** Says of problems beyond the first thousand how many they are. */
export function notListed(origin: string, count: number): string {
  return `${origin}: ${count} more problems like these, which are not listed`
}

/** The error for something larger than its limit, both in megabytes. */
export function tooLarge(what: string, limit: number, advice: string): SynopticError {
  const megabytes = Math.round(limit / 1024 / 1024)
  return new SynopticError('INPUT_TOO_LARGE', `${what} is larger than the ${megabytes} MB allowed: ${advice}`)
}

/**
 * All bytes of a source together.
 *
 * @throws SynopticError `INPUT_TOO_LARGE` as soon as more than the limit came, however much more there is
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  limit = LARGEST_FILE,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) throw tooLarge(origin, limit, 'split it into one file per account, or give it as .jsonl')
    parts.push(chunk)
  }
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts))
}
