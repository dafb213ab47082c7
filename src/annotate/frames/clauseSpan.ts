import type { Span } from '../../text/index.js'
import type { Token } from '../layers.js'
import type { Predicate } from './findPredicates.js'
import { findChild, type Tree } from './tree.js'

/** First and last token of each token's clause: its subtree without embedded finite clauses at the edges. */
export interface ClauseEdges {
  readonly first: Int32Array
  readonly last: Int32Array
}

// Clauses that stand on their own beside or under the one they hang on. Infinitives and participles stay inside it.
const EMBEDDED: ReadonlySet<string> = new Set([
  'ccomp',
  'advcl',
  'parataxis',
  'conj',
  'acl:relcl',
  'csubj',
  'advcl:relcl',
  'list',
])

/**
 * The edges of every token's clause, from the leaves up. Trees may cross; edges are then outermost. Linear but for the
 * depth of the trees.
 */
export function findEdges(tokens: readonly Token[], tree: Tree, predicates: readonly Predicate[]): ClauseEdges {
  const count = tokens.length
  const first = new Int32Array(count)
  for (let index = 0; index < count; index++) first[index] = index
  const last = first.slice()
  const isPredicate = new Uint8Array(count)
  for (const { token, kind } of predicates) if (kind !== 'apposition') isPredicate[token] = 1
  for (const token of orderFromLeaves(tree, count)) {
    const head = tree.head[token]!
    if (head < 0) continue
    if (isPredicate[token] === 1 && isEmbedded(tokens, tree, token)) continue
    if (tree.relation[token] === 'punct') continue
    if (first[token]! < first[head]!) first[head] = first[token]!
    if (last[token]! > last[head]!) last[head] = last[token]!
  }
  return { first, last }
}

const FREE: ReadonlySet<string> = new Set(['what', 'whatever', 'whoever', 'whichever'])

function isEmbedded(tokens: readonly Token[], tree: Tree, token: number): boolean {
  const relation = tree.relation[token]!
  if (!EMBEDDED.has(relation) && !EMBEDDED.has(tree.base[token]!)) return false
  if (relation === 'acl') return false
  // "review what happened": a free relative is the object itself.
  const head = tree.head[token]!
  if (relation === 'acl:relcl' && head >= 0 && FREE.has(tokens[head]!.norm)) return false
  // "arrived, carrying two bags" is told within the same clause; "when he arrived" is another.
  const { tag } = tokens[token]!
  if (tree.base[token] === 'advcl' && (tag === 'VBG' || tag === 'VBN' || tag === 'VB')) {
    return findChild(tree, token, 'nsubj', 'nsubj:pass') >= 0 || findChild(tree, token, 'aux', 'aux:pass') >= 0
  }
  return true
}

/** Every token before its head: by depth, deepest first, counted into place. */
function orderFromLeaves(tree: Tree, count: number): Int32Array {
  const depth = new Int32Array(count).fill(-1)
  let deepest = 0
  for (let token = 0; token < count; token++) {
    let steps = 0
    let at = token
    for (; at >= 0 && depth[at]! < 0; at = tree.head[at]!) steps++
    let level = (at < 0 ? -1 : depth[at]!) + steps
    if (level > deepest) deepest = level
    for (at = token; at >= 0 && depth[at]! < 0; at = tree.head[at]!) depth[at] = level--
  }
  const place = new Int32Array(deepest + 2)
  for (let token = 0; token < count; token++) place[deepest - depth[token]! + 1]!++
  for (let level = 1; level <= deepest; level++) place[level]! += place[level - 1]!
  const order = new Int32Array(count)
  for (let token = 0; token < count; token++) order[place[deepest - depth[token]!]!++] = token
  return order
}

/**
 * The span of one predicate's clause, clean at its edges: no mark of punctuation, no conjunction, no "that" before it, no
 * quotation mark whose partner lies outside.
 */
export function findClauseSpan(tokens: readonly Token[], tree: Tree, edges: ClauseEdges, predicate: number): Span {
  let first = edges.first[predicate]!
  let last = edges.last[predicate]!
  while (first < last && isLeading(tokens, tree, first, predicate)) first++
  while (last > first && tokens[last]!.pos === 'PUNCT' && last !== predicate && !closes(tokens, first, last)) last--
  if (opensMore(tokens, first, last) && last + 1 < tokens.length && CLOSING.has(tokens[last + 1]!.norm)) last++
  return { start: tokens[first]!.start, end: tokens[last]!.end }
}

const CLOSING: ReadonlySet<string> = new Set([')', ']', '"', '”', "'", '’', "''"])

/** True where a bracket or a quotation mark is opened inside and not closed. */
function opensMore(tokens: readonly Token[], first: number, last: number): boolean {
  let brackets = 0
  let quotes = 0
  for (let index = first; index <= last; index++) {
    const { norm, pos } = tokens[index]!
    if (pos !== 'PUNCT') continue
    if (norm === '(' || norm === '[') brackets++
    else if (norm === ')' || norm === ']') brackets--
    else if (
      norm === '"' ||
      norm === '“' ||
      norm === '”' ||
      norm === "'" ||
      norm === '‘' ||
      norm === '’' ||
      norm === '``' ||
      norm === "''"
    )
      quotes++
  }
  return brackets > 0 || quotes % 2 === 1
}

function isLeading(tokens: readonly Token[], tree: Tree, token: number, predicate: number): boolean {
  if (token === predicate) return false
  const { pos, norm } = tokens[token]!
  if (pos === 'PUNCT' || pos === 'CCONJ') return true
  // The rest of "in order (to)", "as well as", "so that".
  if (tree.relation[token] === 'fixed') return ['mark', 'cc'].includes(tree.relation[tree.head[token]!] ?? '')
  // The marker of a clause inside ("by adding …, they …") belongs to that clause and stays.
  if (tree.head[token] !== predicate) return false
  return (pos === 'SCONJ' || tree.relation[token] === 'mark' || tree.relation[token] === 'cc') && norm !== 'to'
}

/** A closing bracket or quotation mark whose opening lies inside stays. */
function closes(tokens: readonly Token[], first: number, last: number): boolean {
  const mark = tokens[last]!.norm
  const opening = mark === ')' ? '(' : mark === ']' ? '[' : mark === '"' || mark === '”' || mark === '’' ? mark : ''
  if (opening === '') return false
  let open = 0
  for (let index = first; index <= last; index++) {
    const { norm } = tokens[index]!
    if (mark === ')' || mark === ']') {
      if (norm === opening) open++
      else if (norm === mark) open--
    } else if (norm === '"' || norm === '“' || norm === '”' || norm === '``' || norm === "''") open++
  }
  return mark === ')' || mark === ']' ? open === 0 : open % 2 === 0 && open > 0
}
