import type { FrameRole } from '../annotate/index.js'
import type { Span } from '../text/index.js'
import type { PositionKind } from './positions/positionVerbs.js'

/** A participant of a claim, compact enough to outlive the tokens. */
export interface ClaimParticipant extends Span {
  readonly role: FrameRole
  /** Index in the document's `entities`; -1 where none. */
  readonly entity: number
  /** Lemma of the head noun. */
  readonly head: string
  readonly marker: string
}

/**
 * One checkable assertion: a clause of an account, in the outlet's voice or attributed.
 *
 * Holds all that comparing needs, since the tokens of a document are let go once its claims are found.
 */
export interface Claim extends Span {
  /** Index of the sentence, for context. */
  readonly sentence: number
  readonly voice: 'reporter' | 'attributed'
  /** Index in the document's `attributions`; -1 in the reporter's voice. */
  readonly attribution: number
  readonly predicate: { readonly lemma: string; readonly span: Span }
  readonly negated: boolean
  readonly modality:
    | 'asserted'
    | 'possible'
    | 'future'
    | 'desired'
    | 'required'
    | 'conditional'
    | 'counterfactual'
    | 'question'
    | 'imperative'
  readonly tense: 'past' | 'present' | 'future' | 'none'
  readonly background: boolean
  readonly participants: readonly ClaimParticipant[]
  /** Indexes in the document's `times`, `quantities`, `entities`. */
  readonly times: readonly number[]
  readonly quantities: readonly number[]
  readonly entities: readonly number[]
  /** Content words as lemmas with their spans, in order; names, numbers and stop words included where they carry content. */
  readonly terms: readonly {
    readonly lemma: string
    readonly start: number
    readonly end: number
    readonly pos: string
  }[]
}

/** What a number or a time hangs on in its sentence, compact enough to outlive the tokens. */
export interface Anchor {
  readonly of: 'time' | 'quantity'
  /** Index in the document's `times` or `quantities`. */
  readonly index: number
  /** Lemma of the verb it belongs to; '' where there is none above it. */
  readonly verb: string
  /** Lemmas of the nouns between the value and that verb, from the value up: "48-page indictment" gives page, indictment. */
  readonly nouns: readonly string[]
  readonly negated: boolean
  readonly modality: Claim['modality']
  readonly tense: Claim['tense']
  /** Who takes part in the verb's event beside the value itself: entity (-1 where none) and lemma of the head noun. */
  readonly parts: readonly { readonly role: FrameRole; readonly entity: number; readonly head: string }[]
}

/** A stand somebody takes: what they want, offer, refuse, warn of, promise, agree to, deny or ask for. */
export interface Stand extends Span {
  readonly kind: PositionKind
  /** Index in the document's `entities`. */
  readonly actor: number
  /** The words that tell what it is about. */
  readonly matter: Span
  /** The condition it is bound to ("if …", "unless …"); null where none is told. */
  readonly condition: Span | null
  /** Index of the attribution in which it is told; -1 in the outlet's own voice. */
  readonly attribution: number
}

declare module '../document/document.js' {
  interface Layers {
    claims: readonly Claim[]
    anchors: readonly Anchor[]
    stands: readonly Stand[]
  }
}
