/**
 * Hashes the antonym and synonym pairs into models/conflict/relations.json. Run: `npx tsx training/conflict/buildWordRelations.ts`.
 *
 * The list has inflected forms and noise: antonym pairs that the synonym list has too are left out on both sides.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { hashPair } from '../../src/compare/conflict/wordRelations.js'

const SHARED = process.env.SYNOPTIC_SHARED ?? new URL('../../../shared', import.meta.url).pathname

function readPairs(name: string): ReadonlySet<number> {
  const lines = readFileSync(`${SHARED}/corpora/contradiction/${name}.tsv`, 'utf8').trim().split('\n').slice(1)
  return new Set(
    lines.flatMap((line) => {
      const [a, b] = line.toLowerCase().split('\t')
      return a === undefined || b === undefined || a === b ? [] : [hashPair(a, b)]
    }),
  )
}

function encode(pairs: readonly number[]): string {
  const sorted = Uint32Array.from(pairs).sort()
  return Buffer.from(sorted.buffer).toString('base64')
}

const antonyms = readPairs('antonyms')
const synonyms = readPairs('synonyms')
const model = {
  format: 1,
  task: 'conflict/relations',
  antonyms: encode([...antonyms].filter((pair) => !synonyms.has(pair))),
  synonyms: encode([...synonyms].filter((pair) => !antonyms.has(pair))),
}
const text = `${JSON.stringify(model)}\n`
const target = new URL('../../models/conflict/relations.json', import.meta.url)
writeFileSync(target, text)
console.log(
  `${antonyms.size} antonyms, ${synonyms.size} synonyms, sha256 ${createHash('sha256').update(text).digest('hex')}`,
)
