import { NOBODY, type ParserState } from './parserState.js'

/**
 * What the parser may do next. Number 0 shifts, 1 reduces; the rest are arcs, named `L:relation` (the next word governs
 * the top of the stack) or `R:relation` (the reverse).
 */
export interface TransitionSystem {
  /** Transition names by number; the labels of the parser's model. */
  readonly names: readonly string[]
  /** Relation names by number. */
  readonly relations: readonly string[]
  /** 0 shift, 1 reduce, 2 left, 3 right. */
  readonly kinds: Uint8Array
  /** Relation number of each arc; 255 for shift and reduce. */
  readonly relationOf: Uint8Array
}

export const SHIFT = 0
export const REDUCE = 1
export const LEFT = 2
export const RIGHT = 3

/** Builds the tables for transition names as stored with a model. */
export function createTransitions(names: readonly string[]): TransitionSystem {
  const relations = [...new Set(names.slice(2).map((name) => name.slice(2)))].sort()
  return {
    names,
    relations,
    kinds: Uint8Array.from(names, (name, index) => (index < 2 ? index : name.startsWith('L:') ? LEFT : RIGHT)),
    relationOf: Uint8Array.from(names, (name, index) => (index < 2 ? 255 : relations.indexOf(name.slice(2)))),
  }
}

/** Bits of the kinds allowed in a state (`1 << kind`); 0 once every word is read. */
export function findAllowed(state: ParserState): number {
  if (state.next >= state.length) return 0
  if (state.size === 0) return 1 << SHIFT
  const headed = state.head(state.stack(0)) !== NOBODY
  return (1 << SHIFT) | (1 << RIGHT) | (headed ? 1 << REDUCE : 1 << LEFT)
}

export function applyTransition(state: ParserState, transition: number, system: TransitionSystem): void {
  const kind = system.kinds[transition]!
  if (kind === SHIFT) state.shift(transition)
  else if (kind === REDUCE) state.reduce(transition)
  else if (kind === LEFT) state.leftArc(transition, system.relationOf[transition]!)
  else state.rightArc(transition, system.relationOf[transition]!)
}
