import { type CueCandidate, findCues } from '../cue/findCues.js'
import type { Children } from '../cue/cueFeatures.js'
import { type Crf, createFeatureBuffer } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import { addKeepFeatures, scoreKeep } from './keepFeatures.js'
import { createTokenScores, findRoles, type Roles } from '../role/findRoles.js'
import { findSubject } from '../role/findSubject.js'

/** A cue with its source and content, and the probability that somebody does report something here. */
export interface FoundAttribution extends Roles {
  readonly cue: CueCandidate
  readonly probability: number
}

// 0.1: below, hardly any candidate is kept in the end, and each costs as much as a good one.
export const LEAST_CUE = 0.1

// 0.5: a subject that the parser gives is a source as often as not, by what the keeping model makes of it.
const PARSED = 0.5

/** Every possible attribution of a document, in order of the cues; probability 0 where no content was found. */
export function findAttributions(
  reading: Reading,
  children: Children,
  models: { readonly cue: Crf; readonly role: Crf; readonly keep: Crf },
): readonly FoundAttribution[] {
  const cache = createTokenScores(reading.size)
  const buffer = createFeatureBuffer()
  return findCues(reading, children, models.cue, LEAST_CUE).map((cue): FoundAttribution => {
    const tagged = findRoles(reading, children, models.role, cue, cache)
    if (tagged.content.length === 0) return { ...tagged, cue, probability: 0 }
    const source = tagged.source.length > 0 ? tagged.source : findSubject(reading, children, cue, tagged.content)
    const roles = {
      ...tagged,
      source,
      sourceCertainty: tagged.source.length > 0 || source.length === 0 ? tagged.sourceCertainty : PARSED,
    }
    buffer.size = 0
    addKeepFeatures(reading, cue, roles, buffer)
    return { ...roles, cue, probability: scoreKeep(models.keep, buffer) }
  })
}
