import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterRows } from './clusterRows.js'
import type { ClaimNode } from './collectNodes.js'
import type { PairScores } from './contextFeatures.js'
import { extendRows } from './extendRows.js'

/** Nodes by the account each stands in: `'aab'` is two claims of account a and one of b. */
function nodesOf(accounts: string): ClaimNode[] {
  return [...accounts].map((account, index) => [{ document: account.charCodeAt(0) - 97, index }])
}

function pairsOf(...list: readonly (readonly [number, number, number])[]): PairScores {
  return {
    a: Int32Array.from(list, ([a]) => a),
    b: Int32Array.from(list, ([, b]) => b),
    score: Float64Array.from(list, ([, , score]) => score),
  }
}

const options = { least: 0.3, perAccount: 2 }

describe('clusterRows', () => {
  it('joins the likeliest first and leaves a weak third apart', () => {
    expect(clusterRows(nodesOf('abc'), pairsOf([0, 1, 0.9], [1, 2, 0.4], [0, 2, 0.1]), options)).toEqual([[0, 1], [2]])
  })

  it('counts a pair that was not scored as unlike', () => {
    expect(clusterRows(nodesOf('abc'), pairsOf([0, 1, 0.9], [1, 2, 0.5]), options)).toEqual([[0, 1], [2]])
  })

  it('takes a second telling of an account, but no more than asked', () => {
    const pairs = pairsOf([0, 3, 0.9], [1, 3, 0.8], [2, 3, 0.7])
    expect(clusterRows(nodesOf('aaab'), pairs, options)).toEqual([[0, 1, 3], [2]])
  })

  it('keeps claims apart that nothing joins', () => {
    expect(clusterRows(nodesOf('ab'), pairsOf(), options)).toEqual([[0], [1]])
    expect(clusterRows([], pairsOf(), options)).toEqual([])
  })

  it('puts every node in exactly one row, whatever the order of the pairs', () => {
    const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 99 }))
    fc.assert(
      fc.property(fc.stringMatching(/^[a-d]{10}$/), fc.array(pair, { maxLength: 30 }), (accounts, raw) => {
        const unique = new Map(
          raw.filter(([a, b]) => a < b).map(([a, b, score]) => [`${a} ${b}`, [a, b, score / 100] as const]),
        )
        const forward = clusterRows(nodesOf(accounts), pairsOf(...unique.values()), options)
        const backward = clusterRows(nodesOf(accounts), pairsOf(...[...unique.values()].reverse()), options)
        expect(forward).toEqual(backward)
        expect(forward.flat().sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      }),
    )
  })
})

describe('extendRows', () => {
  const second = { least: 0.5, perAccount: 2 }

  it('lets a claim that fits two rows stand in both', () => {
    const pairs = pairsOf([0, 1, 0.9], [0, 2, 0.6], [2, 3, 0.8])
    expect(
      extendRows(
        [
          [0, 1],
          [2, 3],
        ],
        nodesOf('abcb'),
        pairs,
        { ...second, least: 0.4 },
      ),
    ).toEqual([
      [0, 1, 2],
      [2, 3, 0],
    ])
  })

  it('drops a row that another wholly holds afterwards', () => {
    expect(extendRows([[0, 1], [2]], nodesOf('abc'), pairsOf([0, 2, 0.9], [1, 2, 0.9]), second)).toEqual([[0, 1, 2]])
  })

  it('leaves rows alone that nothing else fits', () => {
    expect(extendRows([[0, 1], [2]], nodesOf('abc'), pairsOf([0, 2, 0.2]), second)).toEqual([[0, 1], [2]])
  })
})
