import { LEFT, NOBODY, type ParserState, REDUCE, RIGHT, SHIFT } from './parserState.js'

/**
 * What the parser may do. Transition 0 shifts, 1 reduces; the rest are arcs, named `L:relation` (the next word governs the
 * top of the stack) or `R:relation` (the reverse).
 */
export interface TransitionSystem {
  /** Transition names by number; the labels of the parser's model. */
  readonly names: readonly string[]
  /** Relation names by number. */
  readonly relations: readonly string[]
  /** The step of each transition: shift, reduce, left or right. */
  readonly steps: Uint8Array
  /** Relation number of each arc; 255 for shift and reduce. */
  readonly relationOf: Uint8Array
}

/** Builds the tables for transition names as stored with a model. */
export function createTransitions(names: readonly string[]): TransitionSystem {
  const relations = [...new Set(names.slice(2).map((name) => name.slice(2)))].sort()
  return {
    names,
    relations,
    steps: Uint8Array.from(names, (name, index) => (index < 2 ? index : name.startsWith('L:') ? LEFT : RIGHT)),
    relationOf: Uint8Array.from(names, (name, index) => (index < 2 ? 255 : relations.indexOf(name.slice(2)))),
  }
}

/** Bits of the steps allowed in a state (`1 << step`); 0 once every word is read. */
export function findAllowed(state: ParserState): number {
  if (state.next >= state.length) return 0
  if (state.size === 0) return 1 << SHIFT
  const headed = state.head(state.stack(0)) !== NOBODY
  return (1 << SHIFT) | (1 << RIGHT) | (headed ? 1 << REDUCE : 1 << LEFT)
}

export function applyTransition(state: ParserState, transition: number, system: TransitionSystem): void {
  const step = system.steps[transition]!
  if (step === SHIFT) state.shift()
  else if (step === REDUCE) state.reduce()
  else if (step === LEFT) state.leftArc(system.relationOf[transition]!)
  else state.rightArc(system.relationOf[transition]!)
}

/** The best-scoring transition whose step is allowed; the first of equals. */
export function findBestAllowed(scores: Int32Array, allowed: number, steps: Uint8Array): number {
  let best = -1
  let high = 0
  for (let transition = 0; transition < steps.length; transition += 1) {
    if ((allowed & (1 << steps[transition]!)) === 0) continue
    if (best < 0 || scores[transition]! > high) {
      best = transition
      high = scores[transition]!
    }
  }
  return best
}
