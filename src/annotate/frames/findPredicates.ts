import type { Token } from '../layers.js'
import { findChild, type Tree } from './tree.js'

/** A word that makes a frame: a verb, the noun or adjective of a copula, or an apposition that says what someone is. */
export interface Predicate {
  readonly token: number
  readonly kind: 'verb' | 'nominal' | 'apposition'
}

// Relations under which a verb opens a clause of its own; as a modifier before a noun it is no event told.
const CLAUSES: ReadonlySet<string> = new Set([
  'root',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'conj',
  'parataxis',
  'csubj',
  'list',
  'orphan',
])

/** The predicates of a document in reading order. Linear. */
export function findPredicates(tokens: readonly Token[], tree: Tree): readonly Predicate[] {
  const found: Predicate[] = []
  for (let token = 0; token < tokens.length; token++) {
    const { pos, tag } = tokens[token]!
    const relation = tree.relation[token]!
    if (findChild(tree, token, 'cop') >= 0) {
      found.push({ token, kind: pos === 'VERB' ? 'verb' : 'nominal' })
    } else if (pos === 'VERB' || pos === 'AUX') {
      const base = tree.base[token]!
      if (CLAUSES.has(base) && (pos === 'VERB' || base !== 'conj') && isClausal(tokens, tree, token, base)) {
        found.push({ token, kind: 'verb' })
      }
    } else if (pos === 'ADJ' && relation === 'xcomp') continue
    else if (
      relation === 'appos' &&
      (pos === 'NOUN' || pos === 'PROPN') &&
      tag !== 'CD' &&
      isDescription(tokens, tree, token)
    ) {
      found.push({ token, kind: 'apposition' })
    }
  }
  return found
}

/** A participle joined to a noun's modifier by "and" is one too, and no clause. */
function isClausal(tokens: readonly Token[], tree: Tree, token: number, base: string): boolean {
  if (base !== 'conj') return true
  const head = tree.head[token]!
  if (head < 0) return true
  const first = tokens[head]!
  if (tree.base[head]! === 'amod') return false
  if (first.pos === 'VERB' || first.pos === 'AUX' || findChild(tree, head, 'cop') >= 0) return true
  return findChild(tree, token, 'nsubj', 'nsubj:pass') >= 0 || tokens[token]!.tag === 'VBD'
}

/** An apposition with a common noun says what its head is; two names side by side only name it again. */
function isDescription(tokens: readonly Token[], tree: Tree, token: number): boolean {
  const head = tree.head[token]!
  if (head < 0) return false
  if (tokens[token]!.pos === 'NOUN') return true
  for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!)
    if (tree.relation[child] === 'nmod' || tokens[child]!.pos === 'DET') return true
  return false
}
