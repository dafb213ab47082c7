import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ParserState } from '../../src/annotate/syntax/parserState.js'
import { applyTransition, createTransitions, findAllowed } from '../../src/annotate/syntax/transitions.js'
import { findCosts, findWanted, isRelationRight, toGoldTree } from './dynamicOracle.js'
import { projectivize } from './projectivize.js'

const system = createTransitions(['shift', 'reduce', 'L:dep', 'R:dep', 'L:nsubj', 'R:obj'])

/** Any tree: each word hangs on another one, without circles, one root. */
const trees = fc.integer({ min: 1, max: 9 }).chain((length) =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(length).keys()], { minLength: length }),
      fc.array(fc.nat(), { minLength: length, maxLength: length }),
    )
    .map(([order, picks]) => {
      const heads = new Array<number>(length).fill(-1)
      for (let place = 1; place < length; place += 1) heads[order[place]!] = order[picks[place]! % place]!
      return heads
    }),
)

function crosses(heads: readonly number[]): boolean {
  const arcs = heads.flatMap((head, child) =>
    head < 0 ? [] : [[Math.min(head, child), Math.max(head, child)] as const],
  )
  return arcs.some(([a, b]) => arcs.some(([c, d]) => a < c && c < b && b < d))
}

describe('projectivize', () => {
  it.each([
    ['leaves a projective tree alone', [1, -1, 1], [1, -1, 1]],
    ['lifts an arc that crosses another', [-1, 3, 0, 0], [-1, 0, 0, 0]],
  ])('%s', (_, heads, expected) => {
    expect(projectivize(heads)).toEqual(expected)
  })

  it('leaves no crossing and keeps the root', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        const lifted = projectivize(heads)
        expect(crosses(lifted)).toBe(false)
        expect(lifted.indexOf(-1)).toBe(heads.indexOf(-1))
      }),
    )
  })
})

describe('findWanted', () => {
  it('leads to the gold tree from the start, whichever wanted step is taken', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (tree, picks) => {
        const heads = projectivize(tree)
        const gold = toGoldTree(
          heads,
          heads.map((_, child) => (child % 2 === 0 ? 'nsubj' : 'obj')),
          system,
        )
        const state = new ParserState()
        state.reset(heads.length)
        const costs = new Int32Array(4)
        let turn = 0
        for (let allowed = findAllowed(state); allowed !== 0; allowed = findAllowed(state)) {
          findCosts(state, gold, costs)
          const wanted = findWanted(allowed, costs)
          const good = system.names
            .map((_, transition) => transition)
            .filter((transition) => (wanted & (1 << system.steps[transition]!)) !== 0)
            .filter((transition) => isRelationRight(transition, state, gold, system.steps))
          applyTransition(state, good[picks[turn % picks.length]! % good.length]!, system)
          turn += 1
        }
        expect(heads.map((_, word) => state.head(word))).toEqual(heads)
      }),
    )
  })

  it('counts the arcs a step loses', () => {
    // "fog rose fast": fog and fast hang on rose
    const gold = toGoldTree([1, -1, 1], ['nsubj', 'root', 'dep'], system)
    const state = new ParserState()
    state.reset(3)
    state.shift()
    const costs = new Int32Array(4)
    findCosts(state, gold, costs)
    // shift loses fog's head; left loses nothing; right loses fog's head and the root
    expect([costs[0], costs[2], costs[3]]).toEqual([1, 0, 2])
  })
})
