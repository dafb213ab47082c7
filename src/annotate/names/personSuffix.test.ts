import { describe, expect, it } from 'vitest'
import type { FoundName } from './findNames.js'
import { includeSuffixes } from './personSuffix.js'

function grow(sentence: string, from: number, to: number, label: FoundName['label'] = 'Person', opening = -1): string {
  const words = sentence.split(' ')
  const opens = new Uint8Array(words.length)
  if (opening >= 0) opens[opening] = 1
  const [name] = includeSuffixes([{ from, to, label, probability: 1 }], words, opens)
  return words.slice(name?.from, name?.to).join(' ')
}

describe('includeSuffixes', () => {
  it.each([
    ['takes Jr.', 'Ann Voss Jr. won', 'Ann Voss Jr.'],
    ['takes a comma before it', 'Ann Voss , Sr. won', 'Ann Voss , Sr.'],
    ['takes a Roman number', 'Ann Voss III won', 'Ann Voss III'],
    ['leaves a comma alone', 'Ann Voss , who won', 'Ann Voss'],
    ['leaves other words alone', 'Ann Voss won', 'Ann Voss'],
    ['stops at the end of the text', 'Ann Voss', 'Ann Voss'],
  ])('%s', (_name, sentence, expected) => {
    expect(grow(sentence, 0, 2)).toBe(expected)
  })

  it('leaves names of other kinds alone', () => {
    expect(grow('Super Bowl III began', 0, 2, 'Misc')).toBe('Super Bowl')
  })

  it('does not reach into the next sentence', () => {
    expect(grow('Ann Voss II', 0, 2, 'Person', 2)).toBe('Ann Voss')
  })

  it('does not take what another name holds', () => {
    const names: FoundName[] = [
      { from: 0, to: 1, label: 'Person', probability: 1 },
      { from: 1, to: 2, label: 'Misc', probability: 1 },
    ]
    expect(includeSuffixes(names, ['Ann', 'II'], new Uint8Array(2))).toEqual(names)
  })
})
