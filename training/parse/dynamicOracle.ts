import { NOBODY, type ParserState } from '../../src/annotate/syntax/parserState.js'
import { LEFT, REDUCE, RIGHT, SHIFT } from '../../src/annotate/syntax/transitions.js'
import type { GoldTree } from './oracle.js'

/**
 * How many gold arcs each kind of transition puts out of reach, from any state, right or wrong.
 *
 * Writes into `costs` by kind; kinds that are not allowed get whatever comes out. Linear in the words.
 * Source: Goldberg and Nivre 2012, arc-eager; the root's head counts as a word after the last.
 */
export function findCosts(state: ParserState, gold: GoldTree, costs: Int32Array): void {
  const top = state.stack(0)
  const next = state.next
  let stackChildren = 0
  let headOnStack = 0
  for (let depth = 0; depth < state.size; depth += 1) {
    const word = state.stack(depth)
    if (gold.heads[word] === next && state.head(word) === NOBODY) stackChildren += 1
    if (gold.heads[next] === word) headOnStack = 1
  }
  costs[SHIFT] = stackChildren + headOnStack
  if (top === NOBODY) return
  let topChildren = 0
  for (let word = next; word < state.length; word += 1) if (gold.heads[word] === top) topChildren += 1
  costs[REDUCE] = topChildren
  const topHead = gold.heads[top]!
  costs[LEFT] = topChildren + (topHead > next || topHead < 0 ? 1 : 0)
  const nextHead = gold.heads[next]!
  const elsewhere = nextHead !== top && (headOnStack === 1 || nextHead > next || nextHead < 0) ? 1 : 0
  costs[RIGHT] = stackChildren + elsewhere
}
