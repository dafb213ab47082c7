import type { Frame, Token } from '../layers.js'
import { DENIERS, GOVERNORS, IF, INFINITIVE_ONLY, MAYBE, MODALS, NONE, NOT, REPORTERS } from './lexicon.js'
import { findChild, type Tree } from './tree.js'

/** How a predicate is told: whether at all, how surely and when. */
export type Mood = Pick<Frame, 'negated' | 'modality' | 'tense' | 'passive'>

/** Reads negation, modality, tense and voice of the clause of one predicate from its own words and what governs it. */
export function readMood(tokens: readonly Token[], tree: Tree, predicate: number, question: boolean): Mood {
  return {
    negated: isNegated(tokens, tree, predicate),
    modality: readModality(tokens, tree, predicate, question),
    tense: readTense(tokens, tree, predicate),
    passive: isPassive(tokens, tree, predicate),
  }
}

/** True with a passive auxiliary or subject, or for a participle behind its noun ("the man killed in the blast"). */
export function isPassive(tokens: readonly Token[], tree: Tree, predicate: number): boolean {
  if (findChild(tree, predicate, 'aux:pass', 'nsubj:pass', 'csubj:pass') >= 0) return true
  const { tag, lemma } = tokens[predicate]!
  // "six were killed and 79 injured", "two killed in crash": nobody injures without a victim named.
  const bare = findChild(tree, predicate, 'aux', 'obj', 'cop') < 0 && !isVictimNext(tokens, predicate + 1)
  if (bare && HARM.has(lemma) && (tag === 'VBN' || tag === 'VBD') && findChild(tree, predicate, 'nsubj') >= 0)
    return true
  if (tag !== 'VBN') return false
  // "the man killed in the blast", "chased by dogs, she …", "got arrested"
  if (BARE.has(tree.relation[predicate]!) && findChild(tree, predicate, 'aux', 'nsubj') < 0) return true
  // "was arrested and charged": the second participle shares the auxiliary.
  if (tree.relation[predicate] !== 'conj' || findChild(tree, predicate, 'aux', 'nsubj') >= 0) return false
  const head = tree.head[predicate]!
  // "were worn, damaged or lost": a first participle taken for an adjective has a copula instead.
  return head >= 0 && findChild(tree, head, 'aux:pass', 'cop') >= 0
}

/** "killed seven", "killed at least seven": an object, whatever the parse calls it. */
function isVictimNext(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined) return false
  const { pos, norm } = next
  if (pos === 'NUM' || pos === 'DET' || pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'ADJ')
    return true
  return norm === 'at' && tokens[at + 1]?.norm === 'least'
}

const HARM: ReadonlySet<string> = new Set(
  'kill injure wound arrest detain hospitalize displace strand trap hurt murder'.split(' '),
)

const BARE: ReadonlySet<string> = new Set(['acl', 'advcl', 'xcomp'])

function isNegated(tokens: readonly Token[], tree: Tree, predicate: number): boolean {
  let negated = false
  for (let child = tree.child[predicate]!; child >= 0; child = tree.next[child]!) {
    const base = tree.base[child]!
    const { norm } = tokens[child]!
    if ((base === 'advmod' || base === 'neg' || base === 'cc') && NOT.has(norm)) negated = !negated
    else if (base === 'advmod' && norm === 'longer' && findNo(tokens, tree, child)) negated = true
    else if ((base === 'mark' || base === 'case') && norm === 'without') negated = true
    else if ((base === 'nsubj' || base === 'obj') && (NONE.has(norm) || findNo(tokens, tree, child))) negated = true
    else if (base === 'det' && norm === 'no') negated = true
  }
  const governor = tree.head[predicate]!
  const base = tree.base[predicate]!
  if (governor >= 0 && (base === 'xcomp' || base === 'ccomp') && DENIERS.has(tokens[governor]!.lemma))
    negated = !negated
  return negated
}

function findNo(tokens: readonly Token[], tree: Tree, token: number): boolean {
  for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!) {
    const relation = tree.base[child]!
    if ((relation === 'det' || relation === 'advmod') && tokens[child]!.norm === 'no') return true
  }
  return false
}

const FINITE_BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'am', "'s", "'re", "'m"])

function readModality(tokens: readonly Token[], tree: Tree, predicate: number, question: boolean): Frame['modality'] {
  const base = tree.base[predicate]!
  const governor = tree.head[predicate]!
  let modality: Frame['modality'] = 'asserted'
  let perfect = false
  let subject = false
  let being = false
  let infinitive = false
  for (let child = tree.child[predicate]!; child >= 0; child = tree.next[child]!) {
    const { norm, lemma, tag } = tokens[child]!
    const kind = tree.base[child]!
    if (kind === 'mark' && norm === 'to') infinitive = true
    if (kind === 'aux' || kind === 'cop') {
      if (FINITE_BE.has(norm)) being = true
      const modal = tag === 'VBD' && norm === "'d" ? undefined : MODALS.get(norm)
      if (modal !== undefined) modality = modal
      else if (lemma === 'have' || norm === 'have') perfect = true
    } else if (kind === 'mark' && IF.has(norm)) return norm === 'whether' ? 'possible' : 'conditional'
    else if (kind === 'advmod' && MAYBE.has(norm) && modality === 'asserted') modality = 'possible'
    else if (kind === 'nsubj' || kind === 'csubj' || kind === 'expl') subject = true
  }
  // "is to be buried on Sunday", "they were to meet": arranged.
  if (being && infinitive && modality === 'asserted') return 'future'
  // "would have won", "should have known": said of what was not so.
  if (perfect && (modality === 'conditional' || modality === 'required')) return 'counterfactual'
  if (modality === 'conditional' && governor >= 0 && base === 'ccomp' && REPORTERS.has(tokens[governor]!.lemma))
    return 'future'
  if (modality !== 'asserted') return modality
  if (base === 'xcomp' || base === 'ccomp') {
    const governed = readGovernor(tokens, tree, predicate, governor, base)
    if (governed !== null) return governed
  }
  if (base === 'conj' && governor >= 0 && !subject && !hasOwnTense(tokens, tree, predicate)) {
    return readModality(tokens, tree, governor, question)
  }
  if (question && (base === 'root' || base === 'ccomp')) return 'question'
  if (
    base === 'root' &&
    !subject &&
    tokens[predicate]!.tag === 'VB' &&
    findChild(tree, predicate, 'mark', 'aux', 'cop') < 0
  )
    return 'imperative'
  return 'asserted'
}

function readGovernor(
  tokens: readonly Token[],
  tree: Tree,
  predicate: number,
  governor: number,
  base: string,
): Frame['modality'] | null {
  if (governor < 0) return null
  const { lemma } = tokens[governor]!
  const modality = GOVERNORS.get(lemma)
  if (modality === undefined) return null
  const infinitive = tokens[predicate]!.tag === 'VB' || findChild(tree, predicate, 'mark') >= 0
  if (base === 'ccomp' && INFINITIVE_ONLY.has(lemma)) return null
  return infinitive || base === 'ccomp' ? modality : null
}

function hasOwnTense(tokens: readonly Token[], tree: Tree, predicate: number): boolean {
  const { tag } = tokens[predicate]!
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP') return true
  return findChild(tree, predicate, 'aux', 'cop', 'aux:pass') >= 0
}

function readTense(tokens: readonly Token[], tree: Tree, predicate: number): Frame['tense'] {
  let tense: Frame['tense'] = 'none'
  for (let child = tree.child[predicate]!; child >= 0; child = tree.next[child]!) {
    const kind = tree.base[child]!
    if (kind !== 'aux' && kind !== 'cop') continue
    const { norm, tag } = tokens[child]!
    if (norm === 'will' || norm === "'ll" || norm === 'wo' || norm === 'shall') return 'future'
    if (tag === 'VBD' || norm === 'was' || norm === 'were' || norm === 'had' || norm === 'did') return 'past'
    if (norm === 'has' || norm === 'have' || norm === "'ve") {
      // "has left" looks back, "may have left" too.
      tense = 'past'
    } else if (tense === 'none' && (tag === 'VBZ' || tag === 'VBP' || tag === 'MD' || tag === '')) tense = 'present'
  }
  if (tense !== 'none') return tense
  const { tag } = tokens[predicate]!
  if (tag === 'VBD') return 'past'
  if (tag === 'VBZ' || tag === 'VBP') return 'present'
  const relation = tree.relation[predicate]!
  if (tag === 'VBN' && relation === 'acl') return 'past'
  const governor = tree.head[predicate]!
  if (relation === 'conj' && governor >= 0 && tokens[governor]!.pos !== 'NOUN') return readTense(tokens, tree, governor)
  return 'none'
}
