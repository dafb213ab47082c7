import type { ConflictKind } from '../findings.js'
import type { Candidate } from './candidate.js'
import { CONTEXT_FEATURES, type ContextFeature } from './contextFeatures.js'

const KINDS: readonly ConflictKind[] = [
  'number',
  'date',
  'place',
  'participants',
  'role',
  'name',
  'polarity',
  'outcome',
  'attribution',
  'other',
]

const OWN_FEATURES = [
  'ratio',
  'relationPrecision',
  'relationRounding',
  'relationRange',
  'relationDiffer',
  'relationContains',
  'hedges',
  'hedgeDiffers',
  'kindCount',
  'kindMoney',
  'kindPercent',
  'kindMeasure',
  'kindOther',
  'duration',
  'countedSame',
  'countedKin',
  'countedOverlap',
  'countedKnown',
  'near',
  'margin',
  'manyValues',
  'small',
  'clock',
  'gap',
  'precisionSame',
  'daysShort',
  'daysLong',
  'reported',
  'marker',
  'roleSame',
  'restShared',
  'whole',
  'roleOther',
  'offices',
  'shifted',
  'wordsShort',
  'wordsLong',
  'mentions',
  'told',
  'within',
  'nameGiven',
  'person',
  'agreedMost',
  'agreedLeast',
  'behind',
  'againstPair',
  'forPair',
] as const

/** Names of all features in the order the decision model reads them. */
export const FEATURES: readonly string[] = [...KINDS.map((kind) => `is ${kind}`), ...CONTEXT_FEATURES, ...OWN_FEATURES]

/** A candidate as the numbers the decision model reads; `context` is null for names and roles. */
export function getFeatures(
  candidate: Candidate,
  context: Readonly<Record<ContextFeature, number>> | null,
): readonly number[] {
  return [
    ...KINDS.map((kind) => Number(candidate.kind === kind)),
    ...CONTEXT_FEATURES.map((name) => context?.[name] ?? 0),
    ...OWN_FEATURES.map((name) => candidate.features[name] ?? 0),
  ]
}
