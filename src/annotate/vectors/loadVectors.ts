import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { SynopticError } from '../../text/index.js'
import { createVectors, type Vectors } from './vectors.js'

interface VectorManifest {
  readonly format: number
  readonly words: number
  readonly dimensions: number
  /** Bytes of the word list at the head of the file; the packed rows follow. */
  readonly wordBytes: number
  readonly sha256: string
}

const folder = new URL('../../../models/vectors/', import.meta.url)
let loaded: Vectors | null = null

/**
 * The shipped word vectors, read on first use and kept: 30 ms, 6 MB of memory.
 *
 * @throws SynopticError `MODEL_MISSING` when the files are not there, `MODEL_DAMAGED` when they are not what was built
 */
export function loadVectors(): Vectors {
  loaded ??= readVectors()
  return loaded
}

function readVectors(): Vectors {
  const manifestUrl = new URL('model.json', folder)
  const dataUrl = new URL('vectors.bin', folder)
  if (!existsSync(manifestUrl) || !existsSync(dataUrl)) {
    throw new SynopticError(
      'MODEL_MISSING',
      'model "vectors" is not installed: run npx tsx training/vectors/run.ts or reinstall the package',
    )
  }
  const manifest = JSON.parse(readFileSync(manifestUrl, 'utf8')) as VectorManifest
  const bytes = readFileSync(dataUrl)
  if (manifest.format !== 1) {
    throw new SynopticError(
      'MODEL_DAMAGED',
      `model "vectors" has format ${manifest.format}, this version reads 1: run npx tsx training/vectors/run.ts`,
    )
  }
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.sha256) {
    throw new SynopticError('MODEL_DAMAGED', 'model "vectors" does not match its hash: reinstall the package')
  }
  return unpackVectors(bytes, manifest)
}

/** Reads the packed form, a word's row when it is first asked for: words parted by line feeds, then two components to a byte, high half first, each plus 8. */
export function unpackVectors(
  bytes: Uint8Array,
  shape: { readonly words: number; readonly dimensions: number; readonly wordBytes: number },
): Vectors {
  const words = new TextDecoder().decode(bytes.subarray(0, shape.wordBytes)).split('\n')
  const packed = bytes.subarray(shape.wordBytes)
  if (words.length !== shape.words || packed.length * 2 !== shape.words * shape.dimensions) {
    throw new SynopticError(
      'MODEL_DAMAGED',
      `model "vectors" holds ${words.length} words and ${packed.length} bytes, its manifest says ${shape.words} words of ${shape.dimensions}`,
    )
  }
  const values = new Int8Array(packed.length * 2)
  const unpacked = new Uint8Array(words.length)
  const half = shape.dimensions / 2
  return createVectors(words, values, shape.dimensions, (row) => {
    if (unpacked[row] === 1) return
    unpacked[row] = 1
    for (let index = row * half; index < (row + 1) * half; index++) {
      const byte = packed[index] as number
      values[2 * index] = (byte >> 4) - 8
      values[2 * index + 1] = (byte & 15) - 8
    }
  })
}
