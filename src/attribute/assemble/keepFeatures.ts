import type { CueCandidate } from '../cue/findCues.js'
import { addFeature, type Crf, type FeatureBuffer } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import type { Roles } from '../role/findRoles.js'
import { viewCue } from '../role/roleFeatures.js'

/** Tags of the keeping model: no attribution, attribution. */
export const KEEP_TAGS = 2

const NONE = 0x7ffffff1

/**
 * Features of a candidate with what was found around it, for telling whether somebody reports something here.
 *
 * How sure the two taggers were, in steps; the cue's words; the source's and content's first words, their sides and lengths.
 */
export function addKeepFeatures(reading: Reading, cue: CueCandidate, roles: Roles, out: FeatureBuffer): void {
  const { lemma, tag, cluster, pos, word, who, mention, quotation, relation } = reading
  const { source, content } = roles
  const view = viewCue(reading, cue)
  const main = view.main
  const p = Math.min(0.998, Math.max(0.002, cue.probability))
  const sure = Math.round(2 * Math.log(p / (1 - p)))
  const contentSure = Math.round(roles.contentCertainty * 12)
  const sourceSure = source.length === 0 ? 13 : Math.round(roles.sourceCertainty * 12)
  const quoted = Math.round((4 * content.filter((i) => quotation[i]! >= 0).length) / Math.max(1, content.length))
  const quotedOutside = view.inside === 1 ? 5 : quoted
  const long = Math.min(5, Math.round(Math.log2(1 + content.length)))
  const first = content[0] ?? -1
  const last = content[content.length - 1] ?? -1
  const head = source[source.length - 1] ?? -1
  const sides = (first < 0 ? 2 : first < cue.start ? 0 : 1) * 4 + (head < 0 ? 2 : head < cue.start ? 0 : 1)
  const of = (values: ArrayLike<number>, i: number): number => (i < 0 ? NONE : values[i]!)
  addFeature(out, 200, 1)
  addFeature(out, 201, sure)
  addFeature(out, 202, contentSure)
  addFeature(out, 203, sourceSure)
  addFeature(out, 204, sure, contentSure)
  addFeature(out, 205, sure, sourceSure)
  addFeature(out, 206, contentSure, sourceSure, quotedOutside)
  addFeature(out, 207, long, quotedOutside)
  addFeature(out, 208, sides, quotedOutside)
  addFeature(out, 209, lemma[main]!)
  addFeature(out, 210, lemma[main]!, sides)
  addFeature(out, 211, lemma[main]!, of(word, first))
  addFeature(out, 212, cluster[main]!, of(tag, first))
  addFeature(out, 213, cluster[main]!, sides, view.passive)
  addFeature(out, 214, tag[main]!, sides, view.passive)
  addFeature(out, 215, of(word, first))
  addFeature(out, 216, of(tag, first), of(tag, last))
  addFeature(out, 217, of(word, head))
  addFeature(out, 218, of(pos, head), of(who, head), of(mention, head))
  addFeature(out, 219, Math.min(4, cue.end - cue.start), tag[main]!)
  addFeature(out, 220, word[cue.start]!, word[cue.end - 1]!)
  addFeature(out, 221, view.inside, view.leftQuote * 2 + view.rightQuote, quotedOutside)
  addFeature(out, 222, view.firstAfter, tag[main]!)
  addFeature(out, 223, relation[main]!, tag[main]!)
  addFeature(out, 224, lemma[main]!, sure > 0 ? 1 : 0, contentSure > 8 ? 1 : 0)
  addFeature(out, 225, last < 0 ? NONE : Math.min(6, Math.abs(first - cue.end)), sides)
}

/** Probability that a candidate is an attribution, from its features. */
export function scoreKeep(crf: Crf, features: FeatureBuffer): number {
  let difference = crf.transitions[KEEP_TAGS * KEEP_TAGS + 1]! - crf.transitions[KEEP_TAGS * KEEP_TAGS]!
  for (let i = 0; i < features.size; i++) {
    const row = (features.ids[i]! & crf.mask) * KEEP_TAGS
    difference += (crf.weights[row + 1]! - crf.weights[row]!) * crf.scale
  }
  return 1 / (1 + Math.exp(-difference))
}
