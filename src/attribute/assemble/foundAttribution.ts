import { type CueCandidate, findCues } from '../cue/findCues.js'
import type { Children } from '../cue/cueFeatures.js'
import { type Crf, createFeatureBuffer } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import { addKeepFeatures, scoreKeep } from './keepFeatures.js'
import { createTokenScores, findRoles, type Roles } from '../role/findRoles.js'

/** A cue with its source and content, and the probability that somebody does report something here. */
export interface FoundAttribution extends Roles {
  readonly cue: CueCandidate
  readonly probability: number
}

// 0.1: below, hardly any candidate is kept in the end, and each costs as much as a good one.
export const LEAST_CUE = 0.1

/** Every possible attribution of a document, in order of the cues; probability 0 where no content was found. */
export function findAttributions(
  reading: Reading,
  children: Children,
  models: { readonly cue: Crf; readonly role: Crf; readonly keep: Crf },
): readonly FoundAttribution[] {
  const cache = createTokenScores(reading.size)
  const buffer = createFeatureBuffer()
  return findCues(reading, children, models.cue, LEAST_CUE).map((cue): FoundAttribution => {
    const roles = findRoles(reading, children, models.role, cue, cache)
    if (roles.content.length === 0) return { ...roles, cue, probability: 0 }
    buffer.size = 0
    addKeepFeatures(reading, cue, roles, buffer)
    return { ...roles, cue, probability: scoreKeep(models.keep, buffer) }
  })
}
