import type { Sentence, Token } from '../layers.js'

const REPORTS: ReadonlySet<string> = new Set(
  'say says said tell told announce announced claim claimed think thought believe believed report reported add added warn warned'.split(
    ' ',
  ),
)

/**
 * Writes a shallow tree for one sentence from its parts of speech: noun phrases, verb groups, subjects before and objects
 * behind, phrases with a preposition to the verb before them. For texts without a parse; a parser does better.
 */
export function guessTree(tokens: readonly Token[], sentence: Sentence, head: Int32Array, relation: string[]): void {
  const { firstToken, endToken } = sentence
  const link = (token: number, to: number, name: string): void => {
    if (token === to) return
    head[token] = to
    relation[token] = name
  }
  const phrases = findPhrases(tokens, firstToken, endToken, link)
  const starts = new Map(phrases.map((phrase) => [phrase.first, phrase]))
  const groups = findGroups(tokens, firstToken, endToken, starts, link)
  const root = groups[0]?.predicate ?? phrases[0]?.head ?? firstToken
  head[root] = -1
  relation[root] = 'root'
  groups.forEach((group, index) => {
    const before = groups[index - 1]
    if (before === undefined) return
    const [to, name] = findClauseLink(tokens, group, before, phrases, link)
    link(group.predicate, to, name)
  })
  linkPhrases(tokens, groups, phrases, root, link)
  for (let index = firstToken; index < endToken; index++) {
    if (index !== root && head[index] === -1) link(index, root, tokens[index]!.pos === 'PUNCT' ? 'punct' : 'dep')
  }
}

type Link = (token: number, to: number, name: string) => void

interface Phrase {
  readonly first: number
  readonly end: number
  readonly head: number
  /** The preposition before it, or -1. */
  readonly marker: number
}

/** Runs of determiners, adjectives and nouns; the last noun is the head. */
function findPhrases(tokens: readonly Token[], first: number, end: number, link: Link): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = first; at < end; ) {
    let stop = at
    let noun = -1
    while (stop < end) {
      const { pos, norm } = tokens[stop]!
      if (pos === 'PRON') {
        if (stop === at) noun = stop++
        break
      }
      if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') noun = stop
      else if (!(pos === 'DET' || pos === 'ADJ' || (norm === "'s" && noun >= 0))) break
      stop++
    }
    if (noun < 0) {
      at = Math.max(stop, at + 1)
      continue
    }
    for (let index = at; index < noun; index++) link(index, noun, MODIFIERS[tokens[index]!.pos] ?? 'dep')
    const marker = at > first && tokens[at - 1]!.pos === 'ADP' ? at - 1 : -1
    if (marker >= 0) link(marker, noun, 'case')
    phrases.push({ first: at, end: noun + 1, head: noun, marker })
    at = noun + 1
  }
  return phrases
}

const MODIFIERS: Readonly<Record<string, string>> = {
  DET: 'det',
  ADJ: 'amod',
  NUM: 'nummod',
  NOUN: 'compound',
  PROPN: 'compound',
}

interface Group {
  readonly first: number
  readonly end: number
  readonly predicate: number
  readonly passive: boolean
  readonly infinitive: boolean
}

/** Auxiliaries and the verb they serve; a copula serves the noun or adjective behind it. */
function findGroups(
  tokens: readonly Token[],
  first: number,
  end: number,
  starts: ReadonlyMap<number, Phrase>,
  link: Link,
): Group[] {
  const groups: Group[] = []
  for (let at = first; at < end; ) {
    const { pos } = tokens[at]!
    if (pos !== 'AUX' && pos !== 'VERB' && !(pos === 'PART' && tokens[at + 1]?.pos === 'VERB')) {
      at++
      continue
    }
    let stop = at
    let verb = -1
    const helpers: number[] = []
    while (stop < end && verb < 0) {
      const token = tokens[stop]!
      if (token.pos === 'VERB') verb = stop
      else if (token.pos === 'AUX' || token.pos === 'PART' || token.pos === 'ADV') helpers.push(stop)
      else break
      stop++
    }
    let predicate = verb
    if (verb < 0) {
      const phrase = starts.get(stop) ?? starts.get(stop + 1)
      predicate = phrase !== undefined ? phrase.head : stop < end && tokens[stop]!.pos === 'ADJ' ? stop : at
    }
    let passive = false
    for (const helper of helpers) {
      const { norm, pos: kind, lemma } = tokens[helper]!
      const be = lemma === 'be' || BE.has(norm)
      passive ||= be && verb >= 0 && tokens[verb]!.tag === 'VBN'
      link(
        helper,
        predicate,
        kind === 'AUX'
          ? verb < 0 && be
            ? 'cop'
            : be && passive
              ? 'aux:pass'
              : 'aux'
          : norm === 'to'
            ? 'mark'
            : 'advmod',
      )
    }
    groups.push({
      first: at,
      end: stop,
      predicate,
      passive,
      infinitive: helpers.some((helper) => tokens[helper]!.norm === 'to'),
    })
    at = Math.max(stop, predicate + 1)
  }
  return groups
}

const BE: ReadonlySet<string> = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'re", 'am', "'m"])
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom'])

/** How a verb group hangs on the one before it, by the word that opens its clause: the head and the relation. */
function findClauseLink(
  tokens: readonly Token[],
  group: Group,
  before: Group,
  phrases: readonly Phrase[],
  link: Link,
): readonly [head: number, relation: string] {
  const { predicate } = group
  if (group.infinitive) return [before.predicate, 'xcomp']
  // Eight tokens reach the opening word over a subject of common length.
  for (let index = group.first - 1; index >= before.end && index >= group.first - 8; index--) {
    const { pos, norm } = tokens[index]!
    if (pos === 'CCONJ') {
      link(index, predicate, 'cc')
      return [before.predicate, 'conj']
    }
    if (RELATIVES.has(norm) && pos !== 'SCONJ' && pos !== 'DET') {
      const antecedent = findPhraseBefore(phrases, index)
      if (antecedent !== undefined && antecedent.head >= before.end) return [antecedent.head, 'acl:relcl']
    }
    if (pos === 'SCONJ') {
      link(index, predicate, 'mark')
      return [before.predicate, norm === 'that' ? 'ccomp' : 'advcl']
    }
  }
  if (tokens[predicate]!.tag === 'VBG') return [before.predicate, 'advcl']
  return [before.predicate, REPORTS.has(tokens[before.predicate]!.norm) ? 'ccomp' : 'parataxis']
}

/** The last phrase that ends at or before a token, by bisection. */
function findPhraseBefore(phrases: readonly Phrase[], token: number): Phrase | undefined {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (phrases[middle]!.end <= token) low = middle + 1
    else high = middle
  }
  return phrases[low - 1]
}

/** Subjects, objects and prepositional phrases. */
function linkPhrases(
  tokens: readonly Token[],
  groups: readonly Group[],
  phrases: readonly Phrase[],
  root: number,
  link: Link,
): void {
  const predicates = new Set(groups.map((group) => group.predicate))
  let next = 0
  for (const [index, phrase] of phrases.entries()) {
    while (next < groups.length && groups[next]!.first <= phrase.first) next++
    if (phrase.head === root || predicates.has(phrase.head)) continue
    const found = findPhraseLink(tokens, phrase, phrases[index - 1], groups[next - 1], groups[next])
    if (found !== null) link(phrase.head, found[0], found[1])
  }
}

function findPhraseLink(
  tokens: readonly Token[],
  phrase: Phrase,
  previous: Phrase | undefined,
  before: Group | undefined,
  after: Group | undefined,
): readonly [head: number, relation: string] | null {
  if (phrase.marker >= 0) {
    if (previous !== undefined && previous.end === phrase.marker && tokens[phrase.marker]!.norm === 'of') {
      return [previous.head, 'nmod']
    }
    const verb = before ?? after
    return verb === undefined ? null : [verb.predicate, 'obl']
  }
  // Directly behind the verb an object; before a verb its subject.
  if (before !== undefined && phrase.first - before.end <= 1 && before.predicate < phrase.first) {
    return [before.predicate, before.passive ? 'obl' : 'obj']
  }
  if (after !== undefined) return [after.predicate, after.passive ? 'nsubj:pass' : 'nsubj']
  return before === undefined ? null : [before.predicate, 'obl']
}
