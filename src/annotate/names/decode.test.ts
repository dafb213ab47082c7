import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLabels } from './decode.js'
import { canFollow, continues, isOpen, LABEL_COUNT } from './labels.js'

const L = LABEL_COUNT

function decode(unary: readonly number[], n: number, transitions: readonly number[]): number[] {
  const out = new Uint8Array(n)
  decodeLabels(unary, n, transitions, { score: new Float64Array(0), back: new Uint8Array(0) }, out, 0)
  return [...out]
}

const flat = new Array<number>(L * L).fill(0)

function rowsOf(...best: readonly (readonly (readonly [label: number, score: number])[])[]): number[] {
  const unary = new Array<number>(best.length * L).fill(0)
  best.forEach((row, t) => {
    for (const [label, score] of row) unary[t * L + label] = score
  })
  return unary
}

describe('decodeLabels', () => {
  it('takes the best label where nothing stands against it', () => {
    expect(decode(rowsOf([[4, 2]], [[0, 2]]), 2, flat)).toEqual([4, 0])
  })

  it('gives up a high score that no well-formed run can hold', () => {
    // Inside at the start would be best by itself; begin and end together are best as a run.
    expect(
      decode(
        rowsOf(
          [
            [2, 9],
            [1, 3],
          ],
          [[3, 3]],
        ),
        2,
        flat,
      ),
    ).toEqual([1, 3])
  })

  it('lets what stands before and after a run weigh in', () => {
    const transitions = [...flat]
    transitions[0 * L + 4] = -5
    expect(decode(rowsOf([[4, 2]]), 1, transitions)).toEqual([0])
  })

  it('always gives a run in which each label may follow the one before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: L, maxLength: L }), { maxLength: 8 }),
        (rows) => {
          const labels = decode(rows.flat(), rows.length, flat)
          const padded = [0, ...labels, 0]
          for (let t = 0; t + 1 < padded.length; t++) {
            expect(canFollow(padded[t] as number, padded[t + 1] as number)).toBe(true)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('finds no better pair than trying all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 * L, maxLength: 2 * L }), (unary) => {
        const [a, b] = decode(unary, 2, flat) as [number, number]
        let best = -Infinity
        for (let x = 0; x < L; x++) {
          for (let y = 0; y < L; y++) {
            if (continues(x) || isOpen(y) || !canFollow(x, y)) continue
            best = Math.max(best, (unary[x] as number) + (unary[L + y] as number))
          }
        }
        expect((unary[a] as number) + (unary[L + b] as number)).toBe(best)
      }),
      { numRuns: 50 },
    )
  })
})
