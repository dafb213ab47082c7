import { describe, expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import { findLoadedWords } from './findLoadedWords.js'

const LEXICON = new Map([
  ['brutal', 0.96],
  ['angry', 0.91],
  ['warm', 0.5],
])

function account(text: string, quoted: string | null): Document {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const terms = [...text.matchAll(/[a-z]+/gi)].map((match) => ({
    lemma: match[0],
    start: match.index,
    end: match.index + match[0].length,
    pos: 'ADJ',
  }))
  const claim = {
    start: 0,
    end: text.length,
    sentence: 0,
    voice: 'reporter',
    attribution: -1,
    predicate: { lemma: 'be', span: at(text) },
    negated: false,
    modality: 'asserted',
    tense: 'past',
    background: false,
    participants: [],
    times: [],
    quantities: [],
    entities: [0],
    terms,
  } as const
  const attributions =
    quoted === null
      ? []
      : [
          {
            ...at(quoted),
            kind: 'mixed',
            content: [at(quoted)],
            cue: [],
            source: [],
            cueLemma: null,
            speaker: { entities: [], name: null },
            addressee: null,
            when: -1,
            probability: 1,
          } as const,
        ]
  return { ...createDocument({ id: 'a', text }), layers: { claims: [claim], attributions } }
}

const found = (document: Document) =>
  findLoadedWords([document], [], LEXICON).map(({ evidence, probability }) => [
    document.text.slice(evidence[0]!.span.start, evidence[0]!.span.end),
    probability,
  ])

describe('findLoadedWords', () => {
  it('gives loaded words of the outlet’s own voice with their probability', () => {
    expect(found(account('A brutal fight in warm rain', null))).toEqual([['brutal', 0.43]])
  })

  it('leaves cited words out', () => {
    expect(found(account('He called it a brutal and angry day', 'brutal and angry'))).toEqual([])
  })

  it('leaves out a word that two outlets use', () => {
    const accounts = [
      account('A brutal fight', null),
      { ...account('So brutal it was', null), id: 'b' as Document['id'] },
    ]
    expect(findLoadedWords(accounts, [], LEXICON)).toEqual([])
  })

  it('leaves out a word that another account uses in another form or cites', () => {
    const other = (text: string, quoted: string | null) => ({ ...account(text, quoted), id: 'b' as Document['id'] })
    const own = account('A brutal fight', null)
    expect(findLoadedWords([own, other('They fought brutally', null)], [], LEXICON)).toEqual([])
    expect(findLoadedWords([own, other('He called it brutal', 'brutal')], [], LEXICON)).toEqual([])
  })

  it('lists a word once for all its places', () => {
    const [word, ...rest] = findLoadedWords([account('A brutal fight, a brutal end', null)], [], LEXICON)
    expect(rest).toEqual([])
    expect(word?.evidence.map(({ span }) => span.start)).toEqual([2, 18])
  })

  it('finds nothing in an account without claims', () => {
    expect(
      findLoadedWords(
        [{ ...createDocument({ id: 'a', text: 'x' }), layers: { claims: [], attributions: [] } }],
        [],
        LEXICON,
      ),
    ).toEqual([])
  })
})
