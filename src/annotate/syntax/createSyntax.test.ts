import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../document/index.js'
import { createSyntax } from './createSyntax.js'
import { readLemmaRules } from './lemmatize.js'
import type { SyntaxModels } from './syntaxModels.js'
import { readWordClasses } from './wordClasses.js'
import { createWordTable } from './wordTable.js'

const classes = readWordClasses('')
/** Words that end in `s` are verbs, the rest nouns; every word hangs on the one before it. */
const models: SyntaxModels = {
  classes,
  lookup: createWordTable(classes),
  lemmas: readLemmaRules('VBZ\ts\t1\t'),
  tagger: {
    pos: ['NOUN', 'VERB'],
    tags: ['NN', 'VBZ'],
    tag: (words, from, to, out) => {
      for (let index = from; index < to; index += 1) out[index] = words[index]!.norm.endsWith('s') ? 1 : 0
    },
  },
  parser: {
    relations: ['dep'],
    parse: (_words, _tags, from, to, heads, relations) => {
      for (let index = from; index < to; index += 1) {
        heads[index] = index === from ? -1 : index - 1
        relations[index] = 0
      }
    },
  },
}
const syntax = createSyntax(models)

function read(text: string) {
  return syntax.annotate(createDocument({ id: 'a', text }))
}

describe('createSyntax', () => {
  it('fills every field of a token from the models', () => {
    expect(read('Ada runs').layers.tokens).toEqual([
      { start: 0, end: 3, norm: 'ada', pos: 'NOUN', tag: 'NN', lemma: 'ada', head: -1, relation: 'root', sentence: 0 },
      { start: 4, end: 8, norm: 'runs', pos: 'VERB', tag: 'VBZ', lemma: 'run', head: 0, relation: 'dep', sentence: 0 },
    ])
  })

  it('gives sentences their tokens and spans', () => {
    expect(read('One.\nTwo.').layers.sentences).toEqual([
      { start: 0, end: 4, firstToken: 0, endToken: 2, paragraph: 0, kind: 'text' },
      { start: 5, end: 9, firstToken: 2, endToken: 4, paragraph: 1, kind: 'text' },
    ])
  })

  it('does not change the document it was given', () => {
    const document = Object.freeze(createDocument({ id: 'a', text: 'One.' }))
    syntax.annotate(document)
    expect(document.layers).toEqual({})
  })

  it.each([
    ['TOKEN_TOO_LONG', 'x'.repeat(5000), { start: 0, end: 5000 }],
    ['PARAGRAPH_TOO_LONG', 'Wind. '.repeat(5000), { start: 0, end: 29_999 }],
  ])('reports %s', (code, text, span) => {
    expect(read(text).diagnostics).toEqual([expect.objectContaining({ code, span, component: 'annotate/syntax' })])
  })

  it('reads any text without throwing, every head inside its sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { tokens = [], sentences = [] } = read(text).layers
        for (const token of tokens) {
          const sentence = sentences[token.sentence]!
          expect(token.start).toBeGreaterThanOrEqual(sentence.start)
          expect(token.end).toBeLessThanOrEqual(sentence.end)
          if (token.head < 0) expect(token.relation).toBe('root')
          else expect(tokens[token.head]!.sentence).toBe(token.sentence)
        }
      }),
      { numRuns: 500 },
    )
  })
})
