import { describe, expect, it } from 'vitest'
import type { Candidate, CandidateSide } from './candidate.js'
import { type Accepted, mergeConflicts } from './mergeConflicts.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const texts = { a: 'Five died there.', b: 'Six died there.', c: 'Five died, they say.' } as const
const documents = Object.entries(texts).map(([id, text]) => makeAccount(id, text))
const { view } = makeTools(documents)

function side(account: number, key: string): CandidateSide {
  const text = Object.values(texts)[account]!
  const end = text.indexOf(' ')
  return { account, value: { start: 0, end }, evidence: { start: 0, end: text.length }, key }
}

function accept(a: CandidateSide, b: CandidateSide, rest: Partial<Candidate> = {}, probability = 0.8): Accepted {
  const candidate: Candidate = {
    kind: 'number',
    rule: 'number/same-counted',
    a,
    b,
    clauses: null,
    subject: '… died',
    nature: 'conflict',
    inputs: { relation: 'differ' },
    features: {},
    ...rest,
  }
  return { candidate, strength: 'contradiction', nature: 'conflict', probability }
}

describe('mergeConflicts', () => {
  const pairs = [accept(side(0, '5'), side(1, '6')), accept(side(1, '6'), side(2, '5'), {}, 0.7)]

  it('puts pairs that share a place together, one side for each value', () => {
    const [conflict, ...rest] = mergeConflicts(pairs, view)
    expect(rest).toEqual([])
    expect(conflict!.sides.map((one) => `${one.value}: ${one.documents.join(' ')}`)).toEqual(['Five: a c', 'Six: b'])
    expect(conflict).toMatchObject({ kind: 'number', strength: 'contradiction', within: null, probability: 0.8 })
  })

  it('gives the same conflicts and ids in any order', () => {
    const swapped = pairs.map((one) => ({
      ...one,
      candidate: { ...one.candidate, a: one.candidate.b, b: one.candidate.a },
    }))
    expect(mergeConflicts([...swapped].reverse(), view)).toEqual(mergeConflicts(pairs, view))
  })

  it('names the account that contradicts itself', () => {
    const inner = accept(side(0, '5'), {
      ...side(0, '6'),
      value: { start: 5, end: 9 },
      evidence: { start: 5, end: 16 },
    })
    expect(mergeConflicts([inner], view)[0]!.within).toBe('a')
  })

  it('leaves out the weak link between two disputes', () => {
    const text = 'Five died and nine fell ill. Six died and ten fell ill.'
    const at = (words: string, account: number): CandidateSide => {
      const start = text.indexOf(words)
      return {
        account,
        value: { start, end: start + words.length },
        evidence: { start: 0, end: text.length },
        key: words,
      }
    }
    const two = makeTools([makeAccount('a', text), makeAccount('b', text)])
    const dead = accept(at('Five', 0), at('Six', 1), {}, 0.9)
    const ill = accept(at('nine', 0), at('ten', 1), {}, 0.8)
    const mixed = accept(at('Five', 0), at('ten', 1), {}, 0.4)
    const values = mergeConflicts([mixed, dead, ill], two.view).map(({ sides }) => sides.map(({ value }) => value))
    expect(values).toEqual([
      ['Five', 'Six'],
      ['nine', 'ten'],
    ])
  })

  it('leaves a difference of whole clauses out where a typed one shows both places', () => {
    const whole = accept(side(0, 'clause 0'), side(1, 'clause 1'), { kind: 'other', features: { whole: 1 } }, 0.99)
    expect(mergeConflicts([...pairs, whole], view).map((one) => one.kind)).toEqual(['number'])
    expect(mergeConflicts([whole], view).map((one) => one.kind)).toEqual(['other'])
  })

  it('gives nothing for nothing', () => {
    expect(mergeConflicts([], view)).toEqual([])
  })
})
