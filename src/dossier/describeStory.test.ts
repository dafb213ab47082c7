import { describe, expect, it } from 'vitest'
import type { Comparison } from '../compare/index.js'
import { createDocument, type Document } from '../document/index.js'
import { describeStory } from './describeStory.js'

interface Facts {
  readonly title?: string
  /** Days that the account names. */
  readonly days?: readonly string[]
  /** Places that it mentions. */
  readonly places?: readonly string[]
}

function story(accounts: readonly Facts[]): ReturnType<typeof describeStory> {
  const names = [...new Set(accounts.flatMap(({ places = [] }) => places))]
  const documents = accounts.map(({ title = null, days = [], places = [] }, i): Document => {
    const mentions = places.map((name, at) => ({ start: at, end: at + 1, entity: names.indexOf(name) }))
    const times = days.map((day) => ({ range: { start: day, end: day } }))
    return {
      ...createDocument({ id: `d${i}`, text: 'x'.repeat(40), title }),
      layers: { mentions: mentions as never, times: times as never, claims: [], sentences: [] },
    }
  })
  const entities = names.map((name, entity) => ({
    name,
    type: 'place',
    members: documents.flatMap(({ id, layers }) =>
      layers.mentions!.some((mention) => mention.entity === entity) ? [{ documentId: id, entity }] : [],
    ),
  }))
  return describeStory({ documents, entities, brief: [] } as unknown as Comparison, null)
}

describe('describeStory', () => {
  it('takes the headline most like the others', () => {
    const titles = ['Ferry hits reef', 'Ferry Aurora hits reef at night', 'Night of fear']
    expect(story(titles.map((title) => ({ title }))).title).toBe('Ferry Aurora hits reef at night')
  })

  it('takes the day most accounts name, however often one repeats another', () => {
    const days = [['2026-03-04'], ['2026-03-04'], ['2026-03-09', '2026-03-09', '2026-03-09']]
    expect(story(days.map((list) => ({ days: list }))).when).toEqual({ start: '2026-03-04', end: '2026-03-04' })
  })

  it('takes a place that several accounts name', () => {
    expect(story([{ places: ['Lindow', 'Oster'] }, { places: ['Lindow'] }]).where).toBe('Lindow')
  })

  it('takes the place rather than the country that all name too', () => {
    const told = { places: ['France', 'Lyon'] }
    expect(story([told, told, { places: ['France'] }]).where).toBe('Lyon')
    expect(story([told, { places: ['France'] }, { places: ['France'] }]).where).toBe('France')
  })

  it('takes no place that one account names in passing', () => {
    expect(story([{ places: ['Lindow'] }, { places: [] }, { places: ['Oster'] }]).where).toBeNull()
  })

  it('takes what a single account names', () => {
    expect(story([{ places: ['Lindow'] }]).where).toBe('Lindow')
  })

  it('says nothing where nothing is told', () => {
    expect(story([])).toMatchObject({ title: 'Untitled story', when: null, where: null })
  })
})
