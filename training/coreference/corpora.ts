import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Folder that holds `corpora/` and `gold/`: beside the repository, or where SYNOPTIC_SHARED points. */
export const shared = process.env.SYNOPTIC_SHARED ?? join(root, '..', 'shared')

export const corpora = join(shared, 'corpora')

/** Text of a file, unpacked where its name ends in `.gz`. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Records of a JSON Lines file, one by one. */
export function* readJsonLines<T>(path: string): Generator<T> {
  const text = readText(path)
  let start = 0
  while (start < text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (end > start) yield JSON.parse(text.slice(start, end)) as T
    start = end + 1
  }
}
