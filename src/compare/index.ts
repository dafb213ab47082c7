/** Lays a story's documents side by side: entities, origins, quotes, aligned claims, conflicts, silence, framing. Never says who is right. */
export type {
  ClaimRow,
  Conflict,
  ConflictKind,
  ConflictSide,
  Label,
  LayerRef,
  LoadedWord,
  Origin,
  Position,
  QuoteGroup,
  Silence,
  StoryEntity,
  TimelineEntry,
} from './findings.js'
export type { BriefLine, Comparison, RowSilence } from './comparison.js'
export { countIndependent, findOrigins } from './origins/findOrigins.js'
export { findPositions } from './positions/findPositions.js'
export { findTimeline } from './timeline/findTimeline.js'
export { findLabels } from './framing/findLabels.js'
export { linkEntities } from './entities/index.js'
export { findQuoteConflicts } from './quotes/findQuoteConflicts.js'
export { groupQuotes } from './quotes/groupQuotes.js'
export { findConflicts } from './conflict/index.js'
export { compareDocuments } from './compareDocuments.js'
export { alignClaims } from './align/alignClaims.js'
export { rankRows } from './importance/rankRows.js'
export { findSilences, type Silences } from './silence/findSilences.js'
export { findOmissions, type Omission } from './silence/findOmissions.js'
export { writeBrief } from './brief/writeBrief.js'
export { findLoadedWords } from './framing/findLoadedWords.js'
