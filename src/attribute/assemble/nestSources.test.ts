import { describe, expect, it } from 'vitest'
import type { FoundAttribution } from './foundAttribution.js'
import { nestSources } from './nestSources.js'

function createFound(
  cue: number,
  source: readonly number[],
  content: readonly number[],
  probability = 0.9,
): FoundAttribution {
  return {
    cue: { start: cue, end: cue + 1, probability },
    probability,
    source,
    content,
    sourceCertainty: 1,
    contentCertainty: 1,
  }
}

describe('nestSources', () => {
  // "Roe(0) said(1) the(2) keeper(3) told(4) him(5) “…”(6–9)"
  const outer = createFound(1, [0], [2, 3, 4, 5, 6, 7, 8, 9])

  it('cuts a source to the report that its cue stands in', () => {
    expect(nestSources([outer, createFound(4, [0, 1, 2, 3], [6, 7, 8, 9])])[1]!.source).toEqual([2, 3])
  })

  it('leaves a source where the other cue is unlikely or reports something else', () => {
    const inner = createFound(4, [0, 1, 2, 3], [6, 7, 8, 9])
    expect(nestSources([{ ...outer, probability: 0.2 }, inner])[1]).toBe(inner)
    expect(nestSources([createFound(1, [0], [2, 3]), inner])[1]).toBe(inner)
    expect(nestSources([])).toEqual([])
  })
})
