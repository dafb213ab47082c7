import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder that holds gold stories, scorers and corpora; beside the repository unless SYNOPTIC_SHARED says otherwise. */
export const SHARED = resolve(process.env.SYNOPTIC_SHARED ?? '../shared')

/** A path below the shared folder; ends the program with a plain message when it is not there. */
export function sharedPath(...parts: readonly string[]): string {
  const path = join(SHARED, ...parts)
  if (existsSync(path)) return path
  console.error(
    `LOUD: ${path} is missing, nothing was measured: set SYNOPTIC_SHARED to the folder that holds gold/, score/ and corpora/`,
  )
  process.exit(1)
}
