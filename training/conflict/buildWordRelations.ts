/**
 * Hashes the antonym and synonym pairs into models/conflict/relations.json. Run: `npx tsx training/conflict/buildWordRelations.ts`.
 *
 * The list has inflected forms and noise: antonym pairs that the synonym list has too are left out on both sides.
 */
import { readFileSync } from 'node:fs'
import { SHARED } from '../../bench/seeded/readStories.js'
import { hashPair } from '../../src/compare/conflict/wordRelations.js'
import { writeConflictModel } from './writeConflictModel.js'

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
writeConflictModel({ 'relations.json': `${JSON.stringify(model)}\n` }, {})
console.log(`${antonyms.size} antonyms, ${synonyms.size} synonyms`)
