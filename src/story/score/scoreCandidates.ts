import { dot } from '../reading/vector.js'
import { describePair, type Reading, type StoryReading, sharedRuns } from './features.js'
import { findOwnTerms } from './ownTerms.js'

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
    .map((key) => {
      const story = readingOf(key)
      const [body, lead, pairs] = (['body', 'lead', 'pairs'] as const).map((view) =>
        dot(reading.views[view], story.views[view]),
      ) as [number, number, number]
      return { key, story, body, lead, pairs, sum: body + lead + pairs }
    })
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST_DESCRIBED)
  const own = findOwnTerms(
    reading.views,
    likely.map(({ story }) => story.views),
  )
  const all = likely.map((candidate, i) => ({
    ...candidate,
    title: dot(reading.views.title, candidate.story.views.title),
    runs: sharedRuns(reading, candidate.story),
    own: own[i]!,
  }))
  return all.map((candidate) => {
    const others = all.filter((other) => other !== candidate)
    const best = (figure: (other: (typeof all)[number]) => number): number => Math.max(0, ...others.map(figure))
    const rivals = {
      body: best(({ body }) => body),
      lead: best(({ lead }) => lead),
      pairs: best(({ pairs }) => pairs),
      title: best(({ title }) => title),
      runs: best(({ runs }) => runs),
      own: {
        body: best((other) => other.own.body),
        lead: best((other) => other.own.lead),
        names: best((other) => other.own.names),
        title: best((other) => other.own.title),
      },
    }
    return { story: candidate.key, values: describePair(reading, candidate.story, candidate, rivals) }
  })
}
