import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { SynopticError } from '../text/index.js'
import { MODEL_FORMAT, type ModelManifest } from './manifest.js'

/** A model folder whose files match their hashes. */
export interface Model {
  readonly manifest: ModelManifest
  /**
   * The bytes of one of its files, unpacked.
   *
   * @throws SynopticError `MODEL_DAMAGED` when the manifest names no such file
   */
  section(name: string): Uint8Array
  /** The same as UTF-8 text. */
  text(name: string): string
}

/** Where the package keeps the model of a task: `models/<task>` beside `src/` or `dist/`. */
export function defaultModelDirectory(task: string): string {
  return fileURLToPath(new URL(`../../models/${task}`, import.meta.url))
}

/**
 * Reads a model folder and checks every file against the manifest. Costs a hash over the files: some 10 ms.
 *
 * @throws SynopticError `MODEL_MISSING` when the folder or a file is not there, `MODEL_DAMAGED` when format, length or
 * hash differ from the manifest
 */
export function readModel(directory: string): Model {
  const manifest = readManifest(directory)
  const sections = new Map<string, Uint8Array>()
  for (const file of manifest.files) {
    const bytes = readBytes(directory, file.name)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (bytes.length !== file.bytes || hash !== file.sha256) {
      throw new SynopticError(
        'MODEL_DAMAGED',
        `${file.name} of model "${manifest.task}" has ${bytes.length} bytes and hash ${hash.slice(0, 8)}…, its manifest says ${file.bytes} and ${file.sha256.slice(0, 8)}…: reinstall the package or run ${manifest.command}`,
      )
    }
    sections.set(file.name, file.name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  const section = (name: string): Uint8Array => {
    const found = sections.get(name)
    if (found !== undefined) return found
    throw new SynopticError('MODEL_DAMAGED', `model "${manifest.task}" has no file ${name}: run ${manifest.command}`)
  }
  return { manifest, section, text: (name) => new TextDecoder().decode(section(name)) }
}

function readManifest(directory: string): ModelManifest {
  const text = new TextDecoder().decode(readBytes(directory, 'model.json'))
  let manifest: ModelManifest
  try {
    manifest = JSON.parse(text) as ModelManifest
  } catch (cause) {
    throw new SynopticError('MODEL_DAMAGED', `${join(directory, 'model.json')} is no JSON: reinstall the package`, {
      cause,
    })
  }
  if (manifest.format !== MODEL_FORMAT || !Array.isArray(manifest.files)) {
    throw new SynopticError(
      'MODEL_DAMAGED',
      `model "${manifest.task}" has format ${manifest.format}, this version reads ${MODEL_FORMAT}: run ${manifest.command}`,
    )
  }
  return manifest
}

function readBytes(directory: string, name: string): Uint8Array {
  try {
    return readFileSync(join(directory, name))
  } catch (cause) {
    throw new SynopticError(
      'MODEL_MISSING',
      `${name} of a model cannot be read in ${directory}: reinstall the package, or give the folder of the model`,
      { cause },
    )
  }
}
