import type { EntityType, Mention, Sentence, Token } from '../layers.js'
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
  readonly parts: NameParts | null
  readonly pronoun: PronounKind | null
  readonly gender: 'feminine' | 'masculine' | null
  /** Number of the entity it belongs to; -1 until resolved. */
  entity: number
  probability: number
  members: readonly number[]
}

/** What every step of resolving reads. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Number of the quotation each token stands in; 0 outside. */
  readonly quotes: Int32Array
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
