import { describe, expect, it } from 'vitest'
import type { Candidate } from './candidate.js'
import { FAMILIES, FEATURES } from './features.js'
import { decide, findConflicts } from './findConflicts.js'
import { type ConflictModel, readConflictModel } from './loadModel.js'
import { MATTER_FEATURES } from './matter.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools, makeTree } from './testing/tools.js'

// Shows every number told apart, calls it a contradiction, and nothing else.
const number = {
  real: makeTree(FEATURES, 'is number', 1, -5, 5),
  contradiction: makeTree(FEATURES, 'relationDiffer', 1, -5, 5),
}
const never = {
  real: makeTree(FEATURES, 'is number', 2, -5, 5),
  contradiction: makeTree(FEATURES, 'is number', 2, -5, 5),
}
const model: ConflictModel = {
  relations: makeTools([]).relations,
  matter: makeTree(MATTER_FEATURES, 'near', 0.5, -1, 1),
  families: Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      { ...(family === 'number' ? number : never), thresholds: { real: 0.5, contradiction: 0.5 } },
    ]),
  ) as unknown as ConflictModel['families'],
}

const killed = (id: string, count: number) =>
  makeAccount(id, `The blast at the mill killed ${count} workers.`, {
    quantities: {
      [String(count)]: { low: count, counted: { text: 'workers', head: 'workers', span: { start: 0, end: 1 } } },
    },
  })

describe('findConflicts', () => {
  const documents = [killed('a', 5), killed('b', 7), killed('c', 5)]

  it('gives one conflict with a side for each value, in words of the accounts', () => {
    const [conflict, ...rest] = findConflicts(documents, [], [], [], { model })
    expect(rest).toEqual([])
    expect(conflict).toMatchObject({ kind: 'number', strength: 'contradiction', nature: 'conflict' })
    expect(conflict!.subject).toBe('The blast at the mill killed … workers.')
    expect(conflict!.sides.map((side) => [side.value, side.documents])).toEqual([
      ['5', ['a', 'c']],
      ['7', ['b']],
    ])
    expect(conflict!.rule).toMatchObject({ id: 'number/differ', inputs: { low: 5, otherLow: 7 } })
  })

  it('has none between copies, nor for one account or none', () => {
    expect(findConflicts([killed('a', 5), killed('b', 5)], [], [], [], { model })).toEqual([])
    expect(findConflicts([killed('a', 5)], [], [], [], { model })).toEqual([])
    expect(findConflicts([], [], [], [], { model })).toEqual([])
  })

  it('calls a larger toll in a later account an update', () => {
    const later = documents.slice(0, 2).map((one, day) => ({ ...one, publishedAt: `2031-05-0${day + 2}` }))
    expect(findConflicts(later, [], [], [], { model })[0]).toMatchObject({ nature: 'update', strength: 'tension' })
  })
})

describe('decide', () => {
  const { view } = makeTools([])
  const candidate = {
    kind: 'date',
    nature: 'precision',
    clauses: null,
    inputs: {},
    features: {},
  } as unknown as Candidate
  it('never calls a difference of precision a contradiction', () => {
    const decided = decide(candidate, 0.9, 0.99, { real: 0.5, contradiction: 0.5 }, view)
    expect(decided).toMatchObject({ strength: 'tension', probability: 0.9 })
  })
  it('shows nothing below both thresholds', () => {
    expect(decide({ ...candidate, nature: 'conflict' }, 0.4, 0.4, { real: 0.5, contradiction: 0.5 }, view)).toBeNull()
  })
})

it('refuses a model made for other features', () => {
  const files: Readonly<Record<string, unknown>> = {
    'decision.json': {
      ...model.families,
      number: { ...model.families.number, real: makeTree(['other'], 'other', 1, 0, 0) },
    },
    'matter.json': model.matter,
    'relations.json': { antonyms: '', synonyms: '' },
  }
  expect(() => readConflictModel({ text: (name) => JSON.stringify(files[name]) })).toThrow(/reads 1 features/)
  expect(
    readConflictModel({ text: (name) => JSON.stringify(name === 'decision.json' ? model.families : files[name]) })
      .matter,
  ).toEqual(model.matter)
})
