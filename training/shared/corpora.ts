import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Folder of the shared corpora: `../shared/corpora` beside the repository, or `$SYNOPTIC_SHARED/corpora`. */
export function corpusPath(...parts: readonly string[]): string {
  const root = process.env.SYNOPTIC_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
  return join(root, 'corpora', ...parts)
}

/** Path inside the repository. */
export function repositoryPath(...parts: readonly string[]): string {
  return join(fileURLToPath(new URL('../..', import.meta.url)), ...parts)
}

/** A file's UTF-8 text, unpacked when its name ends in `.gz`. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  return new TextDecoder().decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}
