import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/claim/index.js'
import { createDocument } from '../../src/document/index.js'

const read = createReader()

function showStands(text: string): string[] {
  const { layers } = read(createDocument({ id: 'a', text }))
  return layers.stands!.map(({ actor, kind, matter, condition }) => {
    const bound = condition === null ? '' : ` [${text.slice(condition.start, condition.end)}]`
    return `${layers.entities![actor]!.name} ${kind}: ${text.slice(matter.start, matter.end)}${bound}`
  })
}

describe('positions told in ordinary sentences', () => {
  it.each([
    [
      'a promise with its condition',
      'Maria Lopez, the mayor, promised to rebuild the bridge by spring if the state pays half.',
      ['Maria Lopez promises: to rebuild the bridge by spring if the state pays half [if the state pays half]'],
    ],
    [
      'a condition at the head of the sentence',
      'Unless prices fall, Tom Hale threatened to close the plant.',
      ['Tom Hale warns: to close the plant [Unless prices fall]'],
    ],
    ['a refusal told by a particle', 'Kyiv has ruled out any such deal.', ['Kyiv refuses: any such deal']],
    ['a negated consent', 'Lena Brandt did not accept the terms.', ['Lena Brandt refuses: the terms']],
    [
      'whom is urged and to what',
      'Lena Brandt urged Congress to pass the bill.',
      ['Lena Brandt wants: Congress to pass the bill'],
    ],
    [
      'a whole quotation',
      '“We will not leave the talks before Sunday,” Lena Brandt vowed.',
      ['Lena Brandt promises: We will not leave the talks before Sunday'],
    ],
    [
      'a quoted piece with the words around it',
      'Lena Brandt warned Norland of “very hard days” if it went on.',
      ['Lena Brandt warns: Norland of “very hard days” [if it went on]'],
    ],
    ['no naming for a wish', 'Lena Brandt called the meeting a “personal victory” for Tom Hale.', []],
    ['nothing that may yet be', 'Lena Brandt may support a second vote.', []],
    ['no heading', 'LENA BRANDT VOWS TO CLOSE THE PLANT\nTom Hale left.', []],
    ['no question', 'Tom Hale asked whether the vote was legal.', []],
    ['no silence', 'Lena Brandt declined to comment.', []],
    ['no supposed consent', 'The war would end once Norland accepted a ceasefire.', []],
  ])('tells %s', (_name, text, expected) => {
    expect(showStands(text)).toEqual(expected)
  })
})
