import { describe, expect, it } from 'vitest'
import { dropRivals } from './dropRivals.js'
import type { FoundAttribution } from './foundAttribution.js'

function createFound(start: number, end: number, probability: number): FoundAttribution {
  const cue = { start, end, probability }
  return { cue, probability, source: [], content: [9], sourceCertainty: 0, contentCertainty: 1 }
}

const startsOf = (found: readonly FoundAttribution[]): readonly number[] => found.map(({ cue }) => cue.start)

describe('dropRivals', () => {
  it('keeps the likelier of two cues that share a word', () => {
    expect(startsOf(dropRivals([createFound(2, 4, 0.8), createFound(3, 4, 0.6)]))).toEqual([2])
    expect(startsOf(dropRivals([createFound(2, 4, 0.5), createFound(3, 4, 0.6)]))).toEqual([3])
  })

  it('keeps the outer two of three where the middle one is the least likely', () => {
    expect(startsOf(dropRivals([createFound(1, 3, 0.9), createFound(2, 5, 0.4), createFound(4, 6, 0.7)]))).toEqual([
      1, 4,
    ])
  })

  it('keeps cues side by side, and nothing of nothing', () => {
    expect(startsOf(dropRivals([createFound(1, 2, 0.1), createFound(2, 3, 0.9)]))).toEqual([1, 2])
    expect(dropRivals([])).toEqual([])
  })
})
