import { describe, expect, it } from 'vitest'
import type { Token } from '../../annotate/index.js'
import { findChildren } from '../cue/cueFeatures.js'
import { createReading, type Reading } from '../reading/reading.js'
import { findSubject } from './findSubject.js'

/** A one-sentence reading from `word/POS/head/relation`, heads as places or -1. */
function createParsed(parts: string): Reading {
  const rows = parts.split(' ').map((part) => part.split('/') as [string, Token['pos'], string, string])
  const text = rows.map(([word]) => word).join(' ')
  let at = 0
  const tokens = rows.map(([word, pos, head, relation]): Token => {
    const start = at
    at += word.length + 1
    const norm = word.toLowerCase()
    return {
      start,
      end: start + word.length,
      norm,
      lemma: norm,
      pos,
      tag: pos,
      head: Number(head),
      relation,
      sentence: 0,
    } as Token
  })
  const sentence = { start: 0, end: text.length, firstToken: 0, endToken: tokens.length, kind: 'text' }
  return createReading(text, tokens, [sentence as never], [], () => 0)
}

const subjectOf = (parts: string, cue: number, content: readonly number[]): string => {
  const reading = createParsed(parts)
  const found = findSubject(reading, findChildren(reading), { start: cue, end: cue + 1 }, content)
  return found.map((i) => reading.tokens[i]!.norm).join(' ')
}

describe('findSubject', () => {
  it('gives the phrase that is the subject, with what describes it', () => {
    const parts =
      'Roe/PROPN/4/nsubj ,/PUNCT/3/punct a/DET/3/det pilot/NOUN/0/appos called/VERB/-1/root it/PRON/4/obj odd/ADJ/4/xcomp'
    expect(subjectOf(parts, 4, [6])).toBe('roe , a pilot')
  })

  it('gives a joined verb the subject of the first', () => {
    const parts = 'Roe/PROPN/1/nsubj left/VERB/-1/root and/CCONJ/3/cc said/VERB/1/conj nothing/PRON/3/obj'
    expect(subjectOf(parts, 3, [4])).toBe('roe')
  })

  it('gives nothing where the subject is said, points at nobody, or is none', () => {
    expect(subjectOf('Roe/PROPN/1/nsubj called/VERB/-1/root', 1, [0])).toBe('')
    expect(subjectOf('It/PRON/1/nsubj seems/VERB/-1/root so/ADV/1/advmod', 1, [2])).toBe('')
    expect(subjectOf('Say/VERB/-1/root nothing/PRON/0/obj', 0, [1])).toBe('')
  })
})
