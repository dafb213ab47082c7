import { describe, expect, it } from 'vitest'
import type { Component } from '../src/annotate/index.js'
import { createReader } from '../src/claim/index.js'
import { createDocument, type Layer, withLayer } from '../src/document/index.js'
import { checkDossier } from '../src/dossier/checkDossier.js'
import { compileDossier } from '../src/dossier/compileDossier.js'

const LAYERS: readonly Layer[] = [
  'tokens',
  'sentences',
  'mentions',
  'entities',
  'times',
  'quantities',
  'frames',
  'attributions',
  'anchors',
  'stands',
]

/** Reads every text as one claim that shares nothing with any other; no weights are loaded. */
const COMPONENTS: readonly Component[] = [
  {
    name: 'empty',
    requires: [],
    provides: [...LAYERS, 'claims'],
    annotate: (document) => {
      const span = { start: 0, end: document.text.length }
      const read = LAYERS.reduce((current, layer) => withLayer(current, layer, []), document)
      const claim = {
        ...span,
        sentence: 0,
        voice: 'reporter',
        attribution: -1,
        predicate: { lemma: document.text, span },
        negated: false,
        modality: 'asserted',
        tense: 'past',
        background: false,
        participants: [],
        times: [],
        quantities: [],
        entities: [],
        terms: [{ lemma: document.text, ...span, pos: 'NOUN' }],
      } as const
      const sentence = { ...span, firstToken: 0, endToken: 0, paragraph: 0, kind: 'text' } as const
      return withLayer(withLayer(read, 'sentences', [sentence]), 'claims', [claim])
    },
  },
]
const reader = createReader({ components: COMPONENTS })

describe('compileDossier', () => {
  it('carries the diagnostics of reading, sorted, and says when accounts are too few', () => {
    const given = { code: 'INPUT_MISSING', documentId: null, message: 'there is no file', component: 'test' } as const
    const dossier = checkDossier(
      compileDossier([createDocument({ id: 'a', text: 'One' })], { reader, diagnostics: [given] }),
    )
    expect(dossier.diagnostics.map(({ code }) => code)).toEqual(['INPUT_MISSING', 'TOO_FEW_DOCUMENTS'])
  })

  it('leaves an account in another language out and says LANGUAGE_UNSUPPORTED', () => {
    const documents = [
      createDocument({ id: 'a', text: 'One', language: 'en' }),
      createDocument({ id: 'b', text: 'Zwei', language: 'de' }),
    ]
    const dossier = checkDossier(compileDossier(documents, { reader }))
    expect(dossier.documents.map(({ compared }) => compared)).toEqual([true, false])
    expect(dossier.diagnostics.map(({ code }) => code)).toContain('LANGUAGE_UNSUPPORTED')
  })

  it('says SILENCE_CAPPED when a story is too large to list every silence', () => {
    const documents = Array.from({ length: 460 }, (_, i) =>
      createDocument({ id: `d${i}`, text: `word${i}`, language: 'en' }),
    )
    const dossier = compileDossier(documents, { reader })
    expect(dossier.diagnostics.map(({ code }) => code)).toContain('SILENCE_CAPPED')
  })

  it('shows a number changed inside a quotation once, as other words', () => {
    const texts = [
      'Rovers won the cup in Velden on Saturday. “I have dreamed of this since I was six,” captain Leo Marsh said.',
      'Leo Marsh lifted the cup in Velden on Saturday. “I have dreamed of this since I was five,” Marsh said afterwards.',
    ]
    const documents = texts.map((text, i) =>
      createDocument({ id: `d${i}`, text, publishedAt: '2026-06-14', language: 'en' }),
    )
    const about = compileDossier(documents, {}).conflicts.filter(({ sides }) =>
      sides.some(({ value }) => value.includes('six')),
    )
    expect(about.map(({ kind }) => kind)).toEqual(['quote-wording'])
  })
})
