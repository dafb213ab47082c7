import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editLightly, LIGHT_EDITS } from '../../bench/seeded/editLightly.js'
import { createRandom } from '../../bench/seeded/seed.js'
import { createReader } from '../../src/claim/index.js'
import { alignClaims, findConflicts, groupQuotes, linkEntities } from '../../src/compare/index.js'
import { createDocument, type Document } from '../../src/document/index.js'

const read = createReader()
const folder = new URL('../../examples/', import.meta.url)

interface Record {
  readonly id: string
  readonly text: string
  readonly publishedAt?: string
}

const accounts = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) =>
    readdirSync(new URL(`${entry.name}/`, folder)).map(
      (file) => JSON.parse(readFileSync(new URL(`${entry.name}/${file}`, folder), 'utf8')) as Record,
    ),
  )

// Pairs that say the same in news prose.
const SYNONYMS = new Map(
  [
    ['said', 'stated'],
    ['talks', 'discussions'],
    ['meeting', 'gathering'],
    ['officials', 'authorities'],
    ['begin', 'start'],
    ['began', 'started'],
    ['large', 'big'],
    ['children', 'kids'],
    ['company', 'firm'],
    ['after', 'following'],
    ['nearly', 'almost'],
    ['told', 'informed'],
  ].flatMap(([a, b]) => [[a!, [b!]] as const, [b!, [a!]] as const]),
)

const open = (id: string, text: string, publishedAt: string | null): Document =>
  read(createDocument({ id, text, publishedAt, language: 'en' }))

/** Conflicts between accounts, in words; an account may well contradict itself. */
function findBetween(documents: readonly Document[]): readonly string[] {
  const entities = linkEntities(documents)
  const groups = groupQuotes(documents, entities)
  return findConflicts(documents, entities, alignClaims(documents, entities, groups), groups)
    .filter((conflict) => conflict.within === null)
    .map((conflict) => `${conflict.id} ${conflict.rule.id}: ${conflict.sides.map((side) => side.value).join(' | ')}`)
}

describe('an account beside a copy of itself', () => {
  it('shows no conflict when the copy is lightly edited', () => {
    fc.assert(
      fc.property(fc.constantFrom(...accounts), fc.constantFrom(...LIGHT_EDITS), fc.nat(), (account, edit, seed) => {
        const published = account.publishedAt ?? null
        const edited = editLightly(account.text, edit, SYNONYMS, createRandom(seed))
        expect(findBetween([open('a', account.text, published), open('b', edited, published)])).toEqual([])
      }),
      { numRuns: 24, seed: 7 },
    )
  })

  it('shows none when the copy is verbatim', () => {
    for (const account of accounts) {
      expect(findBetween(['a', 'b'].map((id) => open(id, account.text, account.publishedAt ?? null)))).toEqual([])
    }
  })
})

it('finds the same conflicts with the same ids each time', () => {
  const story = accounts
    .filter((account) => account.text.includes('Anchorage'))
    .map((a) => open(a.id, a.text, a.publishedAt ?? null))
  const sorted = [...story].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(findBetween(sorted)).toEqual(findBetween(sorted))
})
