import type { Span } from '../text/index.js'

/**
 * Who says what: source, cue and content.
 *
 * `direct`: at least a full clause is quoted; `mixed`: quoted words are woven into the reporter's sentence;
 * `indirect`: nothing is quoted. Content spans of direct and mixed attributions leave the quotation marks out.
 */
export interface Attribution extends Span {
  /** `start`/`end` cover everything from the first to the last of content, cue and source. */
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** The words said; several where the reporter interrupts one continuous utterance. Never empty. */
  readonly content: readonly Span[]
  /** The reporting words; empty where none stand beside the content. */
  readonly cue: readonly Span[]
  /** The words that name the source; empty where absent. */
  readonly source: readonly Span[]
  /** Lemma of the reporting verb or noun (`say`, `accuse`, `according to`); null without a cue. */
  readonly cueLemma: string | null
  readonly speaker: {
    /** Indexes in the document's `entities` layer: several for joint speakers, empty for the unnamed. */
    readonly entities: readonly number[]
    /** Name of the entity, or the text's own words for an unnamed source; null where nobody is named. */
    readonly name: string | null
  }
  /** Whom it was said to, in the text's words ("told Fox News"). */
  readonly addressee: Span | null
  /** Index in `times` of when it was said; -1 where the text does not tell. */
  readonly when: number
  readonly probability: number
}

declare module '../document/document.js' {
  interface Layers {
    attributions: readonly Attribution[]
  }
}
