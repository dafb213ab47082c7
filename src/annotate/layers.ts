import type { Span } from '../text/index.js'

/** Universal part-of-speech tags, version 2. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/**
 * One token; gaps between tokens hold white space only, so tokens and gaps rebuild the text.
 *
 * Clitics are tokens of their own, as in UD: `do|n't`, `Putin|’s`, `we|’re`.
 */
export interface Token extends Span {
  /** Lower case, straight apostrophes and hyphens, folded width; for matching only, never shown. */
  readonly norm: string
  readonly pos: Upos
  /** Penn Treebank tag (VBD, NNP …): tells tense and number. */
  readonly tag: string
  readonly lemma: string
  /** Index of the syntactic head in the document's tokens; -1 for the root of a sentence. */
  readonly head: number
  /** Universal Dependencies relation to the head (`nsubj`, `obl:tmod` …); `root` where head is -1. */
  readonly relation: string
  /** Index of the sentence in the document's sentences. */
  readonly sentence: number
}

/** One sentence, from its first token's start to its last token's end. */
export interface Sentence extends Span {
  /** Tokens `[firstToken, endToken)` of the document. */
  readonly firstToken: number
  readonly endToken: number
  /** Index of the paragraph: runs of text parted by a line feed. */
  readonly paragraph: number
  /** `furniture`: what a page puts around the article, its captions, corrections and rights. */
  readonly kind: 'text' | 'heading' | 'list' | 'dateline' | 'furniture'
}

export type EntityType = 'person' | 'organization' | 'place' | 'group' | 'facility' | 'product' | 'event' | 'other'

/** One place in a text that means an entity: a name, a description ("the senator") or a pronoun. */
export interface Mention extends Span {
  readonly type: EntityType
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** Index of the syntactic head token in the document's tokens. */
  readonly token: number
  /** Index in the document's `entities` layer; -1 where it could not be resolved. */
  readonly entity: number
  /** For groups ("both leaders", "the two men"): the members' indexes; empty otherwise. */
  readonly members: readonly number[]
  readonly probability: number
}

/** A role as the account words it: "Secretary of State", "the Arizona senator". */
export interface Role extends Span {
  readonly text: string
}

/** One person, body, place or other thing as one account speaks of it. */
export interface Entity {
  readonly type: EntityType
  /** The fullest name used in this account, as worded there (nicknames and titles left off). */
  readonly name: string
  /** Every other name or description that names it here, in reading order, without duplicates; pronouns left out. */
  readonly aliases: readonly string[]
  /** Indexes in the document's `mentions` layer, ascending. */
  readonly mentions: readonly number[]
  readonly roles: readonly Role[]
  readonly gender: 'feminine' | 'masculine' | 'neutral' | 'unknown'
  readonly number: 'singular' | 'plural'
}

/** A date, time, duration or frequency, and what it comes to. */
export interface Time extends Span {
  readonly type: 'date' | 'time' | 'duration' | 'set'
  /** TIMEX3 value, e.g. `2025-08-15`, `2025-08`, `P5Y`, `2025-08-15T17:00`; null where it could not be resolved. */
  readonly value: string | null
  /** First and last day covered, ISO 8601 dates, both inclusive; null for durations and what is unanchored. */
  readonly range: { readonly start: string; readonly end: string } | null
  readonly precision:
    | 'minute'
    | 'hour'
    | 'part-of-day'
    | 'day'
    | 'week'
    | 'month'
    | 'season'
    | 'quarter'
    | 'year'
    | 'decade'
    | 'century'
    | 'vague'
  /** False where the publication date would have been needed and is unknown. */
  readonly anchored: boolean
  readonly approximation: Approximation
}

export type Approximation = 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'vague'

/** A number in the text with its unit and what it counts. */
export interface Quantity extends Span {
  readonly kind: 'count' | 'money' | 'percent' | 'measure' | 'ordinal' | 'age' | 'ratio' | 'score' | 'identifier'
  /** Lower and upper bound; equal for a plain number. "dozens" is [24, 99] with approximation `vague`. */
  readonly low: number
  readonly high: number
  /** Normal unit: `USD`, `%`, `km`, `hour`, `person`; '' for plain counts. */
  readonly unit: string
  /** The words that say what is counted ("people killed"), and their span; null where nothing is counted. */
  readonly counted: { readonly text: string; readonly span: Span; readonly head: string } | null
  readonly approximation: Approximation
}

export type FrameRole =
  | 'agent'
  | 'patient'
  | 'recipient'
  | 'attribute'
  | 'place'
  | 'time'
  | 'manner'
  | 'cause'
  | 'purpose'
  | 'source'
  | 'other'

/** One participant of an event, by the noun phrase that names it. */
export interface Participant extends Span {
  readonly role: FrameRole
  /** Index of the phrase's head token. */
  readonly token: number
  /** Index in the document's `entities`; -1 where none. */
  readonly entity: number
  /** The preposition or marker that joins it, lower case ('' for subjects and objects). */
  readonly marker: string
}

/** A predicate with who did what to whom, where, when; the ground claims stand on. */
export interface Frame extends Span {
  /** Index of the predicate's token (verb, or the noun/adjective of a copula). */
  readonly predicate: number
  readonly lemma: string
  readonly negated: boolean
  /** `asserted`, or what weakens it: may, will, wants to, would have … */
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
  readonly passive: boolean
  readonly participants: readonly Participant[]
  /** Indexes in `times` and `quantities` that stand inside this frame's own clause. */
  readonly times: readonly number[]
  readonly quantities: readonly number[]
  /** Index of the frame that embeds this one (report verbs, conditions); -1 where none. */
  readonly parent: number
}

declare module '../document/document.js' {
  interface Layers {
    tokens: readonly Token[]
    sentences: readonly Sentence[]
    mentions: readonly Mention[]
    entities: readonly Entity[]
    times: readonly Time[]
    quantities: readonly Quantity[]
    frames: readonly Frame[]
  }
}
