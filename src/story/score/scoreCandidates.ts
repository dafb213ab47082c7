import { dot } from '../reading/vector.js'
import { describePair, type Reading, type StoryReading } from './features.js'

export interface Described<Key> {
  readonly story: Key
  readonly values: Float64Array
}

// 12 stories described in full: the right one is almost always among the first three.
const MOST_DESCRIBED = 12

/** The figures of an account with each of the likeliest of its candidates, likeliest first; linear in the candidates. */
export function describeCandidates<Key>(
  reading: Reading,
  candidates: readonly Key[],
  readingOf: (key: Key) => StoryReading,
): readonly Described<Key>[] {
  const likely = candidates
    .map((story) => {
      const { views } = readingOf(story)
      const body = dot(reading.views.body, views.body)
      const lead = dot(reading.views.lead, views.lead)
      const pairs = dot(reading.views.pairs, views.pairs)
      return { story, body, lead, pairs, sum: body + lead + pairs }
    })
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST_DESCRIBED)
  return likely.map((candidate) => {
    const others = likely.filter((other) => other !== candidate)
    const best = (figure: 'body' | 'lead' | 'pairs'): number => Math.max(0, ...others.map((other) => other[figure]))
    const rivals = { body: best('body'), lead: best('lead'), pairs: best('pairs') }
    return { story: candidate.story, values: describePair(reading, readingOf(candidate.story), rivals) }
  })
}
