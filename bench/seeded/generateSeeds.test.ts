import { describe, expect, it } from 'vitest'
import { generateSeeds } from './generateSeeds.js'
import type { SourceStory } from './seed.js'

const filler = 'Rain fell on the valley all week and the river rose. '.repeat(20)
const stories: readonly SourceStory[] = [
  {
    story: 's1',
    documents: [
      {
        id: 'a',
        title: '',
        outlet: '',
        publishedAt: null,
        text: `The landslide in Arlund killed 14 people near the old mill on Tuesday, officials said. ${filler}`,
      },
      {
        id: 'b',
        title: '',
        outlet: '',
        publishedAt: null,
        text: `Officials said the landslide near the old mill in Arlund killed 14 people on Tuesday. ${filler.replaceAll('Rain', 'Snow')}`,
      },
    ],
  },
]

describe('generateSeeds', () => {
  const seeds = generateSeeds(stories, new Map(), { perType: 3, seed: 1 })

  it('changes exactly the words it names', () => {
    expect(seeds.map((seed) => seed.type).sort()).toEqual(['date', 'number'])
    for (const seed of seeds) {
      const a = stories[0]!.documents.find((document) => document.id === seed.a)!.text
      expect(seed.alteredText.slice(0, seed.after.start)).toBe(a.slice(0, seed.before.start))
      expect(seed.alteredText.slice(seed.after.end)).toBe(a.slice(seed.before.end))
      expect(seed.alteredText).not.toBe(a)
    }
  })

  it('points at the same value in the other account', () => {
    for (const seed of seeds) {
      const text = (id: string): string => stories[0]!.documents.find((document) => document.id === id)!.text
      const before = text(seed.a).slice(seed.before.start, seed.before.end)
      expect(text(seed.b).slice(seed.other.start, seed.other.end)).toBe(before)
    }
  })

  it('gives the same list for the same seed', () => {
    expect(generateSeeds(stories, new Map(), { perType: 3, seed: 1 })).toEqual(seeds)
  })

  it('leaves out stories it is told to', () => {
    expect(generateSeeds(stories, new Map(), { perType: 3, seed: 1, skip: new Set(['s1']) })).toEqual([])
  })
})
