import { describe, expect, it } from 'vitest'
import { getContextFeatures } from './contextFeatures.js'
import { findWordingDifferences } from './findWordingDifferences.js'
import { pairClauses } from './pairClauses.js'
import { type AccountParts, makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

function differ(a: string, b: string, partsA: AccountParts = {}, partsB: AccountParts = {}): readonly string[] {
  const tools = makeTools([makeAccount('a', a, partsA), makeAccount('b', b, partsB)])
  return pairClauses(tools.view).flatMap((pair) =>
    findWordingDifferences(pair, getContextFeatures(pair, tools), tools).map((one) => one.rule),
  )
}

describe('findWordingDifferences', () => {
  it('sees a denied clause beside the same clause affirmed', () => {
    expect(differ('The bridge over the Arl is safe.', 'The bridge over the Arl is not safe.')).toEqual([
      'polarity/negation',
    ])
  })

  it('sees words that are opposites', () => {
    expect(differ('The mayor of Arlund stayed calm.', 'The mayor of Arlund grew angry.')).toEqual([
      'polarity/opposite-words',
    ])
  })

  it('cuts the value of a long clause between words', () => {
    const long = `The mayor of Arlund ${'and every member of the old town council '.repeat(4)}stayed calm.`
    const tools = makeTools([makeAccount('a', long), makeAccount('b', long.replace('stayed calm', 'grew angry'))])
    const [pair] = pairClauses(tools.view)
    const [found] = findWordingDifferences(pair!, getContextFeatures(pair!, tools), tools)
    const { start, end } = found!.a.value
    expect(long.slice(start - 1, start)).toMatch(/^\s?$/)
    expect(long.slice(end, end + 1)).toMatch(/^\s?$/)
  })

  it('says nothing of two prints of one clause', () => {
    expect(differ('The bridge over the Arl is safe.', 'The bridge over the Arl is safe.')).toEqual([])
  })

  it('says nothing of one sentence cut into clauses at other places', () => {
    const text = 'The mayor of Arlund left early, which the council did not expect.'
    const whole = differ(text, text, {
      claims: { 'The mayor of Arlund left early': {}, 'which the council did not expect.': {} },
    })
    expect(whole).toEqual([])
  })

  it('calls a plan beside a deed a difference of outcome', () => {
    const plan = 'The council of Arlund will close the old bridge after months of protest.'
    const deed = 'The council of Arlund closed the old bridge to heavy trucks at noon.'
    expect(differ(plan, deed, { claims: { [plan]: { modality: 'future' } } })).toEqual(['outcome/modality'])
  })
})

describe('getContextFeatures', () => {
  it('is the same for a pair in either order', () => {
    const tools = makeTools([
      makeAccount('a', 'The bridge is not safe.'),
      makeAccount('b', 'The bridge over the Arl is safe.'),
    ])
    const [pair] = pairClauses(tools.view)
    expect(getContextFeatures({ ...pair!, a: pair!.b, b: pair!.a }, tools)).toEqual(getContextFeatures(pair!, tools))
  })
})
