import { describe, expect, it } from 'vitest'
import { joinLabels } from './labels.js'

const label = (document: string, text: string, voice: 'reporter' | 'attributed' = 'reporter') => ({
  entity: 'e1',
  document,
  text,
  voice,
  evidence: [],
})

describe('joinLabels', () => {
  it('joins equal wordings of one voice', () => {
    expect(
      joinLabels([
        label('a', 'Mayor'),
        label('a', 'the chief'),
        label('b', 'mayor'),
        label('b', 'mayor', 'attributed'),
        label('b', 'a liar', 'attributed'),
      ]),
    ).toEqual([
      { text: 'Mayor', voice: 'reporter', documents: ['a', 'b'], evidence: [] },
      { text: 'the chief', voice: 'reporter', documents: ['a'], evidence: [] },
      { text: 'a liar', voice: 'attributed', documents: ['b'], evidence: [] },
    ])
  })

  it('gives nothing for nothing', () => {
    expect(joinLabels([])).toEqual([])
  })
})
