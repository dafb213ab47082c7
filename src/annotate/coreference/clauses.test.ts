import { expect, it } from 'vitest'
import type { Token } from '../layers.js'
import { findArguments, understoodSubject } from './clauses.js'

/** Tokens as `word/relation/head`, heads counted from 0, -1 for the root. */
function read(marked: string): readonly Token[] {
  let at = 0
  return marked.split(' ').map((part) => {
    const [word = '', relation = '', head = ''] = part.split('/')
    const start = at
    at += word.length + 1
    const base = { norm: word.toLowerCase(), lemma: word, tag: '', pos: 'X' as const, sentence: 0 }
    return { ...base, start, end: start + word.length, relation, head: Number(head) }
  })
}

it.each([
  ['its own subject', 'Roe/nsubj/1 left/root/-1', 1, 'Roe'],
  ['the subject of a joined verb', 'Roe/nsubj/1 came/root/-1 and/cc/3 left/conj/1', 3, 'Roe'],
  ['the object of who was asked', 'Roe/nsubj/1 asked/root/-1 Doe/obj/1 to/mark/4 leave/xcomp/1', 4, 'Doe'],
  ['the subject of who wants', 'Roe/nsubj/1 wants/root/-1 to/mark/3 leave/xcomp/1', 3, 'Roe'],
  ['the noun before a relative clause', 'Roe/nsubj/3 who/nsubj/2 left/acl:relcl/0 won/root/-1', 2, 'Roe'],
  ['the subject above a participle', 'Roe/nsubj/1 won/root/-1 beating/advcl/1 Doe/obj/2', 2, 'Roe'],
])('finds %s', (_, marked, verb, expected) => {
  const tokens = read(marked)
  expect(tokens[understoodSubject(tokens, findArguments(tokens), verb)]?.lemma).toBe(expected)
})

it('finds nobody where the parse does not tell', () => {
  const tokens = read('Leave/root/-1 now/advmod/0')
  expect(understoodSubject(tokens, findArguments(tokens), 0)).toBe(-1)
})
