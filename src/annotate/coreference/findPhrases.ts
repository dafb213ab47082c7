import type { Token } from '../layers.js'
import type { Reading } from './draft.js'
import { countryOf } from './places.js'
import { isListedNoun, type NounClass, nounClass, singularOf } from './nouns.js'

export type Determiner = 'definite' | 'indefinite' | 'demonstrative' | 'possessive' | 'quantity' | 'bare'

/** A noun phrase up to its head: no complements. */
export interface Phrase {
  readonly firstToken: number
  readonly endToken: number
  /** The head noun, the last token of the phrase. */
  readonly head: number
  readonly determiner: Determiner
  /** Token of the possessive pronoun or of the possessor's head ("Orr" in "Orr's wife"); -1 where none. */
  readonly possessor: number
  /** Singular of the head, lower case. */
  readonly noun: string
  readonly plural: boolean
  readonly nounClass: NounClass | null
  /** The first word, lower case. */
  readonly opener: string
  /** The words before the head that say which one: nouns, names and adjectives of contrast; lower case. */
  readonly modifiers: readonly string[]
}

/** Words kept in one phrase: longer runs are tables and lists. */
const LONGEST = 16

const DETERMINERS: ReadonlyMap<string, Determiner> = new Map([
  ['the', 'definite'],
  ['this', 'demonstrative'],
  ['that', 'demonstrative'],
  ['these', 'demonstrative'],
  ['those', 'demonstrative'],
  ['both', 'quantity'],
  ['a', 'indefinite'],
  ['an', 'indefinite'],
  ['another', 'indefinite'],
  ['some', 'indefinite'],
  ['any', 'indefinite'],
  ['no', 'indefinite'],
  ['each', 'indefinite'],
  ['every', 'indefinite'],
  ['all', 'quantity'],
  ['many', 'quantity'],
  ['several', 'quantity'],
])

const POSSESSIVE_PRONOUNS: ReadonlySet<string> = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose'])

/**
 * Noun phrases in reading order: determiner, modifiers, head. A possessor is a phrase of its own beside the one it stands in.
 * Reads parts of speech only, so that it works where no parse is; linear.
 */
export function findPhrases(reading: Reading): readonly Phrase[] {
  const phrases: Phrase[] = []
  for (const sentence of reading.sentences) {
    let i = sentence.firstToken
    while (i < sentence.endToken) {
      const end = runEnd(reading.tokens, i, Math.min(sentence.endToken, i + LONGEST))
      if (end === i) i++
      else {
        addPhrases(reading.tokens, i, end, phrases)
        i = end
      }
    }
  }
  return phrases
}

/** End of the run of phrase words that starts at `from`; `from` itself where none does. */
function runEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from
  while (end < limit && belongs(tokens, end, from)) end++
  return end
}

function belongs(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index] as Token
  switch (token.pos) {
    case 'NOUN':
    case 'PROPN':
    case 'ADJ':
    case 'NUM':
      return true
    case 'DET':
      // A second determiner opens another phrase ("all the men" is one).
      return index === from || (tokens[index - 1] as Token).pos === 'DET'
    case 'PRON':
      return POSSESSIVE_PRONOUNS.has(token.norm) && (index === from || (tokens[index - 1] as Token).pos === 'DET')
    case 'PART':
      return index > from && (token.norm === "'s" || token.norm === "'") && isNominal(tokens[index - 1] as Token)
    case 'ADV':
      return index > from && ['DET', 'PRON', 'NUM', 'CCONJ'].includes((tokens[index - 1] as Token).pos)
    case 'VERB':
      // Participles before a noun: "the elected leader".
      return (
        index > from &&
        (token.tag === 'VBN' || token.tag === 'VBG') &&
        (['DET', 'ADJ', 'PRON'].includes((tokens[index - 1] as Token).pos) || isInnerHyphen(tokens, index - 1, from)) &&
        index + 1 < tokens.length &&
        ['NOUN', 'PROPN', 'ADJ'].includes((tokens[index + 1] as Token).pos)
      )
    case 'CCONJ':
      // "the old and tired mayor": and between adjectives of one phrase.
      return (
        index > from &&
        (tokens[index - 1] as Token).pos === 'ADJ' &&
        tokens[from]?.pos === 'DET' &&
        ['ADJ', 'ADV'].includes(tokens[index + 1]?.pos ?? '')
      )
    case 'PUNCT':
      return isInnerHyphen(tokens, index, from)
    default:
      return false
  }
}

function isInnerHyphen(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index] as Token
  if (index === from || (token.norm !== '-' && token.norm !== '.')) return false
  return (
    (tokens[index - 1] as Token).end === token.start && tokens[index + 1]?.start === token.end && token.norm === '-'
  )
}

function addPhrases(tokens: readonly Token[], first: number, end: number, phrases: Phrase[]): void {
  let start = first
  let possessor = -1
  let begin = first
  for (let i = first; i <= end; i++) {
    const token = tokens[i]
    const closes = i === end || (token?.pos === 'PART' && i > first)
    if (!closes) continue
    let head = i - 1
    while (head >= start && !isNominal(tokens[head] as Token) && !isPersonAdjective(tokens, head, begin)) head--
    if (head >= start) phrases.push(createPhrase(tokens, begin, head, possessor))
    if (i < end) {
      possessor = head
      start = i + 1
      begin = first
    }
  }
}

function createPhrase(tokens: readonly Token[], firstToken: number, head: number, possessor: number): Phrase {
  const opener = tokens[firstToken] as Token
  const pronoun = POSSESSIVE_PRONOUNS.has(opener.norm) ? firstToken : -1
  const ownPossessor = possessor >= 0 ? possessor : pronoun
  const { noun, plural } = singularOf(joinedNoun(tokens, firstToken, head))
  const modifiers: string[] = []
  for (let i = firstToken; i < head; i++) {
    const token = tokens[i] as Token
    if (i !== pronoun && tellsWhich(token)) modifiers.push(token.norm)
  }
  return {
    firstToken,
    endToken: head + 1,
    head,
    determiner:
      ownPossessor >= 0 ? 'possessive' : (DETERMINERS.get(opener.norm) ?? (opener.pos === 'NUM' ? 'quantity' : 'bare')),
    possessor: ownPossessor,
    noun,
    plural,
    nounClass: nounClass(noun),
    opener: opener.norm,
    modifiers,
  }
}

/** "front-runner", "co-founder": the noun with what a hyphen joins to it, where the list of nouns has the whole. */
function joinedNoun(tokens: readonly Token[], first: number, head: number): string {
  const { norm } = tokens[head] as Token
  if (head - 2 < first || !isInnerHyphen(tokens, head - 1, first)) return norm
  const joined = `${(tokens[head - 2] as Token).norm}-${norm}`
  return isListedNoun(singularOf(joined).noun) ? joined : norm
}

/** Adjectives that part one holder of a role from another; most only colour. */
const CONTRASTS: ReadonlySet<string> = new Set(
  'other second first third new former late then current acting deputy vice assistant senior junior local federal national military civilian female male older younger elder'.split(
    ' ',
  ),
)

/** Nouns, names, numbers and adjectives of contrast say which one is meant. */
export function tellsWhich(token: Token): boolean {
  if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM') return true
  return token.pos === 'ADJ' && (CONTRASTS.has(token.norm) || countryOf(token.norm) !== null)
}

/** "the chief executive", "a Republican": a noun that taggers take for an adjective. */
function isPersonAdjective(tokens: readonly Token[], index: number, begin: number): boolean {
  const token = tokens[index] as Token
  return token.pos === 'ADJ' && (tokens[begin] as Token).pos === 'DET' && nounClass(token.norm)?.kind === 'person'
}

function isNominal(token: Token): boolean {
  return token.pos === 'NOUN' || token.pos === 'PROPN'
}
