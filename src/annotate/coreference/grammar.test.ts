import { describe, expect, it } from 'vitest'
import { getLayer } from '../../document/index.js'
import type { Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import { countTold, findQuotes } from './findQuotes.js'
import { clauseDepth, clauseHead, grammaticalRole, isGovernedBy, pathLength } from './grammar.js'
import { readPlainly } from './testing/readPlainly.js'

/** Tokens of one sentence from `word head relation` lines; heads count from 0, -1 is the root. */
function parse(lines: string): readonly Token[] {
  return lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [norm = '', head = '', relation = ''] = line.trim().split(' ')
      const pos = relation === 'root' || relation === 'ccomp' ? 'VERB' : 'NOUN'
      const base = { norm, lemma: norm, pos: pos as Token['pos'], tag: '', relation, head: Number(head), sentence: 0 }
      return { start: index * 10, end: index * 10 + norm.length, ...base }
    })
}

const tokens = parse(`
  Ada 1 nsubj
  told -1 root
  Piet 1 iobj
  that 5 mark
  she 5 nsubj
  won 1 ccomp
  Brno 5 obj
`)

function mentionAt(token: number): DraftMention {
  return { token, firstToken: token, endToken: token + 1, sentence: 0, pronoun: null } as unknown as DraftMention
}

describe('grammar by the parse', () => {
  const reading = { text: '', tokens, sentences: [], quotes: new Int32Array(7) } as unknown as Reading

  it.each([
    [0, 'subject'],
    [2, 'object'],
    [4, 'subject'],
    [6, 'object'],
    [1, 'predicate'],
  ] as const)('token %i is a %s', (token, role) => {
    expect(grammaticalRole(reading, mentionAt(token))).toBe(role)
  })

  it('finds clauses and paths', () => {
    expect(clauseHead(tokens, 0)).toBe(1)
    expect(clauseHead(tokens, 4)).toBe(5)
    expect(clauseDepth(tokens, 0)).toBe(0)
    expect(clauseDepth(tokens, 4)).toBe(1)
    expect(pathLength(tokens, 0, 4)).toBe(3)
    expect(isGovernedBy(tokens, 4, 1)).toBe(true)
    expect(isGovernedBy(tokens, 1, 4)).toBe(false)
  })
})

describe('quotations', () => {
  it('numbers the tokens inside marks, and ends an open quotation with its paragraph', () => {
    const document = readPlainly('He said “we won” and left. “Open\nShe won.')
    const layer = getLayer(document, 'tokens')
    const quotes = findQuotes(layer, getLayer(document, 'sentences'))
    const quoted = layer.flatMap((token, index) => (quotes[index] === 0 ? [] : [`${token.norm}${quotes[index]}`]))
    expect(quoted).toEqual(['we1', 'won1', 'open2'])
  })

  it('does not count sentences that are wholly quoted', () => {
    const document = readPlainly('He left. “We won. They lost. All left.” She won.')
    const sentences = getLayer(document, 'sentences')
    const layer = getLayer(document, 'tokens')
    const told = countTold(layer, sentences, findQuotes(layer, sentences))
    expect([told[0], told.at(-1)]).toEqual([1, 2])
  })
})
