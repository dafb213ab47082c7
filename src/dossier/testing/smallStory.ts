import type { Comparison } from '../../compare/index.js'
import { createDocument, type Document, type Evidence } from '../../document/index.js'
import type { Span } from '../../text/index.js'
import { assembleDossier } from '../assembleDossier.js'
import type { Dossier } from '../schema.js'

/** The first place of `words` in a text; fails loudly when they are not there, so that fixtures cannot lie. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the fixture has no "${words}"`)
  return { start, end: start + words.length }
}

const TEXTS = {
  a: 'The bridge fell on Monday. "It was old," said Ada Lind. Four people were hurt.',
  b: 'The bridge fell on Tuesday. "It was very old," said Ada Lind.',
}

function makeDocument(id: 'a' | 'b'): Document {
  const text = TEXTS[id]
  const quote = id === 'a' ? 'It was old,' : 'It was very old,'
  const claims = (
    id === 'a' ? ['The bridge fell on Monday', 'Four people were hurt'] : ['The bridge fell on Tuesday']
  ).map((words) => ({
    ...spanOf(text, words),
    sentence: 0,
    voice: 'reporter' as const,
    attribution: -1,
    predicate: { lemma: 'fall', span: spanOf(text, words.split(' ')[2]!) },
    negated: false,
    modality: 'asserted' as const,
    tense: 'past' as const,
    background: false,
    participants: [],
    times: [],
    quantities: [],
    entities: [],
    terms: [],
  }))
  return {
    ...createDocument({ id, text, language: 'en' }),
    layers: {
      sentences: [
        {
          ...spanOf(text, text.slice(0, text.indexOf('.') + 1)),
          firstToken: 0,
          endToken: 1,
          paragraph: 0,
          kind: 'text',
        },
      ],
      times: [],
      quantities: [],
      mentions: [],
      entities: [],
      attributions: [
        {
          ...spanOf(text, `"${quote}" said Ada Lind`),
          kind: 'direct',
          content: [spanOf(text, quote)],
          cue: [spanOf(text, 'said')],
          source: [spanOf(text, 'Ada Lind')],
          cueLemma: 'say',
          speaker: { entities: [0], name: 'Ada Lind' },
          addressee: null,
          when: -1,
          probability: 0.9,
        },
      ],
      claims,
    },
  }
}

/** Two accounts of a fallen bridge with one of everything a dossier holds. */
export function smallComparison(): Comparison {
  const documents = [makeDocument('a'), makeDocument('b')]
  const at = (id: 'a' | 'b', words: string): Evidence => ({
    documentId: documents[id === 'a' ? 0 : 1]!.id,
    span: spanOf(TEXTS[id], words),
  })
  const [a, b] = documents.map((document) => document.id) as [Document['id'], Document['id']]
  return {
    documents,
    entities: [
      {
        id: 'e1',
        type: 'person',
        name: 'Ada Lind',
        aliases: [],
        members: [
          { documentId: a, entity: 0 },
          { documentId: b, entity: 0 },
        ],
        mentions: [at('a', 'Ada Lind'), at('b', 'Ada Lind')],
        roles: [{ text: 'Lind', evidence: [at('a', 'Lind')] }],
      },
    ],
    origins: [
      { id: 'o1', documents: [a], kind: 'own', reason: 'own words', evidence: [] },
      { id: 'o2', documents: [b], kind: 'own', reason: 'own words', evidence: [] },
    ],
    quoteGroups: [
      {
        id: 'g',
        members: [
          { documentId: a, index: 0 },
          { documentId: b, index: 0 },
        ],
        variants: [
          [at('a', 'It was'), null, at('a', 'old')],
          [at('b', 'It was'), at('b', 'very'), at('b', 'old')],
        ],
        difference: 'wording',
      },
    ],
    rows: [
      { id: 'r1', cells: [[0], [0]], importance: 0.9 },
      { id: 'r2', cells: [[1], null], importance: 0.4 },
    ],
    conflicts: [
      {
        id: 'x1',
        kind: 'date',
        strength: 'contradiction',
        nature: 'conflict',
        subject: 'The bridge fell',
        sides: [
          { value: 'Monday', documents: [a], evidence: [at('a', 'on Monday')] },
          { value: 'Tuesday', documents: [b], evidence: [at('b', 'on Tuesday')] },
        ],
        within: null,
        rule: { id: 'date/row', inputs: {} },
        probability: 0.8,
      },
    ],
    silences: [{ row: 'r2', silent: [{ documentId: b, why: 'notSaid' }] }],
    silencesCapped: false,
    omissions: [{ row: 'r2', documentId: b, why: 'notSaid' }],
    brief: [{ evidence: at('a', 'The bridge fell on Monday'), rows: ['r1'], conflicts: ['x1'] }],
    timeline: [
      {
        when: { start: '2026-03-02', end: '2026-03-02', precision: 'day', text: 'Monday' },
        text: 'The bridge fell',
        evidence: [at('a', 'The bridge fell on Monday')],
        disputed: true,
      },
    ],
    positions: [
      {
        actor: 'e1',
        matter: 'It was old',
        kind: 'warns',
        condition: null,
        reportedBy: [],
        evidence: [at('a', 'It was old')],
      },
    ],
    labels: [{ entity: 'e1', documentId: a, text: 'Lind', voice: 'reporter', evidence: [at('a', 'Lind')] }],
    loaded: [{ documentId: b, evidence: [at('b', 'very')], probability: 0.5, about: 'e1' }],
  }
}

export function smallDossier(): Dossier {
  return assembleDossier(smallComparison(), {
    version: '0.0.0',
    models: [],
    story: { id: 's1', title: 'The bridge', when: null, where: null },
    leftOut: [],
    diagnostics: [],
  })
}
