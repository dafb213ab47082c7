import { describe, expect, it } from 'vitest'
import { COLUMN_COUNT, COLUMNS, describeWord, FLAGS, normOf, shapeOf } from './wordColumns.js'

const nothing = { describe: () => {} }

function flagsOf(word: string): number {
  const row = new Int32Array(COLUMN_COUNT)
  describeWord(word, nothing, row, 0)
  return row[COLUMNS.flags] as number
}

describe('normOf', () => {
  it.each([
    ['Paris', 'paris'],
    ['O’Neill', "o'neill"],
    ['2024', '0000'],
    ['“', '"'],
  ])('%s becomes %s', (word, expected) => {
    expect(normOf(word)).toBe(expected)
  })
})

describe('shapeOf', () => {
  it.each([
    ['Paris', 'Lima', true],
    ['Élysée', 'Lima', true],
    ['UN', 'WHO', true],
    ['McAdam', 'Lima', false],
    ['UN', 'Un', false],
    ['1999', '25', true],
    ['x-ray', 'xray', false],
  ])('%s and %s alike: %s', (a, b, expected) => {
    expect(shapeOf(a) === shapeOf(b)).toBe(expected)
  })
})

describe('flags', () => {
  it.each([
    ['Lima', FLAGS.capital | FLAGS.strong],
    ['WHO', FLAGS.capital | FLAGS.allCapitals | FLAGS.strong],
    ['iPad', FLAGS.strong],
    ['walk', FLAGS.lower],
    ['7', FLAGS.digit | FLAGS.strong],
    ['J.', FLAGS.capital | FLAGS.initial | FLAGS.strong],
    ['.', FLAGS.mark | FLAGS.sentenceEnd],
    ['of', FLAGS.lower | FLAGS.linker],
  ])('%s', (word, expected) => {
    expect(flagsOf(word)).toBe(expected)
  })
})
