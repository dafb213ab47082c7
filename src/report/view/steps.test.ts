import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../dossier/index.js'
import { chooseSteps, distinctSteps } from './steps.js'

type Step = Dossier['timeline'][number]

function step(day: string, documents = 'a', disputed = false): Step {
  const year = day.length === 4
  const when = {
    start: year ? `${day}-01-01` : day,
    end: year ? `${day}-12-31` : day,
    precision: year ? 'year' : 'day',
    text: day,
  }
  return { when, text: day, disputed, evidence: [...documents].map((document) => ({ document })) } as unknown as Step
}

const story = { start: '2026-03-04', end: '2026-03-04' }
const show = (steps: readonly Step[], limit: number) => chooseSteps(steps, story, limit).map((item) => item.text)

describe('chooseSteps', () => {
  it('leaves out what is far from the story, not what comes last', () => {
    expect(show([step('1999'), step('2019-05-01'), step('2026-02-20'), step('2026-03-04')], 2)).toEqual([
      '2026-02-20',
      '2026-03-04',
    ])
  })

  it('keeps what is disputed and what several tell', () => {
    expect(show([step('2011-05-01', 'abc'), step('2012-05-01'), step('2013-05-01', 'a', true)], 2)).toEqual([
      '2011-05-01',
      '2013-05-01',
    ])
  })

  it('leaves room for other days where one has many steps', () => {
    const busy = Array.from({ length: 8 }, () => step('2026-03-04'))
    expect(show([step('2026-02-20'), ...busy], 6)).toContain('2026-02-20')
  })

  it('shows all where there is room, and none of none', () => {
    expect(show([step('1999'), step('2026-03-04')], 2)).toEqual(['1999', '2026-03-04'])
    expect(chooseSteps([], null, 3)).toEqual([])
  })
})

describe('distinctSteps', () => {
  it('keeps one step of a sentence and day, and both where a sentence names two days', () => {
    const sentence = { id: 'a', text: 'It left on Monday and sank on Tuesday.', sentences: [[0, 38]] }
    const at = (day: string, start: number, end: number): Step => {
      const exact = sentence.text.slice(start, end)
      return { ...step(day), text: exact, evidence: [{ document: 'a', start, end, exact }] }
    }
    const steps = [at('2026-03-03', 0, 17), at('2026-03-04', 0, 37), at('2026-03-04', 22, 37)]
    expect(distinctSteps(steps, () => sentence as never).map((item) => item.text)).toEqual([
      'It left on Monday',
      'It left on Monday and sank on Tuesday',
    ])
  })
})
