import { describe, expect, it } from 'vitest'
import type { Anchor } from '../../claim/index.js'
import { compareAnchors, isReporting } from './compareAnchors.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const tools = makeTools([makeAccount('a', 'One.'), makeAccount('b', 'Two.')])
const accounts = [tools.view.accounts[0]!, tools.view.accounts[1]!] as const
const anchor = (rest: Partial<Anchor>): Anchor => ({
  of: 'time',
  index: 0,
  verb: 'talk',
  nouns: [],
  negated: false,
  modality: 'asserted',
  tense: 'past',
  parts: [{ role: 'agent', entity: -1, head: 'envoy' }],
  ...rest,
})

describe('compareAnchors', () => {
  it('takes synonyms for one verb and equal heads for one part', () => {
    const features = compareAnchors(anchor({}), anchor({ verb: 'speak' }), accounts, tools)
    expect(features).toMatchObject({ verbSame: 1, agentShared: 1, agentApart: 0, moodSame: 1 })
  })

  it('knows a deed as a noun', () => {
    const named = anchor({ verb: 'announce', nouns: ['recall'], parts: [] })
    expect(compareAnchors(anchor({ verb: 'recall' }), named, accounts, tools).verbSame).toBe(1)
  })

  it('tells a plan from a deed', () => {
    expect(compareAnchors(anchor({}), anchor({ modality: 'future' }), accounts, tools).moodSame).toBe(0)
    expect(compareAnchors(anchor({}), anchor({ negated: true }), accounts, tools).moodSame).toBe(0)
  })

  it('takes two with names for two, and "a judge" and "a court" for perhaps one', () => {
    const by = (entity: number): Anchor => anchor({ parts: [{ role: 'agent', entity, head: 'judge' }] })
    const pair = (isNamed: boolean) =>
      accounts.map((account, at) => ({ ...account, entityIds: [`e${at}`], isNamed: () => isNamed })) as never
    expect(compareAnchors(by(0), by(0), pair(true), tools).agentApart).toBe(1)
    expect(compareAnchors(by(0), by(0), pair(false), tools).agentApart).toBe(0)
  })

  it('says nothing where either hangs on nothing known', () => {
    expect(Object.values(compareAnchors(null, anchor({ verb: 'dance' }), accounts, tools)).some(Boolean)).toBe(false)
  })
})

it('knows verbs that only say that something was said', () => {
  expect([isReporting('tell'), isReporting('land')]).toEqual([true, false])
})
