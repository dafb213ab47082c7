import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { MODEL_FORMAT, type ModelData, type ModelManifest } from '../../src/model/index.js'

/** Writes a model folder: each section under its name (packed when it ends in `.gz`) and `model.json` with their hashes. */
export function writeModel(
  directory: string,
  manifest: Omit<ModelManifest, 'format' | 'files'>,
  sections: { readonly [name: string]: Uint8Array | string },
): ModelManifest {
  mkdirSync(directory, { recursive: true })
  const files = Object.entries(sections).map(([name, content]) => {
    const raw = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const bytes = name.endsWith('.gz') ? gzipSync(raw, { level: 9 }) : raw
    writeFileSync(join(directory, name), bytes)
    return { name, bytes: bytes.length, sha256: hash(bytes) }
  })
  const full: ModelManifest = { format: MODEL_FORMAT, ...manifest, files }
  writeFileSync(join(directory, 'model.json'), `${JSON.stringify(full, null, 2)}\n`)
  return full
}

/** A line of a manifest's `data` for a file that was read in training. */
export function describeData(name: string, licence: string, path: string): ModelData {
  return { name, licence, sha256: hash(readFileSync(path)) }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
