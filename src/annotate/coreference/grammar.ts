import type { Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'

/** What a mention does in its clause. */
export type GrammaticalRole =
  | 'subject'
  | 'object'
  | 'oblique'
  | 'possessive'
  | 'appositive'
  | 'modifier'
  | 'predicate'
  | 'other'

/**
 * A mention's role by the parse; a conjunct has that of the first. Where there is no parse, by position: before the first
 * verb a subject, after a preposition an oblique, before 's a possessive.
 */
export function grammaticalRole(reading: Reading, mention: DraftMention): GrammaticalRole {
  mention.role ??= findRole(reading, mention)
  return mention.role
}

function findRole(reading: Reading, mention: DraftMention): GrammaticalRole {
  const { tokens } = reading
  let token = tokens[mention.token] as Token
  if (isUnparsed(token)) return roleByPosition(reading, mention)
  for (let steps = 0; steps < 4 && token.head >= 0 && isTransparent(token.relation); steps++) {
    token = tokens[token.head] as Token
  }
  return roleOfRelation(token.relation)
}

/** Before a parse is there, tokens hang on the first of their sentence as `dep`. */
export function isUnparsed(token: Token): boolean {
  return token.relation === '' || token.relation === 'dep'
}

function isTransparent(relation: string): boolean {
  return relation === 'conj' || relation === 'flat' || relation === 'flat:name' || relation === 'compound'
}

function roleOfRelation(relation: string): GrammaticalRole {
  const colon = relation.indexOf(':')
  switch (relation) {
    case 'nmod:poss':
      return 'possessive'
    case 'obl:agent':
      return 'subject'
  }
  switch (colon < 0 ? relation : relation.slice(0, colon)) {
    case 'nsubj':
    case 'csubj':
      return 'subject'
    case 'obj':
    case 'iobj':
      return 'object'
    case 'obl':
      return 'oblique'
    case 'appos':
      return 'appositive'
    case 'nmod':
      return 'modifier'
    case 'root':
      return 'predicate'
    default:
      return 'other'
  }
}

function roleByPosition(reading: Reading, mention: DraftMention): GrammaticalRole {
  const { tokens } = reading
  const next = tokens[mention.endToken]
  if (mention.pronoun?.possessive === true || (next?.pos === 'PART' && next.norm.startsWith("'"))) return 'possessive'
  if (mention.pronoun?.subject === true && mention.pronoun.gender !== 'neutral') return 'subject'
  for (let i = mention.firstToken - 1; i >= 0 && i >= mention.firstToken - 4; i--) {
    const token = tokens[i] as Token
    if (token.sentence !== mention.sentence) break
    if (token.pos === 'ADP') return 'oblique'
    if (token.pos === 'VERB' || token.pos === 'AUX') return 'object'
    if (token.pos === 'PUNCT' || token.pos === 'SCONJ') break
  }
  return next?.pos === 'VERB' || next?.pos === 'AUX' || isBeforeFirstVerb(reading, mention) ? 'subject' : 'other'
}

function isBeforeFirstVerb(reading: Reading, mention: DraftMention): boolean {
  const first = reading.sentences[mention.sentence]?.firstToken ?? 0
  for (let i = Math.max(first, mention.firstToken - 30); i < mention.firstToken; i++) {
    const pos = (reading.tokens[i] as Token).pos
    if (pos === 'VERB' || pos === 'AUX') return false
  }
  return true
}

/** Token of the verb (or predicate noun) that governs a token's clause; -1 at the root or without a parse. */
export function clauseHead(tokens: readonly Token[], index: number): number {
  let at = (tokens[index] as Token).head
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    const token = tokens[at] as Token
    if (token.pos === 'VERB' || token.head < 0 || isClausal(token.relation)) return at
    at = token.head
  }
  return at
}

function isClausal(relation: string): boolean {
  return (
    relation === 'ccomp' ||
    relation === 'advcl' ||
    relation === 'xcomp' ||
    relation === 'parataxis' ||
    relation.startsWith('acl') ||
    relation === 'csubj'
  )
}

/** True where `ancestor` governs `index`, directly or through others. At most 20 steps. */
export function isGovernedBy(tokens: readonly Token[], index: number, ancestor: number): boolean {
  let at = (tokens[index] as Token).head
  for (let steps = 0; steps < 20 && at >= 0; steps++) {
    if (at === ancestor) return true
    at = (tokens[at] as Token).head
  }
  return false
}

/** How many clauses a token's own stands inside, at most 4; 0 in a main clause. */
export function clauseDepth(tokens: readonly Token[], index: number): number {
  let depth = 0
  let at = index
  for (let steps = 0; steps < 20 && at >= 0 && depth < 4; steps++) {
    const token = tokens[at] as Token
    if (isClausal(token.relation)) depth++
    at = token.head
  }
  return depth
}

/** Arcs between two tokens of one sentence, at most 20. */
export function pathLength(tokens: readonly Token[], a: number, b: number): number {
  const steps = new Map<number, number>()
  let at = a
  for (let count = 0; count < 20 && at >= 0; count++) {
    steps.set(at, count)
    at = (tokens[at] as Token).head
  }
  at = b
  for (let count = 0; count < 20 && at >= 0; count++) {
    const other = steps.get(at)
    if (other !== undefined) return Math.min(20, other + count)
    at = (tokens[at] as Token).head
  }
  return 20
}
