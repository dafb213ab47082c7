import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreSentenceCases } from '../../bench/quality/syntaxBoundaries.js'
import { createSyntax, type Token } from '../../src/annotate/index.js'
import { createDocument } from '../../src/document/index.js'

const syntax = createSyntax()

function read(text: string) {
  const { tokens = [], sentences = [] } = syntax.annotate(createDocument({ id: 'a', text })).layers
  return { tokens, sentences, wordOf: (token: Token) => text.slice(token.start, token.end) }
}

function readRows(task: string): (readonly [sentence: string, expected: string])[] {
  return readFileSync(`models/${task}/behaviour.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').slice(0, 2) as [string, string])
}

describe('parts of speech (models/pos/behaviour.tsv)', () => {
  it.each(readRows('pos'))('%s', (sentence, expected) => {
    const { tokens, wordOf } = read(sentence)
    let at = 0
    for (const pair of expected.split(' ')) {
      const [word, allowed] = pair.split('/') as [string, string]
      while (at < tokens.length && wordOf(tokens[at]!) !== word) at += 1
      expect([word, ...allowed.split('|')]).toContain(tokens[at]?.pos)
      at += 1
    }
  })
})

describe('dependencies (models/parse/behaviour.tsv)', () => {
  it.each(readRows('parse'))('%s', (sentence, expected) => {
    const { tokens, wordOf } = read(sentence)
    const found = tokens.map(
      (token) => `${token.relation}(${token.head < 0 ? '' : wordOf(tokens[token.head]!)}, ${wordOf(token)})`,
    )
    for (const relation of expected.match(/[a-z:]+\([^)]*\)/g) ?? []) expect(found).toContain(relation)
  })
})

describe('lemmas', () => {
  it.each([
    ['The women were shot.', 'the woman be shoot .'],
    ["She can't go.", 'she can not go .'],
    ['Prices fell and banks closed.', 'price fall and bank close .'],
    ['The worst storms hit two cities.', 'the bad storm hit two city .'],
  ])('%s', (sentence, expected) => {
    expect(
      read(sentence)
        .tokens.map((token) => token.lemma)
        .join(' '),
    ).toBe(expected)
  })
})

describe('sentence boundaries', () => {
  it('gets at least 95 % of the hard cases right', () => {
    const { right, total } = scoreSentenceCases()
    expect(total).toBeGreaterThanOrEqual(60)
    expect(right / total).toBeGreaterThanOrEqual(0.95)
  })
})

describe('hostile texts', () => {
  it.each([
    ['a word of 100 KB', 'x'.repeat(100_000)],
    ['100 KB of dots', '.'.repeat(100_000)],
    ['100 KB of words without a full stop', 'wind and rain '.repeat(7200)],
    ['100 KB of nested quotation marks', '“‘'.repeat(50_000)],
    ['100 KB of spaced quotation marks', '" '.repeat(50_000)],
    ['100 KB of brackets', '( '.repeat(50_000)],
    ['100 KB of capitals', 'U.S. '.repeat(20_000)],
  ])('reads %s in a second', (_, text) => {
    read('Warm.')
    const start = process.cpuUsage()
    read(text)
    // processor time, for tests share their machine; 2 s, since a busy one has cold caches
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2)
  })
})
