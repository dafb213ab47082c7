import type { Document, DocumentId, Evidence } from '../document/index.js'
import type {
  ClaimRow,
  Conflict,
  Label,
  LoadedWord,
  Origin,
  Position,
  QuoteGroup,
  Silence,
  StoryEntity,
  TimelineEntry,
} from './findings.js'

/** A row's silent accounts and why; accounts that tell it are not in the list. */
export interface RowSilence {
  readonly row: string
  readonly silent: readonly { readonly documentId: DocumentId; readonly why: Silence }[]
}

/** One line of the brief: words of an account, the rows it tells, the conflicts that touch it. */
export interface BriefLine {
  /** The words shown; more evidence of the same rows may follow in the claims. */
  readonly evidence: Evidence
  readonly rows: readonly string[]
  readonly conflicts: readonly string[]
}

/** All that comparing a story's documents gives; the dossier is written from it. */
export interface Comparison {
  /** In the order of their ids. */
  readonly documents: readonly Document[]
  readonly entities: readonly StoryEntity[]
  readonly origins: readonly Origin[]
  readonly quoteGroups: readonly QuoteGroup[]
  readonly rows: readonly ClaimRow[]
  readonly conflicts: readonly Conflict[]
  readonly silences: readonly RowSilence[]
  /** True when the list of silences was cut to its most important rows. */
  readonly silencesCapped: boolean
  readonly omissions: readonly { readonly row: string; readonly documentId: DocumentId; readonly why: Silence }[]
  readonly brief: readonly BriefLine[]
  readonly timeline: readonly TimelineEntry[]
  readonly positions: readonly Position[]
  readonly labels: readonly Label[]
  readonly loaded: readonly LoadedWord[]
}
