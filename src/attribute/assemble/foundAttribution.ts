import { type CueCandidate, findCues } from '../cue/findCues.js'
import type { Children } from '../cue/cueFeatures.js'
import type { Crf } from '../model/crf.js'
import { type LogisticWeights, scoreLogistic } from '../model/logistic.js'
import type { Reading } from '../reading/reading.js'
import { createTokenScores, findRoles, type Roles } from '../role/findRoles.js'

/** A cue with its source and content, and the probability that somebody does report something here. */
export interface FoundAttribution extends Roles {
  readonly cue: CueCandidate
  readonly probability: number
}

// 0.06: below, one candidate in thirty is kept in the end; above, recall falls.
const LEAST_CUE = 0.06

/** Every possible attribution of a document, in order of the cues; probability 0 where no content was found. */
export function findAttributions(
  reading: Reading,
  children: Children,
  models: { readonly cue: Crf; readonly role: Crf; readonly keep: LogisticWeights },
): readonly FoundAttribution[] {
  const cache = createTokenScores(reading.size)
  return findCues(reading, children, models.cue, LEAST_CUE).map((cue): FoundAttribution => {
    const roles = findRoles(reading, children, models.role, cue, cache)
    const empty = roles.content.length === 0
    return { ...roles, cue, probability: empty ? 0 : scoreLogistic(models.keep, readKeepFeatures(reading, cue, roles)) }
  })
}

/** What the decision to keep a candidate rests on. */
export function readKeepFeatures(reading: Reading, cue: CueCandidate, roles: Roles): Readonly<Record<string, number>> {
  const { quotation } = reading
  const quoted = roles.content.filter((i) => quotation[i]! >= 0).length / Math.max(1, roles.content.length)
  const p = Math.min(0.999, Math.max(0.001, cue.probability))
  const inside = quotation[cue.start]! >= 0 ? 1 : 0
  return {
    bias: 1,
    cue: Math.log(p / (1 - p)),
    content: roles.contentCertainty,
    source: roles.sourceCertainty,
    noSource: roles.source.length === 0 ? 1 : 0,
    words: Math.log(1 + roles.content.length),
    short: roles.content.length <= 2 ? 1 : 0,
    quoted: inside === 1 ? 0 : quoted,
    inside,
  }
}
