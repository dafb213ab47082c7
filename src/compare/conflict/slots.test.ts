import { expect, it } from 'vitest'
import type { Quantity } from '../../annotate/index.js'
import { readSlots } from './slots.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const counts = (low: number): Partial<Quantity> => ({
  low,
  counted: { text: 'counts', head: 'counts', span: { start: 0, end: 1 } },
})

function readParts(text: string, numbers: readonly number[]): readonly boolean[] {
  const quantities = Object.fromEntries(numbers.map((low) => [String(low), counts(low)]))
  const { view } = makeTools([makeAccount('a', text, { quantities })])
  return view.accounts[0]!.clauses.flatMap((clause) => readSlots(clause, view)).map(({ partitive }) => partitive)
}

it('takes three or more figures of one thing in a clause for parts of a whole', () => {
  const three = 'The jury found him guilty on 5 counts of fraud, 2 counts of theft and 1 counts of perjury.'
  expect(readParts(three, [5, 2, 1])).toEqual([true, true, true])
  expect(readParts('The jury found him guilty on 5 counts of fraud and 2 counts of theft.', [5, 2])).toEqual([
    false,
    false,
  ])
})
