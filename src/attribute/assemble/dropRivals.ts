import type { FoundAttribution } from './foundAttribution.js'

/**
 * The attributions without those whose cue shares a word with the cue of a likelier one: "repeatedly says" and "says" are two readings
 * of one cue. The order stays; of equals the first stays. Cues ascend by their start.
 */
export function dropRivals(found: readonly FoundAttribution[]): readonly FoundAttribution[] {
  const dropped = new Set<number>()
  const order = found.map((_, i) => i).sort((a, b) => found[b]!.probability - found[a]!.probability || a - b)
  for (const place of order) {
    if (dropped.has(place)) continue
    const { cue } = found[place]!
    for (let i = place - 1; i >= 0 && i >= place - REACH; i--) if (found[i]!.cue.end > cue.start) dropped.add(i)
    for (let i = place + 1; i < found.length && found[i]!.cue.start < cue.end; i++) dropped.add(i)
  }
  return found.filter((_, place) => !dropped.has(place))
}

// 12 candidates: no cue of the corpus starts more than twelve words before it ends.
const REACH = 12
