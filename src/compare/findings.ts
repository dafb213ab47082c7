import type { EntityType } from '../annotate/index.js'
import type { PositionKind } from '../claim/index.js'
import type { DocumentId, Evidence } from '../document/index.js'

/**
 * What comparing gives, as plain data.
 *
 * Documents are always in `story.documents` order (sorted by id). Ids are made from content (kind and evidence), never from
 * the order of the inputs. Every list of evidence is non-empty and sorted by document, then span.
 */
export interface StoryEntity {
  /** `e1`, `e2` … in order of falling mention count, then name. */
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  /** Which entity of which document it is: indexes in the documents' `entities` layers. */
  readonly members: readonly { readonly documentId: DocumentId; readonly entity: number }[]
  readonly mentions: readonly Evidence[]
  readonly roles: readonly { readonly text: string; readonly evidence: readonly Evidence[] }[]
}

/** Documents that are not independent witnesses, or a passage that several of them share. */
export interface Origin {
  readonly id: string
  readonly documents: readonly DocumentId[]
  readonly kind: 'wire' | 'copy' | 'shared-passage' | 'own'
  /** Why they were merged, in words, with the figures it rests on. */
  readonly reason: string
  /** Empty only for `own`, where there is nothing to point at. */
  readonly evidence: readonly Evidence[]
}

/** Points at one item of a layer of one document: `documents[id].layers.claims[index]`, `….attributions[index]`. */
export interface LayerRef {
  readonly documentId: DocumentId
  readonly index: number
}

/** One utterance as several accounts give it, or as one account gives it alone. */
export interface QuoteGroup {
  readonly id: string
  /** Members in document order, then reading order; refer to `attributions`. */
  readonly members: readonly LayerRef[]
  /**
   * Word-level collation (after CollateX): one row per member, all rows of equal length, `null` a gap.
   * Cells hold the words as the account prints them.
   */
  readonly variants: readonly (readonly (Evidence | null)[])[]
  readonly difference: 'none' | 'typography' | 'cut' | 'wording' | 'attribution'
}

/** One row of the alignment: one matter, one cell per document of the story, `null` where it is silent. */
export interface ClaimRow {
  readonly id: string
  /** One cell per document in `story.documents` order: indexes in that document's `claims`, best telling first. */
  readonly cells: readonly (readonly number[] | null)[]
  /** [0, 1], for ordering. */
  readonly importance: number
}

export type ConflictKind =
  | 'date'
  | 'number'
  | 'place'
  | 'participants'
  | 'role'
  | 'name'
  | 'sequence'
  | 'outcome'
  | 'format'
  | 'polarity'
  | 'attribution'
  | 'quote-wording'
  | 'cause'
  | 'other'

export interface ConflictSide {
  /** The differing value in the account's own words. */
  readonly value: string
  readonly documents: readonly DocumentId[]
  readonly evidence: readonly Evidence[]
}

export interface Conflict {
  readonly id: string
  readonly kind: ConflictKind
  readonly strength: 'contradiction' | 'tension'
  readonly nature: 'conflict' | 'update' | 'estimates' | 'rounding'
  /** What the sides disagree about, in words of the accounts. */
  readonly subject: string
  /** At least two, differing in value. */
  readonly sides: readonly ConflictSide[]
  /** The document that contradicts itself; null where accounts differ. */
  readonly within: DocumentId | null
  readonly rule: { readonly id: string; readonly inputs: Readonly<Record<string, string | number | boolean | null>> }
  readonly probability: number
}

/** Why an account is silent on a claim. */
export type Silence = 'notSaid' | 'notYetKnown' | 'notRead'

export interface TimelineEntry {
  readonly when: { readonly start: string; readonly end: string; readonly precision: string; readonly text: string }
  /** The clause that tells it, in an account's own words (the first evidence). */
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** True where accounts give this step different dates. */
  readonly disputed: boolean
}

export interface Position {
  /** Id of the story entity. */
  readonly actor: string
  /** What it is about, in the account's words. */
  readonly matter: string
  readonly kind: PositionKind
  /** The condition in the account's words, and where it stands; null where none is told. */
  readonly condition: { readonly text: string; readonly evidence: readonly Evidence[] } | null
  /** Ids of the story entities by whose word it is told; empty where an account tells it in its own voice. */
  readonly reportedBy: readonly string[]
  /** One span for each telling; the first is the one whose words are the matter. */
  readonly evidence: readonly Evidence[]
}

/** How an account names an entity. Labels by `reporter` are the outlet's own voice. */
export interface Label {
  readonly entity: string
  readonly documentId: DocumentId
  readonly text: string
  readonly voice: 'reporter' | 'attributed'
  readonly evidence: readonly Evidence[]
}

export interface LoadedWord {
  readonly documentId: DocumentId
  readonly evidence: readonly Evidence[]
  readonly probability: number
  readonly about: string | null
}
