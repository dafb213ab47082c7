import { describe, expect, it } from 'vitest'
import { chooseExample, focusSide } from './focus.js'

const span = (start: number, exact: string) => ({ document: 'a', start, end: start + exact.length, exact })

describe('focusSide', () => {
  it('narrows a clause to the value in it', () => {
    const side = { value: 'Friday', documents: ['a'], evidence: [span(10, 'It was held on Friday.')] }
    expect(focusSide(side)).toEqual([span(25, 'Friday')])
  })

  it('leaves words alone that do not hold the value, and takes another account as example', () => {
    const side = { value: 'Friday', documents: ['a'], evidence: [span(0, 'the day after'), span(50, 'on Friday')] }
    expect(focusSide(side)[0]).toEqual(span(0, 'the day after'))
    expect(chooseExample(side)).toEqual(span(53, 'Friday'))
  })
})
