import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sentence, Token } from '../annotate/index.js'
import { createDocument, type Document } from '../document/index.js'
import type { Span } from '../text/index.js'
import { createAttributor } from './createAttributor.js'
import { addFeature, createFeatureBuffer } from './model/crf.js'
import type { AttributionModels } from './model/attributionModels.js'
import { findQuotations } from './quotations/findQuotations.js'
import { hashText } from './reading/reading.js'

const ROWS = 2 ** 12

/** Weights of one feature, by its template and value. */
function weigh(weights: Float32Array, template: number, values: readonly number[], scores: readonly number[]): void {
  const buffer = createFeatureBuffer()
  addFeature(buffer, template, values[0]!, values[1], values[2])
  scores.forEach((score, tag) => {
    weights[(buffer.ids[0]! & (ROWS - 1)) * 3 + tag]! += score
  })
}

/** Keeps every candidate. */
const KEEP_ALL = {
  tags: 2,
  mask: 0,
  weights: new Float32Array(2),
  scale: 1,
  transitions: Float32Array.of(0, 0, 0, 0, 0, 3),
}

/** Knows one cue ("said"), that names beside it are its source, and that quoted words are its content. */
function createSmallModels(): AttributionModels {
  const cue = new Float32Array(ROWS * 3)
  weigh(cue, 0, [1], [8, 0, 0])
  weigh(cue, 1, [hashText('said')], [-8, 6, 0])
  const role = new Float32Array(ROWS * 3)
  weigh(role, 100, [1], [1, 0, 0])
  weigh(role, 101, [hashText('voss')], [0, 3, 0])
  // Quoted tokens of any tag: a word of a quotation is content.
  for (const pos of [1, 13, 17]) weigh(role, 108, [1, 0, pos], [0, 0, 4])
  const crf = (weights: Float32Array) => ({
    tags: 3,
    mask: ROWS - 1,
    weights,
    scale: 1,
    transitions: new Float32Array(12),
  })
  return {
    cue: crf(cue),
    role: crf(role),
    keep: KEEP_ALL,
    quotation: { owner: 1 },
    keepThreshold: 0.5,
    quotationThreshold: 0.6,
    classes: () => 0,
  }
}

/** Weights without sense: what holds with them holds with any. */
function createWildModels(seed: number): AttributionModels {
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return ((state >>> 8) / 2 ** 24) * 6 - 3
  }
  const crf = () => ({
    tags: 3,
    mask: 63,
    weights: Float32Array.from({ length: 192 }, () => random() / 4),
    scale: 1,
    transitions: Float32Array.from({ length: 12 }, random),
  })
  return {
    cue: crf(),
    role: crf(),
    keep: { ...crf(), tags: 2, weights: Float32Array.from({ length: 128 }, () => random() / 4) },
    quotation: { bias: 1, words: random() },
    keepThreshold: 0.4,
    quotationThreshold: 0.4,
    classes: (norm) => norm.length % 7,
  }
}

/** Splits at spaces and marks; every line is a sentence. */
function annotate(text: string): Document {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let line = 0
  for (const match of text.matchAll(/[^\n]+/g)) {
    const firstToken = tokens.length
    for (const word of match[0].matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
      const start = match.index + word.index
      const norm = word[0].toLowerCase()
      const pos = /\p{L}/u.test(norm) ? 'X' : 'PUNCT'
      const head = tokens.length === firstToken ? -1 : firstToken
      tokens.push({
        start,
        end: start + word[0].length,
        norm,
        pos,
        tag: pos,
        lemma: norm,
        head,
        relation: 'dep',
        sentence: sentences.length,
      })
    }
    const endToken = tokens.length
    if (endToken > firstToken) {
      const span = { start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end }
      sentences.push({ ...span, firstToken, endToken, paragraph: line, kind: 'text' })
    }
    line++
  }
  const document = createDocument({ id: 'a', text })
  return { ...document, layers: { tokens, sentences, mentions: [], entities: [], times: [] } }
}

function find(text: string, models = createSmallModels()) {
  return createAttributor(models).annotate(annotate(text)).layers.attributions ?? []
}

describe('createAttributor', () => {
  it.each([
    ['after the cue', 'Voss said “we go now”.', ['we go now']],
    ['before the cue', '“We go now,” said Voss.', ['We go now']],
    ['interrupted by the cue', '“We go now,” said Voss. “Not later.”', ['We go now | Not later.']],
    ['over paragraphs', '“We go now,” said Voss.\n\n“Not later.”', ['We go now | Not later.']],
  ])('gives a quotation %s its source', (_, text, expected) => {
    const found = find(text)
    expect(found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' | '))).toEqual(
      expected,
    )
    expect(found[0]!.speaker.name).toBe('Voss')
    expect(text.slice(found[0]!.cue[0]!.start, found[0]!.cue[0]!.end)).toBe('said')
  })

  it('leaves quotation marks that nobody speaks alone', () => {
    expect(find('The “smart bridge” has no sensors.')).toEqual([])
  })

  it('reads posts set into an article by their signature', () => {
    const text = 'He wrote.\n\nThe bridge is safe. https://example.org/x — Mara Voss (@voss) March 3, 2021'
    const [post] = find(text)
    expect(text.slice(post!.content[0]!.start, post!.content[0]!.end)).toBe('The bridge is safe.')
    expect(post!.speaker.name).toBe('Mara Voss')
  })

  it('does not change the document it is given', () => {
    const document = annotate('“We go now,” said Voss.')
    const before = JSON.stringify(document)
    createAttributor(createSmallModels()).annotate(document)
    expect(JSON.stringify(document)).toBe(before)
  })

  it('never gives words that stand outside the account, or outside quotation marks where it quotes', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '«',
      '»',
      '\n',
      '. ',
      ', ',
      ' said ',
      ' Voss ',
      ' we',
      ' go',
      ' The',
      ' 🙂 ',
      '(',
      'é',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), fc.integer({ min: 1, max: 500 }), (parts, seed) => {
        const text = parts.join('')
        const quotations = findQuotations(text)
        const inside = (span: Span): boolean => quotations.some((q) => q.start <= span.start && span.end <= q.end)
        for (const { kind, content, cue, source, start, end } of find(text, createWildModels(seed))) {
          expect(content.length).toBeGreaterThan(0)
          for (const span of [...content, ...cue, ...source]) {
            expect(span.start >= start && span.start < span.end && span.end <= end && end <= text.length).toBe(true)
            expect(text.slice(span.start, span.end).trim()).not.toBe('')
          }
          if (kind !== 'indirect') for (const span of content) expect(inside(span)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
