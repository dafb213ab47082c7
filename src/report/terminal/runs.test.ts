import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createPainter, fitLine, own, run, wrap } from './runs.js'

const plain = createPainter({ colour: false, hyperlinks: false })
const show = (lines: ReturnType<typeof wrap>): string[] => lines.map((line) => plain.paint(line))

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(show(wrap([run('one two three')], 8))).toEqual(['one two', 'three'])
  })

  it('keeps a word together that changes its style', () => {
    expect(show(wrap([run('see '), run('late', 'mark'), run(', he said')], 9))).toEqual(['see late,', 'he said'])
  })

  it('breaks inside words that fit no line, wide letters by their width', () => {
    expect(show(wrap([run('abcdefgh')], 3))).toEqual(['abc', 'def', 'gh'])
    expect(show(wrap([run('漢字漢字')], 5))).toEqual(['漢字', '漢字'])
  })

  it('says when it stops early', () => {
    expect(show(wrap([run('one two three four')], 6, 2))).toEqual(['one', 'two …'])
  })

  it('gives no lines for nothing', () => {
    expect(wrap([run('')], 10)).toEqual([])
  })

  it('keeps to the width and loses no word', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = show(wrap([run(text)], width))
        expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(run(text).text.replaceAll(' ', ''))
      }),
    )
  })
})

describe('fitLine', () => {
  it('leaves alone what fits and indents what it breaks', () => {
    expect(fitLine([own('  ab cd')], 20)).toHaveLength(1)
    expect(show(fitLine([own('  one two three')], 12))).toEqual(['  one two', '    three'])
  })
})

describe('run', () => {
  it('keeps a space at either end, as stretches of a sentence need it', () => {
    expect(run(' a  b\n').text).toBe(' a b ')
  })

  it('cuts words that nobody could read', () => {
    expect(run(`a ${'x'.repeat(500)} b`).text).toBe(`a ${'x'.repeat(160)}… b`)
  })
})

describe('createPainter', () => {
  it('writes plain text without colours', () => {
    expect(plain.paint([run('a', 'alarm'), run('b', 'mark', 'https://example.org/')])).toBe('ab')
  })

  it('writes links only where asked to', () => {
    const line = [run('b', 'plain', 'https://example.org/')]
    expect(createPainter({ colour: false, hyperlinks: true }).paint(line)).toBe(
      '\u001b]8;;https://example.org/\u0007b\u001b]8;;\u0007',
    )
  })

  it('uses no colour that a light background swallows', () => {
    const colours = createPainter({ colour: true, hyperlinks: false })
    const styles = ['strong', 'dim', 'mark', 'alarm', 'caution', 'heading'] as const
    const painted = styles.map((style) => colours.paint([run('x', style)])).join('')
    // White, bright white, yellow and bright yellow, and any background.
    expect(painted).not.toMatch(/\u001b\[(?:37|97|33|93|4\d|10\d)m/)
  })
})
