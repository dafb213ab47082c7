import { describe, expect, it } from 'vitest'
import { mixRows } from './mixRows.js'

describe('mixRows', () => {
  it('averages cell by cell, and takes what one training lacks as zero', () => {
    const rows = mixRows([
      [{ hash: 7, cells: [[0, 2]] }],
      [
        {
          hash: 7,
          cells: [
            [0, 1],
            [3, -2],
          ],
        },
        { hash: 9, cells: [[1, 4]] },
      ],
    ])
    expect(rows).toEqual([
      {
        hash: 7,
        cells: [
          [0, 1.5],
          [3, -1],
        ],
      },
      { hash: 9, cells: [[1, 2]] },
    ])
  })

  it('gives nothing for nothing', () => {
    expect(mixRows([])).toEqual([])
  })
})
