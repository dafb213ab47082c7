import { type Document, getLayer, withLayer } from '../../document/index.js'
import type { Span } from '../../text/index.js'
import type { Component } from '../component.js'
import type { Frame, Mention, Sentence, Token } from '../layers.js'
import { findClauseSpan, findEdges } from './clauseSpan.js'
import { findPredicates, type Predicate } from './findPredicates.js'
import { findPhrase } from './phraseSpan.js'
import { readMood } from './readMood.js'
import { type Reference, readParticipants } from './readParticipants.js'
import { createTree, type Tree } from './tree.js'

/**
 * The component that says who did what to whom: one frame for each clause, copula and describing apposition.
 *
 * Reads the dependency parse; sentences without one get a shallow tree from their parts of speech. Frames are sorted by
 * start. No model; linear in the text.
 */
export function createFrames(): Component {
  return {
    name: 'frames',
    requires: ['tokens', 'sentences', 'mentions', 'entities', 'times', 'quantities'],
    provides: ['frames'],
    annotate(document: Document): Document {
      return withLayer(document, 'frames', findFrames(document))
    },
  }
}

function findFrames(document: Document): readonly Frame[] {
  const tokens = getLayer(document, 'tokens')
  const sentences = getLayer(document, 'sentences')
  const times = getLayer(document, 'times')
  const tree = createTree(tokens, sentences)
  const predicates = findPredicates(tokens, tree)
  if (predicates.length === 0) return []
  const edges = findEdges(tokens, tree, predicates)
  const owner = findOwners(tokens, tree, predicates)
  const timeOf = markTokens(tokens, times)
  const refer = createReference(getLayer(document, 'mentions'), times, timeOf)
  const timesOf = groupByOwner(tokens, times, owner, (token) => tree.base[token]! !== 'amod')
  const quantitiesOf = groupByOwner(tokens, getLayer(document, 'quantities'), owner, () => true)
  const drafts = predicates.map((predicate, index): Frame => {
    const { token, kind } = predicate
    const participants = readParticipants(tokens, tree, predicate, refer)
    const span =
      kind === 'apposition' ? findAppositionSpan(tokens, tree, token) : findClauseSpan(tokens, tree, edges, token)
    const mood = kind === 'apposition' ? PLAIN : readMood(tokens, tree, token, isQuestion(tokens, sentences, token))
    return {
      // Field by field: spreading here took a seventh of the time.
      start: span.start,
      end: span.end,
      predicate: token,
      lemma: tokens[token]!.lemma,
      negated: mood.negated,
      modality: mood.modality,
      tense: mood.tense,
      passive: mood.passive,
      participants,
      times: timesOf.get(index) ?? NONE,
      quantities: quantitiesOf.get(index) ?? NONE,
      parent: findParent(tree, owner, predicate),
    }
  })
  return sortFrames(drafts)
}

const NONE: readonly number[] = []

const PLAIN = { negated: false, modality: 'asserted', tense: 'none', passive: false } as const

/** From the noun to the end of what describes it: "Ana Ruiz, the mayor of Lima". */
function findAppositionSpan(tokens: readonly Token[], tree: Tree, token: number): Span {
  const noun = findPhrase(tokens, tree, tree.head[token]!)
  const phrase = findPhrase(tokens, tree, token)
  return { start: Math.min(noun.start, phrase.start), end: Math.max(noun.end, phrase.end) }
}

function isQuestion(tokens: readonly Token[], sentences: readonly Sentence[], token: number): boolean {
  const sentence = sentences[tokens[token]!.sentence]
  if (sentence === undefined) return false
  for (let index = sentence.endToken - 1; index > token && index >= sentence.endToken - 3; index--) {
    if (tokens[index]!.norm === '?') return true
  }
  return false
}

/** Index of the frame each token belongs to: its own where it is a predicate, else that of its head; -1 outside all. */
function findOwners(tokens: readonly Token[], tree: Tree, predicates: readonly Predicate[]): Int32Array {
  const owner = new Int32Array(tokens.length).fill(-2)
  predicates.forEach(({ token, kind }, index) => {
    if (kind !== 'apposition') owner[token] = index
  })
  for (let token = 0; token < tokens.length; token++) {
    let at = token
    while (at >= 0 && owner[at] === -2) at = tree.head[at]!
    const found = at < 0 ? -1 : owner[at]!
    for (at = token; at >= 0 && owner[at] === -2; at = tree.head[at]!) owner[at] = found
  }
  return owner
}

/** The frame that embeds this one; verbs joined by "and" share theirs. */
function findParent(tree: Tree, owner: Int32Array, predicate: Predicate): number {
  let token = predicate.token
  while (tree.base[token]! === 'conj' && tree.head[token]! >= 0) token = tree.head[token]!
  const head = tree.head[token]!
  return head < 0 ? -1 : owner[head]!
}

/** Indexes of the items that start in each frame's own tokens. Items and tokens are sorted, so one pass does. */
function groupByOwner(
  tokens: readonly Token[],
  items: readonly Span[],
  owner: Int32Array,
  // "the former mayor": a time that describes a noun says nothing of when the clause happened.
  counts: (token: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  let token = 0
  items.forEach((item, index) => {
    while (token < tokens.length && tokens[token]!.end <= item.start) token++
    const frame = token < tokens.length && counts(token) ? owner[token]! : -1
    if (frame < 0) return
    const group = groups.get(frame)
    if (group === undefined) groups.set(frame, [index])
    else group.push(index)
  })
  return groups
}

/** For each token the index of the item that covers it; -1 where none does. */
function markTokens(tokens: readonly Token[], items: readonly Span[]): Int32Array {
  const marked = new Int32Array(tokens.length).fill(-1)
  let token = 0
  items.forEach((item, which) => {
    while (token < tokens.length && tokens[token]!.end <= item.start) token++
    for (let index = token; index < tokens.length && tokens[index]!.start < item.end; index++) marked[index] = which
  })
  return marked
}

/** Looks up mentions by head token, names before descriptions before pronouns; the longest first. */
function createReference(mentions: readonly Mention[], times: readonly Span[], timeOf: Int32Array): Reference {
  const byToken = new Map<number, Mention>()
  const rank = { name: 2, nominal: 1, pronoun: 0 }
  for (const mention of mentions) {
    const other = byToken.get(mention.token)
    if (
      other === undefined ||
      rank[mention.form] > rank[other.form] ||
      (rank[mention.form] === rank[other.form] && mention.end - mention.start > other.end - other.start)
    ) {
      byToken.set(mention.token, mention)
    }
  }
  return {
    entity: (token) => byToken.get(token)?.entity ?? -1,
    type: (token) => byToken.get(token)?.type ?? null,
    isTime: (token) => timeOf[token]! >= 0,
    timeAt: (token) => times[timeOf[token]!],
  }
}

/** Sorts by start and renumbers the parents. */
function sortFrames(drafts: readonly Frame[]): readonly Frame[] {
  const order = drafts
    .map((_, index) => index)
    .sort((a, b) => {
      const one = drafts[a]!
      const two = drafts[b]!
      return one.start - two.start || one.end - two.end || one.predicate - two.predicate
    })
  const place = new Int32Array(drafts.length)
  order.forEach((draft, index) => {
    place[draft] = index
  })
  return order.map((index) => {
    const frame = drafts[index]!
    return frame.parent < 0 || place[frame.parent] === frame.parent ? frame : { ...frame, parent: place[frame.parent]! }
  })
}
