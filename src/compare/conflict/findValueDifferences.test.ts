import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../annotate/index.js'
import { type Document, withLayer } from '../../document/index.js'
import { getContextFeatures } from './contextFeatures.js'
import { findValueDifferences } from './findValueDifferences.js'
import { matchSlots } from './matchSlots.js'
import { pairClauses } from './pairClauses.js'
import { makeAccount } from './testing/makeAccount.js'
import { makeTools } from './testing/tools.js'

const counted = (text: string): Pick<Quantity, 'counted'> => ({
  counted: { text, head: text.split(' ').at(-1)!, span: { start: 0, end: 1 } },
})

function differ(a: Document, b: Document): readonly string[] {
  const tools = makeTools([a, b])
  return pairClauses(tools.view).flatMap((pair) =>
    findValueDifferences(pair, matchSlots(pair, tools), getContextFeatures(pair, tools), tools).map(({ candidate }) => {
      const { rule, nature, a: x, b: y } = candidate
      const words = (side: typeof x): string => [a, b][side.account]!.text.slice(side.value.start, side.value.end)
      return `${rule} ${nature}: ${words(x)} / ${words(y)}`
    }),
  )
}

describe('findValueDifferences of numbers', () => {
  it('sets numbers of one counted thing against each other, each against its counterpart', () => {
    const a = makeAccount('a', 'The blast at the mill killed 5 workers and hurt 7 firemen.', {
      quantities: { '5': { low: 5, ...counted('workers') }, '7': { low: 7, ...counted('firemen') } },
    })
    const b = makeAccount('b', 'At the mill the blast killed 6 workers and hurt 9 firemen.', {
      quantities: { '6': { low: 6, ...counted('workers') }, '9': { low: 9, ...counted('firemen') } },
    })
    expect(differ(a, b)).toEqual(['number/differ conflict: 5 / 6', 'number/differ conflict: 7 / 9'])
  })

  it('says nothing of numbers that both tell, or that count other things', () => {
    const a = makeAccount('a', 'The blast at the mill killed 5 workers.', {
      quantities: { '5': { low: 5, ...counted('workers') } },
    })
    const b = makeAccount('b', 'The blast at the mill killed 5 workers near 40 houses.', {
      quantities: { '5': { low: 5, ...counted('workers') }, '40': { low: 40, ...counted('houses') } },
    })
    const c = makeAccount('c', 'The blast at the mill shook 40 houses.', {
      quantities: { '40': { low: 40, ...counted('houses') } },
    })
    expect(differ(a, b)).toEqual([])
    expect(differ(a, c)).toEqual([])
  })

  it('says nothing of several beside a number, nor of others beside all', () => {
    const exactly = makeAccount('a', 'The blast at the mill killed 5 workers.', {
      quantities: { '5': { low: 5, ...counted('workers') } },
    })
    const several = makeAccount('b', 'The blast at the mill killed several workers.', {
      quantities: { several: { low: 3, high: 9, approximation: 'vague', ...counted('workers') } },
    })
    const others = makeAccount('c', 'The blast at the mill killed 4 other workers.', {
      quantities: { '4': { low: 4, ...counted('workers') } },
    })
    const dozens = makeAccount('d', 'The blast at the mill killed dozens of workers.', {
      quantities: { dozens: { low: 24, high: 99, approximation: 'vague', ...counted('workers') } },
    })
    expect(differ(exactly, several)).toEqual([])
    expect(differ(exactly, others)).toEqual([])
    expect(differ(exactly, dozens)).toEqual(['number/differ conflict: 5 / dozens'])
  })

  it('says nothing of another five beside five', () => {
    const all = makeAccount('a', 'The blast at the mill killed 5 workers.', {
      quantities: { '5': { low: 5, ...counted('workers') } },
    })
    const another = makeAccount('b', 'The blast at the mill killed another 4 workers.', {
      quantities: { '4': { low: 4, ...counted('workers') } },
    })
    expect(differ(all, another)).toEqual([])
  })

  it('calls fewer digits rounding', () => {
    const money = { kind: 'money', unit: 'USD' } as const
    const a = makeAccount('a', 'He paid $43,350 for the watch.', {
      quantities: { '$43,350': { low: 43_350, ...money } },
    })
    const b = makeAccount('b', 'He paid $43,000 for the watch.', {
      quantities: { '$43,000': { low: 43_000, ...money } },
    })
    expect(differ(a, b)).toEqual(['number/rounding rounding: $43,350 / $43,000'])
  })

  it('takes one distance in two units for one', () => {
    const at = (kind: 'm' | 'k', words: string, low: number) =>
      makeAccount(kind, `The village lies ${words} north of Arlund.`, {
        quantities: { [words]: { low, kind: 'measure', unit: kind === 'm' ? 'mile' : 'km' } },
      })
    expect(differ(at('k', '100 kilometers', 100), at('m', '60 miles', 60))).toEqual([])
    expect(differ(at('k', '100 kilometers', 100), at('m', '90 miles', 90))).toHaveLength(1)
  })

  it('leaves a count that the other tells too, there without its noun', () => {
    const a = makeAccount('a', 'Of the 40 people hurt in Arlund, 29 were in hospital.', {
      quantities: { '40': { low: 40, unit: 'person', ...counted('people') }, '29': { low: 29 } },
    })
    const b = makeAccount('b', 'In Arlund 29 people were in hospital, hurt.', {
      quantities: { '29': { low: 29, unit: 'person', ...counted('people') } },
    })
    expect(differ(a, b)).toEqual([])
  })

  it('compares lengths of time', () => {
    const a = makeAccount('a', 'The standoff at the bank lasted two hours.', {
      times: { 'two hours': { type: 'duration', value: 'PT2H' } },
    })
    const b = makeAccount('b', 'The standoff at the bank lasted 45 minutes.', {
      times: { '45 minutes': { type: 'duration', value: 'PT45M' } },
    })
    expect(differ(a, b)).toEqual(['number/duration conflict: two hours / 45 minutes'])
  })
})

describe('findValueDifferences of dates', () => {
  const on = (day: string) => ({ range: { start: day, end: day } })
  it('sets two days of one event against each other, and leaves a day that both tell', () => {
    const a = makeAccount('a', 'The council met in Arlund on Friday.', { times: { Friday: on('2031-05-02') } })
    const b = makeAccount('b', 'The council met in Arlund on Saturday.', { times: { Saturday: on('2031-05-03') } })
    expect(differ(a, b)).toEqual(['date/disjoint conflict: Friday / Saturday'])
    expect(differ(a, makeAccount('c', a.text, { times: { Friday: on('2031-05-02') } }))).toEqual([])
  })

  it('says nothing of the same words in two prints of one sentence, read as two days', () => {
    const a = makeAccount('a', 'The council met in Arlund on Friday.', { times: { Friday: on('2031-05-02') } })
    const b = makeAccount('b', 'The council met in Arlund on Friday.', { times: { Friday: on('2031-05-09') } })
    expect(differ(a, b)).toEqual([])
  })

  it('says nothing of one weekday that was read as two dates', () => {
    const a = makeAccount('a', 'The council met in Arlund on Friday morning.', {
      times: { 'Friday morning': on('2031-05-02') },
    })
    const b = makeAccount('b', 'The council met in Arlund early Friday morning.', {
      times: { 'early Friday morning': on('2031-05-09') },
    })
    expect(differ(a, b)).toEqual([])
  })

  it('does not date what was spoken of as yesterday, only what the account tells', () => {
    const a = makeAccount('a', 'The council met in Arlund yesterday.', { times: { yesterday: on('2031-05-02') } })
    const b = makeAccount('b', 'The council met in Arlund on Saturday.', { times: { Saturday: on('2031-05-03') } })
    const spoken = withLayer(a, 'attributions', [
      {
        start: 0,
        end: 36,
        kind: 'direct',
        content: [{ start: 0, end: 36 }],
        cue: [],
        source: [],
        cueLemma: null,
        speaker: { entities: [], name: null },
        addressee: null,
        when: -1,
        probability: 1,
      },
    ])
    expect(differ(a, b)).toEqual(['date/disjoint conflict: yesterday / Saturday'])
    expect(differ(spoken, b)).toEqual([])
  })

  it('calls a day and its month precision', () => {
    const a = makeAccount('a', 'The council met in Arlund on May 2.', { times: { 'May 2': on('2031-05-02') } })
    const b = makeAccount('b', 'The council met in Arlund in May.', {
      times: { May: { range: { start: '2031-05-01', end: '2031-05-31' }, precision: 'month' } },
    })
    expect(differ(a, b)).toEqual(['date/contains precision: May 2 / May'])
  })
})
