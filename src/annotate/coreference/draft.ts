import type { EntityType, Mention, Sentence, Token } from '../layers.js'
import type { Arguments } from './clauses.js'
import type { Phrase } from './findPhrases.js'
import type { GrammaticalRole } from './grammar.js'
import type { NameParts } from './nameParts.js'
import type { PronounKind } from './pronouns.js'

/** A mention while it is being resolved. */
export interface DraftMention {
  readonly start: number
  readonly end: number
  /** Head token. */
  readonly token: number
  readonly firstToken: number
  readonly endToken: number
  readonly sentence: number
  readonly type: EntityType
  readonly form: Mention['form']
  /** Of names. */
  readonly parts: NameParts | null
  /** Of pronouns. */
  readonly pronoun: PronounKind | null
  /** Of descriptions. */
  readonly phrase: Phrase | null
  readonly gender: 'feminine' | 'masculine' | null
  /** Number of the entity it belongs to; -1 until resolved. */
  entity: number
  probability: number
  /** Set when first asked for. */
  role?: GrammaticalRole
  members: readonly number[]
}

/** What every step of resolving reads. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Number of the quotation each token stands in; 0 outside. */
  readonly quotes: Int32Array
  /** For every sentence, how many up to it are not wholly quoted: a long quotation is no distance for who said it. */
  readonly told: Int32Array
  /** Subjects and objects by the parse. */
  readonly arguments: Arguments
  /** Share of feminine ones among the pronouns for one person; 0.5 where there are none. */
  readonly feminineShare: number
}

/** A role or a description by its words, all folded. */
export interface RoleWords {
  /** Its noun, singular: `senator`. */
  readonly noun: string
  /** The other words that say which one: modifiers and complements. */
  readonly words: readonly string[]
  /** Those of `words` that are names, of countries left out: another name is another holder. */
  readonly names: readonly string[]
  readonly former: boolean
}

/** What is known of an entity while the account is read from the front; counts and places move on with the reading. */
export interface EntityState {
  type: EntityType
  gender: 'feminine' | 'masculine' | 'neutral' | 'unknown'
  /** What a bare name or a doubtful pronoun suggests where `gender` is unknown. */
  leaning: 'feminine' | 'masculine' | null
  /** What the letters of an unknown given name suggest. */
  readonly ending: 'feminine' | 'masculine' | null
  plural: boolean
  /** True where a name is among its mentions anywhere in the account. */
  readonly named: boolean
  /** False for things that only stand in for other antecedents and are dropped in the end. */
  readonly kept: boolean
  /** Nouns that say what it is, singular, each with the other words of the role. */
  readonly roles: RoleWords[]
  /** Folded words of its names. */
  readonly nameWords: ReadonlySet<string>
  /** Numbers of the entities it is made of ("both leaders"); empty for all but groups. */
  readonly members: readonly number[]
  /** Tokens of its names in the whole account, ascending. */
  readonly nameTokens: readonly number[]
  /** Place among the people by falling number of names; -1 for all others. */
  prominence: number
  /** Mentions so far. */
  count: number
  /** The mention read last; null before the first. */
  last: DraftMention | null
  first: DraftMention | null
  /** The last mention that was a subject. */
  subject: DraftMention | null
}

/** Index of the first token that ends after `offset`; `tokens.length` where none does. Binary search. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
