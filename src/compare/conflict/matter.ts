import type { ContextFeature } from './contextFeatures.js'
import { SLOT_FEATURES, type SlotMatch } from './matchSlots.js'

// Features of the clauses that do not see the values: none of rows or equal numbers, which the values themselves make.
const CONTEXT: readonly ContextFeature[] = [
  'similarity',
  'contextSimilarity',
  'vectorSimilarity',
  'entitiesShared',
  'entityOverlap',
  'entitiesApart',
  'predicateSame',
  'predicateSimilarity',
  'negationMismatch',
  'modalityMismatch',
  'tenseMismatch',
  'speakerSame',
  'speakerDiffers',
  'voiceMismatch',
  'agentSame',
  'agentDiffers',
  'patientSame',
  'patientDiffers',
  'positionGap',
  'leadBoth',
  'sameAccount',
  'lengthShort',
  'lengthLong',
  'coverage',
  'coverageBack',
]

/** Names of the features by which it is told whether two values stand for the same measure of the same thing. */
export const MATTER_FEATURES: readonly string[] = [...CONTEXT, ...SLOT_FEATURES]

/**
 * What tells whether two values are of one matter, whatever they come to.
 *
 * The model over these is trained on values that two accounts tell alike against values that differ: where equal values are
 * likely and these differ, there is something to show.
 */
export function getMatterFeatures(
  match: Pick<SlotMatch, 'features'>,
  context: Readonly<Record<ContextFeature, number>>,
): readonly number[] {
  return [...CONTEXT.map((name) => context[name]), ...SLOT_FEATURES.map((name) => match.features[name])]
}
