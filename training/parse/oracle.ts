import { NOBODY, type ParserState } from '../../src/annotate/syntax/parserState.js'
import { REDUCE, SHIFT, type TransitionSystem } from '../../src/annotate/syntax/transitions.js'

/** A projective tree as numbers: heads (-1 the root) and the numbers of the transitions that draw each arc. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly leftArcs: Uint8Array
  readonly rightArcs: Uint8Array
}

/** Gold tree of heads and relation names; transitions that the system lacks (rare relations) become `dep`. */
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

/** The transition that leads from a state on the gold path to the gold tree; reduces as early as possible. */
export function findGoldTransition(state: ParserState, gold: GoldTree): number {
  const top = state.stack(0)
  const next = state.next
  if (top === NOBODY) return SHIFT
  if (gold.heads[top] === next) return gold.leftArcs[top]!
  if (gold.heads[next] === top) return gold.rightArcs[next]!
  if (state.head(top) !== NOBODY && !isNeeded(state, gold, top)) return REDUCE
  return SHIFT
}

/** True when the top still waits for a child among the words to come. */
function isNeeded(state: ParserState, gold: GoldTree, top: number): boolean {
  for (let word = state.next; word < state.length; word += 1) if (gold.heads[word] === top) return true
  return false
}
