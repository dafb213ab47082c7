import type { Token, Tree } from '../../annotate/index.js'
import type { Span } from '../../text/index.js'
import type { PositionVerb } from './positionVerbs.js'

/**
 * The words that tell what a stand is about: the verb's complements, from the first to the last, as they stand in the text.
 *
 * Null where the verb has none of those that make it a stand, or only a pronoun ("wants it"). Marks at the edges are left off
 * unless they are one of a pair. Linear in the complements.
 */
export function findMatter(tokens: readonly Token[], tree: Tree, verb: number, takes: PositionVerb): Span | null {
  if (takes.adjacent && !takes.prepositions.includes(tokens[verb + 1]?.norm ?? '')) return null
  const heads: number[] = []
  let governed = false
  for (let child = tree.child[verb]!; child >= 0; child = tree.next[child]!) {
    if (child < verb) continue
    const part = readPart(tokens, tree, child, takes)
    if (part === 'none') continue
    governed ||= part === 'matter'
    heads.push(child)
  }
  if (!governed) return null
  const own = heads.flatMap((head) => gather(tokens, tree, head))
  let first = Math.min(...own)
  let last = Math.max(...own)
  const preposition = tokens[first]!
  // "called for a ceasefire": the verb stands before it in every line, so the preposition would be said twice.
  if (preposition.pos === 'ADP' && takes.prepositions.includes(preposition.norm)) first++
  ;[first, last] = trim(tokens, first, last)
  if (first > last || isEmpty(tokens, first, last)) return null
  return { start: tokens[first]!.start, end: tokens[last]!.end }
}

type Part = 'matter' | 'beside' | 'none'

/** What a complement does: tells the matter, goes along with it ("urged *Congress* to act"), or neither. */
function readPart(tokens: readonly Token[], tree: Tree, child: number, takes: PositionVerb): Part {
  const base = tree.base[child]!
  if (base === 'ccomp' || base === 'xcomp') return takes.clause ? 'matter' : 'beside'
  if (base === 'advcl') return hasMark(tokens, tree, child, 'to') ? (takes.clause ? 'matter' : 'beside') : 'none'
  if (base === 'obj' || base === 'iobj') return takes.object ? 'matter' : 'beside'
  if (base !== 'obl' && base !== 'nmod') return 'none'
  for (let at = tree.child[child]!; at >= 0; at = tree.next[at]!)
    if (tree.base[at] === 'case' && takes.prepositions.includes(tokens[at]!.norm)) return 'matter'
  return 'none'
}

function hasMark(tokens: readonly Token[], tree: Tree, token: number, norm: string): boolean {
  for (let at = tree.child[token]!; at >= 0; at = tree.next[at]!) {
    if (tree.base[at] === 'mark' && tokens[at]!.norm === norm) return true
  }
  return false
}

// More tokens than this hang together only in a broken parse.
const LARGEST = 80

function gather(tokens: readonly Token[], tree: Tree, head: number): number[] {
  const found: number[] = []
  const stack = [head]
  while (stack.length > 0 && found.length < LARGEST) {
    const token = stack.pop()!
    found.push(token)
    for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!) {
      if (tree.base[child] === 'parataxis' || tokens[child]!.sentence !== tokens[head]!.sentence) continue
      stack.push(child)
    }
  }
  return found
}

const OPENING = '“"‘«„(['
const CLOSING = '”"’»“)]'

/** Leaves off marks and conjunctions at the edges; a closing mark stays where its opening one is inside, and the other way round. */
function trim(tokens: readonly Token[], from: number, to: number): [number, number] {
  let first = from
  let last = to
  const isOpening = (at: number): boolean => OPENING.includes(tokens[at]!.norm)
  const isClosing = (at: number): boolean => CLOSING.includes(tokens[at]!.norm)
  if (last + 1 < tokens.length && isClosing(last + 1) && countQuotes(tokens, first, last) % 2 === 1) last++
  if (first > 0 && isOpening(first - 1) && countQuotes(tokens, first, last) % 2 === 1) first--
  while (first < last && isMark(tokens[first]!) && !(isOpening(first) && countQuotes(tokens, first, last) % 2 === 0))
    first++
  while (last > first && isMark(tokens[last]!) && !(isClosing(last) && countQuotes(tokens, first, last) % 2 === 0))
    last--
  return [first, last]
}

function isMark(token: Token): boolean {
  return token.pos === 'PUNCT' || token.pos === 'CCONJ'
}

function countQuotes(tokens: readonly Token[], first: number, last: number): number {
  let count = 0
  for (let at = first; at <= last; at++) {
    const { norm, pos } = tokens[at]!
    if (pos === 'PUNCT' && (OPENING.includes(norm) || CLOSING.includes(norm))) count++
  }
  return count
}

/** True for pronouns and other words that name no matter of their own. */
function isEmpty(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const { pos } = tokens[at]!
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM') return false
    if (pos === 'VERB' && tokens[at]!.lemma !== 'do' && tokens[at]!.lemma !== 'comment') return false
  }
  return true
}
