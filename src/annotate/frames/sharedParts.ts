import type { Token } from '../layers.js'
import { findChild, type Tree } from './tree.js'

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose'])

/** For the pronoun of a relative clause: the noun it stands for; -1 for other phrases. */
export function findAntecedent(tokens: readonly Token[], tree: Tree, verb: number, part: number): number {
  const token = tokens[part]!
  if (!RELATIVE.has(token.norm) || token.tag === 'DT') return -1
  const clause = findRelative(tree, verb)
  return clause < 0 ? -1 : tree.head[clause]!
}

/** The verb of the relative clause that holds this verb, itself or one it is joined to; -1 where none does. */
function findRelative(tree: Tree, verb: number): number {
  let at = verb
  for (let turn = 0; turn < 4; turn++) {
    const relation = tree.relation[at]!
    if (relation === 'acl:relcl') return at
    if (relation !== 'conj' && relation !== 'ccomp' && relation !== 'xcomp') return -1
    at = tree.head[at]!
    if (at < 0) return -1
  }
  return -1
}

// Chains of "and" and "to" longer than this come from broken trees.
const DEPTH = 6

// Verbs whose object does what the infinitive says, also where the parse makes it a clause of purpose.
const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  'cause force allow enable require urge ask tell order persuade help invite encourage expect lead permit advise warn instruct compel'.split(
    ' ',
  ),
)

/** "shot and killed a man": the object of a verb joined right behind, where this one has none. */
export function findSharedObject(tree: Tree, token: number): number {
  const joined = findChild(tree, token, 'conj')
  if (joined < 0 || joined - token > 2 || findChild(tree, token, 'ccomp', 'xcomp', 'obl') >= 0) return -1
  return findChild(tree, joined, 'obj')
}

/** The subjects a verb without its own shares: of the verb it is joined to, hangs on, or of that verb's object. */
export function findSubjects(tokens: readonly Token[], tree: Tree, token: number, depth: number): readonly number[] {
  if (depth > DEPTH) return []
  const relation = tree.base[token]!
  const governor = tree.head[token]!
  if (governor < 0 || !(relation === 'conj' || relation === 'xcomp' || relation === 'advcl')) return []
  const finite = tokens[token]!.tag === 'VBZ' || tokens[token]!.tag === 'VBD' || tokens[token]!.tag === 'VBP'
  if (relation === 'advcl' && finite) return []
  if (relation === 'xcomp' || (relation === 'advcl' && OBJECT_CONTROL.has(tokens[governor]!.lemma))) {
    // "urged her to leave": the object leaves. "Promised her to leave" is read so too; it is rare.
    const object = findChild(tree, governor, 'obj', 'iobj')
    if (object >= 0) return [object]
  }
  const own: number[] = []
  for (let child = tree.child[governor]!; child >= 0; child = tree.next[child]!) {
    if (tree.base[child] !== 'nsubj' || tokens[child]!.tag === 'EX') continue
    const antecedent = findAntecedent(tokens, tree, governor, child)
    own.push(antecedent < 0 ? child : antecedent)
  }
  if (own.length > 0) return own
  if (
    tree.relation[governor] === 'acl:relcl' ||
    (tree.relation[governor] === 'acl' && tokens[governor]!.tag !== 'VB')
  ) {
    return tree.head[governor]! >= 0 ? [tree.head[governor]!] : []
  }
  return findSubjects(tokens, tree, governor, depth + 1)
}
