import type { TransitionSystem } from '../../src/annotate/syntax/transitions.js'
import { LEFT, NOBODY, type ParserState, REDUCE, RIGHT, SHIFT } from '../../src/annotate/syntax/parserState.js'

/** A projective tree as numbers: heads (-1 the root) and the transitions that draw the arc to each word. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly leftArcs: Uint8Array
  readonly rightArcs: Uint8Array
}

/** Gold tree of heads and relation names; relations that the system lacks (too rare) become `dep`. */
export function toGoldTree(heads: readonly number[], relations: readonly string[], system: TransitionSystem): GoldTree {
  const find = (side: string, relation: string): number => {
    const exact = system.names.indexOf(`${side}:${relation}`)
    return exact >= 0 ? exact : system.names.indexOf(`${side}:dep`)
  }
  return {
    heads: Int32Array.from(heads),
    leftArcs: Uint8Array.from(relations, (relation) => find('L', relation)),
    rightArcs: Uint8Array.from(relations, (relation) => find('R', relation)),
  }
}

/**
 * How many gold arcs each step puts out of reach, from any state, right or wrong.
 *
 * Writes into `costs` by step; steps that are not allowed get whatever comes out. Linear in the words.
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

/** Bits of the allowed steps that cost least; never 0 for an `allowed` that is not. */
export function findWanted(allowed: number, costs: Int32Array): number {
  let least = Number.POSITIVE_INFINITY
  let wanted = 0
  for (let step = SHIFT; step <= RIGHT; step += 1) {
    if ((allowed & (1 << step)) === 0 || costs[step]! > least) continue
    wanted = costs[step]! < least ? 1 << step : wanted | (1 << step)
    least = costs[step]!
  }
  return wanted
}

/** An arc of the gold tree must have the gold relation; an arc that is wrong anyhow may have any. */
export function isRelationRight(transition: number, state: ParserState, gold: GoldTree, steps: Uint8Array): boolean {
  const step = steps[transition]!
  const top = state.stack(0)
  if (step === LEFT && gold.heads[top] === state.next) return transition === gold.leftArcs[top]
  if (step === RIGHT && gold.heads[state.next] === top) return transition === gold.rightArcs[state.next]
  return true
}
