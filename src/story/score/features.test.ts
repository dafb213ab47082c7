import { describe, expect, it } from 'vitest'
import { createDocument } from '../../document/index.js'
import { readStoryArticle } from '../reading/readStoryArticle.js'
import { tinyModel } from '../testing/tinyModel.js'
import { FEATURES, forgetTime, type Reading } from './features.js'
import { describeCandidates } from './scoreCandidates.js'

const read = (text: string, day: number, dated: boolean): Reading =>
  readStoryArticle(createDocument({ id: text, text }), { day, dated }, () => 1, tinyModel().vectors)

const FLOOD = 'On Tuesday the river Oster flooded the village of Mellin and Mayor Ada Lind opened the school.'
const AGAIN = 'In Mellin the school was opened on Tuesday after the Oster flooded, Mayor Ada Lind said.'

function figures(dated: boolean): Float64Array {
  const [account, member] = [read(AGAIN, 20_002, dated), read(FLOOD, 20_001, dated)]
  const [described] = describeCandidates(account, [member], ({ views }) => ({ views, members: [member] }))
  return described!.values
}

const figure = (values: ArrayLike<number>, name: (typeof FEATURES)[number]): number | undefined =>
  values[FEATURES.indexOf(name)]

describe('describeCandidates', () => {
  it('gives a figure for every name', () => {
    expect(figures(true)).toHaveLength(FEATURES.length)
    expect([...figures(true)].every(Number.isFinite)).toBe(true)
  })

  it('tells days apart, and whether the same day is named', () => {
    expect(figure(figures(true), 'days to nearest member')).toBe(1)
    expect(figure(figures(true), 'days named')).toBeCloseTo(1)
    expect(figure(figures(true), 'days between the days named first')).toBe(0)
  })
})

describe('forgetTime', () => {
  it('makes of an account with a date what it would be without', () => {
    expect(forgetTime(figures(true))).toEqual([...figures(false)])
    expect(forgetTime(figures(false))).toEqual([...figures(false)])
  })
})
