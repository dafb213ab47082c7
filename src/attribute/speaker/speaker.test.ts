import { describe, expect, it } from 'vitest'
import type { Entity, EntityType, Mention, Sentence, Token, Upos } from '../../annotate/index.js'
import { createReading } from '../reading/reading.js'
import { carrySpeaker, readPronoun, type Said } from './carrySpeaker.js'
import { findAddressee } from './findAddressee.js'
import { findWordsOwner } from './ownWords.js'
import { resolveSpeaker } from './resolveSpeaker.js'

const POS: Readonly<Record<string, Upos>> = {
  a: 'DET',
  the: 'DET',
  of: 'ADP',
  for: 'ADP',
  to: 'ADP',
  and: 'CCONJ',
  said: 'VERB',
  told: 'VERB',
  spoke: 'VERB',
  came: 'VERB',
  he: 'PRON',
  she: 'PRON',
  who: 'PRON',
  that: 'SCONJ',
  it: 'PRON',
  reporters: 'NOUN',
  chief: 'NOUN',
  family: 'NOUN',
  words: 'NOUN',
  spokesman: 'NOUN',
}

/** A text in which `[Name:type:entity]` marks mentions; names start with a capital. Full stops end sentences. */
function read(marked: string) {
  const mentions: { start: number; end: number; type: EntityType; entity: number }[] = []
  let text = ''
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    const match = /^\[([^:]+):([^:]+):(\d+)\]$/.exec(part)
    if (match === null) {
      text += part
      continue
    }
    mentions.push({
      start: text.length,
      end: text.length + match[1]!.length,
      type: match[2] as EntityType,
      entity: Number(match[3]),
    })
    text += match[1]
  }
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let firstToken = 0
  for (const word of text.matchAll(/’s|[\p{L}\d]+|[^\s\p{L}\d]/gu)) {
    const norm = word[0].toLowerCase()
    const pos: Upos = /\p{L}/u.test(norm) ? (POS[norm] ?? (norm === word[0] ? 'NOUN' : 'PROPN')) : 'PUNCT'
    tokens.push({
      start: word.index,
      end: word.index + word[0].length,
      norm,
      pos,
      tag: pos,
      lemma: norm,
      head: -1,
      relation: 'root',
      sentence: sentences.length,
    })
    if (norm === '.') {
      sentences.push({
        start: tokens[firstToken]!.start,
        end: word.index + 1,
        firstToken,
        endToken: tokens.length,
        paragraph: 0,
        kind: 'text',
      })
      firstToken = tokens.length
    }
  }
  const layer: Mention[] = mentions.map((mention) => ({
    ...mention,
    form: text[mention.start]!.toLowerCase() === text[mention.start] ? 'nominal' : 'name',
    token: tokens.findLastIndex((token) => token.end <= mention.end),
    members: [],
    probability: 1,
  }))
  const count = Math.max(-1, ...mentions.map(({ entity }) => entity)) + 1
  const entities = Array.from({ length: count }, (_, entity): Entity => {
    const first = mentions.find((mention) => mention.entity === entity)!
    return {
      type: first.type,
      name: text.slice(first.start, first.end),
      aliases: [],
      mentions: [],
      roles: [],
      gender: 'unknown',
      number: 'singular',
    }
  })
  const reading = createReading(text, tokens, sentences, layer, () => 0)
  const tokensOf = (words: string): number[] => {
    const from = text.indexOf(words)
    return tokens.flatMap((token, i) => (token.start >= from && token.end <= from + words.length ? [i] : []))
  }
  return { text, reading, mentions: layer, entities, tokensOf }
}

describe('resolveSpeaker', () => {
  it.each([
    ['a name', '[Ann Lee:person:0] said so.', 'Ann Lee', 'Ann Lee'],
    [
      'a name after what describes it',
      '[Harbour Board:organization:0] chief [Ann Lee:person:1] said so.',
      'Harbour Board chief Ann Lee',
      'Ann Lee',
    ],
    [
      'a name before its apposition',
      '[Ann Lee:person:0], [a spokesman:person:1] for [Harbour Board:organization:2], said so.',
      'Ann Lee, a spokesman for Harbour Board',
      'Ann Lee',
    ],
    [
      'joint speakers',
      '[Ann Lee:person:0] and [Bob Crane:person:1] said so.',
      'Ann Lee and Bob Crane',
      'Ann Lee and Bob Crane',
    ],
    ['an owner’s body', '[Ann Lee:person:0]’s [office:organization:1] said so.', 'Ann Lee’s office', 'office'],
    ['a relative pronoun', '[Ann Lee:person:0], who said so.', 'who', 'Ann Lee'],
    [
      'nobody that a relative clause names',
      '[the chief:person:0], who told [Bob Crane:person:1], said so.',
      'the chief, who told Bob Crane',
      'the chief',
    ],
    [
      'the holder of an office whose body alone is tagged',
      'the [Harbour Board:organization:0] chief, [Ann Lee:person:1], said so.',
      'the Harbour Board',
      'Ann Lee',
    ],
    ['the unnamed', 'reporters said so.', 'reporters', 'reporters'],
    ['whose words speak', '[Ann Lee:person:0]’s first words said so.', 'Ann Lee’s first words', 'Ann Lee'],
    ['no name that says which', 'the [Lee:person:0] family said so.', 'the Lee family', 'the Lee family'],
    [
      'no name after a preposition and a title',
      'a spokesman for Mayor [Bob Crane:person:0], [Ann Lee:person:1], said so.',
      'a spokesman for Mayor Bob Crane, Ann Lee',
      'Ann Lee',
    ],
  ])('finds %s', (_, marked, source, expected) => {
    const { reading, mentions, entities, tokensOf } = read(marked)
    expect(resolveSpeaker(reading, mentions, entities, tokensOf(source)).name).toBe(expected)
  })

  it('has nobody for no words', () => {
    const { reading, mentions, entities } = read('so it was said.')
    expect(resolveSpeaker(reading, mentions, entities, [])).toEqual({ entities: [], name: null })
  })
})

const UNSAID: Said = { quotation: null, report: null }

const wordsAt = (text: string, open: number) => ({ start: open + 1, end: text.indexOf('”', open) })

describe('carrySpeaker', () => {
  it.each([
    ['whom the sentence before starts from', '[Ann Lee:person:0] spoke for [Bob Crane:person:1]. “We go.”', 'Ann Lee'],
    ['whose words its own sentence says they are', 'the chief came. [Bob Crane:person:0]’s “we go”.', 'Bob Crane'],
    [
      'whose use of a word it is',
      '[Ann Lee:person:0] came to [Bob Crane:person:1]’s use of the word “go”.',
      'Bob Crane',
    ],
  ])('takes %s', (_, marked, expected) => {
    const { text, reading, mentions, entities } = read(marked)
    expect(carrySpeaker(reading, mentions, entities, wordsAt(text, text.indexOf('“')), UNSAID)?.name).toBe(expected)
  })

  it('goes on with whoever spoke last when nobody else is named', () => {
    const { text, reading, mentions, entities } = read('“We go,” [Ann Lee:person:0] said. “We stay.”')
    const last = { end: text.indexOf(' said'), speaker: { entities: [0], name: 'Ann Lee' } }
    expect(
      carrySpeaker(reading, mentions, entities, wordsAt(text, text.lastIndexOf('“')), { quotation: last, report: null })
        ?.name,
    ).toBe('Ann Lee')
  })

  it('goes on with whom the same paragraph reports', () => {
    const { text, reading, mentions, entities } = read('[Ann Lee:person:0] said so of [Bob Crane:person:1]. “We stay.”')
    const report = { end: text.indexOf(' of '), speaker: { entities: [0], name: 'Ann Lee' } }
    const words = wordsAt(text, text.indexOf('“'))
    expect(carrySpeaker(reading, mentions, entities, words, { quotation: null, report })?.name).toBe('Ann Lee')
  })

  it('says nobody where nobody is near', () => {
    const { text, reading, mentions, entities } = read('it came. “We go.”')
    expect(carrySpeaker(reading, mentions, entities, wordsAt(text, text.indexOf('“')), UNSAID)).toBeNull()
  })
})

describe('readPronoun', () => {
  const meant = (marked: string): string | null => {
    const { text, reading, mentions, entities, tokensOf } = read(marked)
    const start = text.lastIndexOf('“')
    const last = { end: text.indexOf(' said'), speaker: { entities: [0], name: entities[0]!.name } }
    const [pronoun] = tokensOf('she')
    return readPronoun(reading, mentions, entities, pronoun!, start, { quotation: last, report: null })?.name ?? null
  }

  it('means who spoke last', () => {
    expect(meant('[Ann Lee:person:0] said “we go”. “We stay,” she said.')).toBe('Ann Lee')
  })

  it('means whom the sentence between starts from', () => {
    expect(meant('[Ann Lee:person:0] said “we go”. [Eve Moss:person:1] came. “We stay,” she said.')).toBe('Eve Moss')
  })
})

describe('readPronoun beside an addressee', () => {
  it('does not let anybody speak to himself', () => {
    const { text, reading, mentions, entities, tokensOf } = read(
      '[Eve Moss:person:0] came with [Ann Lee:person:1]. “We stay,” she told [Eve Moss:person:0].',
    )
    const [pronoun] = tokensOf('she')
    expect(readPronoun(reading, mentions, entities, pronoun!, text.indexOf('“'), UNSAID)).toBeNull()
  })
})

describe('findWordsOwner', () => {
  it.each([
    [
      'of a “line” whose owner stands before it',
      '[Bob Crane:person:0] came after [Ann Lee:person:1]’s “go” line.',
      'Ann Lee',
    ],
    [
      'of words that a sentence says they were',
      '[Bob Crane:person:0] heard that [Ann Lee:person:1]’s first words were a short “go”.',
      'Ann Lee',
    ],
    ['of a line behind a name', '[Ann Lee:person:0]: “We go.”', 'Ann Lee'],
    ['of nobody whose reply is judged', '[Bob Crane:person:0] said [Ann Lee:person:1]’s reply was “weak”.', null],
    ['of nobody where something else is quoted', '[Bob Crane:person:0] liked [Ann Lee:person:1]’s “go”.', null],
  ])('finds the owner %s', (_, marked, expected) => {
    const { text, reading, mentions, entities } = read(marked)
    const owner = findWordsOwner(reading, mentions, entities, wordsAt(text, text.indexOf('“')), false)
    expect(owner === null ? null : entities[owner]!.name).toBe(expected)
  })
})

describe('findAddressee', () => {
  it.each([
    ['[Ann Lee:person:0] told [Harbour Times:organization:1] that it came.', 'Harbour Times'],
    ['[Ann Lee:person:0] told reporters that it came.', 'reporters'],
    ['[Ann Lee:person:0] said to [Bob Crane:person:1] that it came.', 'Bob Crane'],
    ['[Ann Lee:person:0] said that it came.', null],
  ])('%s', (marked, expected) => {
    const { text, reading, mentions, tokensOf } = read(marked)
    const [cue] = tokensOf(text.includes('told') ? 'told' : 'said')
    const span = findAddressee(reading, mentions, { start: cue!, end: cue! + 1 }, () => false)
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(expected)
  })
})
