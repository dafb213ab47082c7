import type { Span } from '../../text/index.js'
import type { Token } from '../layers.js'
import { findChild, type Tree } from './tree.js'

// What hangs on a noun but is a phrase or clause of its own.
const APART: ReadonlySet<string> = new Set([
  'acl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'case',
  'mark',
  'cop',
  'dep',
  'nsubj',
  'csubj',
  'ccomp',
  'expl',
  'obl',
  'discourse',
  'vocative',
  'aux',
  'advcl',
])

// A subtree of a thousand tokens is a broken tree; the phrase is then its head alone.
const LARGEST = 200

/** The noun phrase of a head token, from its first modifier to its last, relative clauses and appositions left off. */
export function findPhrase(tokens: readonly Token[], tree: Tree, head: number): Span {
  let first = head
  let last = head
  const stack = [head]
  let seen = 0
  const nominal = findChild(tree, head, 'cop') >= 0
  while (stack.length > 0 && seen++ < LARGEST) {
    const token = stack.pop()!
    if (token < first) first = token
    if (token > last) last = token
    for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!) {
      const base = tree.base[child]!
      // Inside a modifier prepositions and list marks belong to the phrase ("president of Peru").
      const apart = token === head ? APART.has(base) || (nominal && isAside(tokens, base, child)) : CLAUSAL.has(base)
      if (!apart) stack.push(child)
    }
  }
  // A preposition of its own before the head stays out, and so does anything before it.
  for (let child = tree.child[head]!; child >= 0; child = tree.next[child]!) {
    if (tree.base[child]! === 'case' && child < head && child >= first) first = child + 1
  }
  // The noun or adjective of a copula heads its whole clause: its own phrase starts behind "is".
  for (let child = tree.child[head]!; child >= 0; child = tree.next[child]!) {
    const relation = tree.base[child]!
    if (relation !== 'cop' && relation !== 'nsubj' && relation !== 'aux' && relation !== 'expl') continue
    if (child < head && child >= first) first = Math.max(first, child + 1)
    if (child > head && child <= last) last = Math.min(last, child - 1)
  }
  while (first < last && tokens[first]!.pos === 'PUNCT') first++
  while (last > first && tokens[last]!.pos === 'PUNCT') last--
  return { start: tokens[first]!.start, end: tokens[last]!.end }
}

const CLAUSAL: ReadonlySet<string> = new Set(['acl', 'appos', 'parataxis', 'advcl'])

const ASIDES: ReadonlySet<string> = new Set(
  "not n't never also just only still now already even really actually again therefore however".split(' '),
)

/** "is also a device", "was never fond of it": adverbs that belong to the copula and not to what is said of the subject. */
function isAside(tokens: readonly Token[], base: string, child: number): boolean {
  return base === 'advmod' && ASIDES.has(tokens[child]!.norm)
}
