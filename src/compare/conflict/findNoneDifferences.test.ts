import { describe, expect, it } from 'vitest'
import { getContextFeatures } from './contextFeatures.js'
import { findNoneDifferences } from './findNoneDifferences.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const officers = { low: 9, counted: { text: 'officers', head: 'officers', span: { start: 0, end: 1 } } }

function find(a: string, b: string): readonly string[] {
  const tools = makeTools([makeAccount('a', a), makeAccount('b', b, { quantities: { '9': officers } })])
  const pair = { a: tools.view.clauses[0]!, b: tools.view.clauses[1]!, similarity: 0.5 }
  return findNoneDifferences(pair, getContextFeatures(pair, tools), tools).map(
    ({ rule, inputs }) => `${rule} ${inputs.low} ${inputs.otherLow} ${inputs.counted}`,
  )
}

describe('findNoneDifferences', () => {
  it('sets none of a thing beside some of it', () => {
    expect(find('No officers were hurt at the gate.', 'In all 9 officers were hurt.')).toEqual([
      'number/none 0 9 officers',
    ])
  })

  it('sees a word between "no" and the noun', () => {
    expect(find('No more officers were hurt.', 'In all 9 officers were hurt.')).toEqual(['number/none 0 9 officers'])
  })

  it('takes "no longer" for no thing', () => {
    expect(find('The officers are no longer hurt.', 'In all 9 officers were hurt for longer.')).toEqual([])
  })

  it('leaves none of another thing alone', () => {
    expect(find('No visitors were hurt at the gate.', 'In all 9 officers were hurt.')).toEqual([])
  })

  it('leaves a clause alone that says both', () => {
    const both = 'No officers were hurt at the gate, and 9 officers left.'
    expect(find('No officers were hurt at the gate.', both)).toEqual([])
  })

  it('finds nothing where nothing is denied', () => {
    expect(find('Two officers were hurt.', 'In all 9 officers were hurt.')).toEqual([])
  })
})
