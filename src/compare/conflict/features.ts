import type { ConflictKind } from '../findings.js'
import type { Candidate } from './candidate.js'
import { CONTEXT_FEATURES, type ContextFeature } from './contextFeatures.js'
import { SLOT_FEATURES } from './matchSlots.js'

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
  ...SLOT_FEATURES,
  'matter',
  'vague',
  'ordinalsApart',
  'small',
  'clock',
  'gap',
  'daysShort',
  'daysLong',
  'reported',
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
] as const

/** Kinds that are decided alike: numbers, dates, who and where, turned clauses, other whole clauses, what is told of one entity. */
export type Family = 'number' | 'date' | 'part' | 'polarity' | 'whole' | 'entity'

export const FAMILIES: readonly Family[] = ['number', 'date', 'part', 'polarity', 'whole', 'entity']

/** The family whose model decides on a candidate. */
export function getFamily(candidate: Candidate): Family {
  if (candidate.kind === 'polarity') return 'polarity'
  if (candidate.features.whole === 1) return 'whole'
  if (candidate.kind === 'role' || candidate.kind === 'name') return 'entity'
  return candidate.kind === 'number' || candidate.kind === 'date' ? candidate.kind : 'part'
}

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
