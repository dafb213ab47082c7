import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVectors } from '../../annotate/vectors/index.js'
import type { Claim } from '../../claim/index.js'
import { createDocument, type Document } from '../../document/index.js'
import { alignClaims } from './alignClaims.js'
import type { Aligner } from './aligner.js'
import type { BoostedTrees } from './boostedTrees.js'

/** A model of one split: low below the threshold of feature 0, high from it on. */
function stump(threshold: number): BoostedTrees {
  return { features: [], base: 0, roots: [0], feature: [0, -1, -1], value: [threshold, -6, 3], left: [1, 0, 0] }
}

const aligner: Omit<Aligner, 'brief'> = {
  news: { documents: 100, rarity: () => 3 },
  vectors: createVectors([], new Int8Array(), 2),
  // Both look at the cosine of the words.
  pairs: stump(0.4),
  contexts: stump(0.4),
  importance: stump(2),
  least: 0.5,
  leastSecond: 2,
}

/** An account whose claims are its lines. */
function account(id: string, text: string): Document {
  let at = 0
  const claims = text.split('\n').map((line, sentence): Claim => {
    const start = at
    const end = start + line.length
    at = end + 1
    return {
      start,
      end,
      sentence,
      voice: 'reporter',
      attribution: -1,
      predicate: { lemma: '', span: { start, end: start } },
      negated: false,
      modality: 'asserted',
      tense: 'past',
      background: false,
      participants: [],
      times: [],
      quantities: [],
      entities: [],
      terms: line
        .split(' ')
        .filter((word) => word !== '')
        .map((lemma) => ({ lemma, start, end, pos: 'NOUN' })),
    }
  })
  const sentences = claims.map(({ start, end }) => ({
    start,
    end,
    firstToken: 0,
    endToken: 0,
    paragraph: 0,
    kind: 'text' as const,
  }))
  const empty = { mentions: [], entities: [], times: [], quantities: [], attributions: [] }
  return { ...createDocument({ id, text }), layers: { ...empty, sentences, claims } }
}

/** Rows as pictures, a dot for silence, in the order of their words. */
function draw(documents: readonly Document[]): string[] {
  return alignClaims(documents, [], [], { aligner })
    .map((row) =>
      row.cells
        .map((cell, d) =>
          cell === null
            ? '·'
            : cell
                .map((index) => documents[d]!.layers.claims![index]!)
                .map(({ start, end }) => documents[d]!.text.slice(start, end))
                .join(' + '),
        )
        .join(' | '),
    )
    .sort()
}

describe('alignClaims', () => {
  it('puts alike claims in one row and leaves the others alone', () => {
    const a = account('a', 'mill burned harbour\nmayor resigned')
    const b = account('b', 'harbour mill burned monday\nhorses saved')
    expect(draw([a, b])).toEqual([
      'mayor resigned | ·',
      'mill burned harbour | harbour mill burned monday',
      '· | horses saved',
    ])
  })

  it('aligns claims in equal words though they have no word that counts', () => {
    const stripped = (id: string): Document => {
      const document = account(id, 'it is so')
      return {
        ...document,
        layers: { ...document.layers, claims: document.layers.claims!.map((claim) => ({ ...claim, terms: [] })) },
      }
    }
    expect(draw([stripped('a'), stripped('b')])).toEqual(['it is so | it is so'])
  })

  it('gives no rows for no documents and for documents without claims', () => {
    expect(alignClaims([], [], [], { aligner })).toEqual([])
    const empty = { ...account('a', ''), layers: { ...account('a', '').layers, claims: [] } }
    expect(alignClaims([empty], [], [], { aligner })).toEqual([])
  })

  it('asks for the claim layer', () => {
    expect(() => alignClaims([createDocument({ id: 'a', text: '' })], [], [], { aligner })).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_NOT_ANNOTATED' }),
    )
  })

  const words = fc.array(fc.constantFrom('mill', 'fire', 'mayor', 'horse', 'tarn', 'night', 'crew'), {
    minLength: 1,
    maxLength: 4,
  })
  const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((lines) => lines.map((w) => w.join(' ')).join('\n'))

  it('aligns every claim of an account with its verbatim copy', () => {
    fc.assert(
      fc.property(text, (content) => {
        const rows = alignClaims([account('a', content), account('b', content)], [], [], { aligner })
        for (const { cells } of rows) expect([...(cells[0] ?? [])].sort()).toEqual([...(cells[1] ?? [])].sort())
      }),
    )
  })

  it('has every claim in a row and gives the same rows for shuffled documents', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), fc.nat(), (contents, turn) => {
        const documents = contents.map((content, i) => account(`d${i}`, content))
        const k = turn % documents.length
        const turned = [...documents.slice(k), ...documents.slice(0, k)]
        const rows = alignClaims(documents, [], [], { aligner })
        const other = alignClaims(turned, [], [], { aligner })
        expect(other.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
        expect(
          other.map(({ cells }) => [...cells.slice(-k || undefined), ...(k === 0 ? [] : cells.slice(0, -k))]),
        ).toEqual(rows.map(({ cells }) => cells))
        documents.forEach((document, d) => {
          const placed = new Set(rows.flatMap(({ cells }) => cells[d] ?? []))
          expect(placed.size).toBe(document.layers.claims!.length)
        })
      }),
    )
  })
})
