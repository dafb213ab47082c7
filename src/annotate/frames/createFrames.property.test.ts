import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../layers.js'
import { createFrames } from './createFrames.js'
import { readParse } from './testing/readParse.js'

describe('createFrames on any tree', () => {
  it('gives spans inside the text, parents in range and no mutation', () => {
    const relations = [
      'nsubj',
      'obj',
      'obl',
      'ccomp',
      'xcomp',
      'conj',
      'acl:relcl',
      'acl',
      'advcl',
      'punct',
      'mark',
      'cop',
      'aux:pass',
      'appos',
      'case',
      'dep',
      'root',
    ]
    const tags = ['VBD', 'VB', 'VBN', 'VBG', 'NN', 'NNP', 'PRP', 'IN', 'RB', 'CC', 'WP', ',']
    const row = fc.tuple(fc.constantFrom(...tags), fc.integer({ min: -2, max: 14 }), fc.constantFrom(...relations))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const document = readParse(
          rows.map(([tag, head, relation], index) => `w${index} ${tag} ${head} ${relation}`).join('\n'),
        )
        const before = JSON.stringify(document)
        const frames = createFrames().annotate(document).layers.frames!
        let start = 0
        for (const frame of frames) {
          expect(frame.start).toBeGreaterThanOrEqual(start)
          expect(frame.end).toBeGreaterThan(frame.start)
          expect(frame.end).toBeLessThanOrEqual(document.text.length)
          expect(frame.parent).toBeLessThan(frames.length)
          const predicate: Token = document.layers.tokens![frame.predicate]!
          expect(frame.start <= predicate.start && predicate.end <= frame.end).toBe(true)
          start = frame.start
        }
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns: 500 },
    )
  })
})
