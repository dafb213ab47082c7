import type { FoundAttribution } from './foundAttribution.js'

// 0.5: likelier a report than not.
const SURE = 0.5

/**
 * The attributions with sources cut to the report they stand in: in "Roe said the keeper told him “…”", what Roe says holds the cue "told",
 * so its speaker is in there too and "Roe said" is no part of him. Quadratic in the candidates that share a sentence.
 */
export function nestSources(found: readonly FoundAttribution[]): readonly FoundAttribution[] {
  return found.map((attribution, place) => {
    const { cue, source } = attribution
    if (source.length < 2) return attribution
    for (let i = place - 1; i >= 0 && found[i]!.cue.start > source[0]!; i--) {
      const outer = found[i]!
      if (outer.probability < SURE || outer.cue.start > cue.start || !source.includes(outer.cue.start)) continue
      const said = new Set(outer.content)
      const inner = said.has(cue.start) ? source.filter((token) => said.has(token)) : []
      if (inner.length > 0) return { ...attribution, source: inner }
    }
    return attribution
  })
}
