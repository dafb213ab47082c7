import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderMarkdown, renderTerminal, TERMINAL_SECTIONS } from '../../src/report/index.js'
import { findViolations } from '../../src/dossier/checkDossier.js'
import { largeDossier } from './fixture/large.js'
import { ferryDossier } from './fixture/story.js'

const plain = { colour: false, hyperlinks: false }
const show = (options: Partial<Parameters<typeof renderTerminal>[1]> = {}): string =>
  renderTerminal(ferryDossier(), { width: 100, ...plain, ...options })

describe('the fixtures', () => {
  it('keep the contract of a dossier', () => {
    expect(findViolations(ferryDossier())).toEqual([])
    expect(findViolations(largeDossier(12, 80))).toEqual([])
  })
})

describe('renderTerminal', () => {
  it('starts with the conflicts, contradictions first', () => {
    const lines = show().split('\n')
    expect(lines[0]).toBe('The grounding of the ferry Aurora')
    const headings = lines.filter((line) => /^[A-Z][A-Z ,]+$/.test(line))
    expect(headings[0]).toBe('WHERE THE ACCOUNTS DISAGREE')
    expect(lines.findIndex((line) => line.startsWith(' 1  '))).toBeLessThan(8)
  })

  it('sets the sides beside each other in the accounts’ words, what differs between asterisks', () => {
    const text = show({ sections: ['conflicts'] })
    expect(text).toMatch(/A \*denied that he had left the bridge\* +│ B \*was not on the bridge\*/)
    expect(text).toContain('Grey Reef *late on')
  })

  it.each([40, 60, 80, 100, 140])('keeps to %i columns', (width) => {
    expect(
      Math.max(
        ...show({ width })
          .split('\n')
          .map((line) => stringWidth(line)),
      ),
    ).toBeLessThanOrEqual(width)
  })

  it('shows the chosen sections only, and then in full', () => {
    const text = renderTerminal(largeDossier(12, 80), { width: 100, ...plain, sections: ['alone'] })
    expect(text).not.toContain('WHERE THE ACCOUNTS DISAGREE')
    expect(text).not.toContain('more: add --section')
    const all = renderTerminal(largeDossier(12, 80), { width: 100, ...plain })
    expect(all).toContain('more: add --section alone to see all')
  })

  it('names the sections there are when asked for another', () => {
    expect(() => show({ sections: ['quots'] })).toThrow(`choose from ${TERMINAL_SECTIONS.join(', ')}`)
  })

  it('writes no escape sequence without colours', () => {
    expect(show()).not.toContain('\u001b')
    expect(show({ colour: true })).toContain('\u001b[')
  })

  it('says so where there is nothing', () => {
    const empty = { ...ferryDossier(), conflicts: [], quoteGroups: [], timeline: [] }
    const text = renderTerminal(empty, { width: 100, ...plain })
    expect(text).toContain('No account was found to contradict another.')
    expect(text).toContain('No words are quoted.')
  })
})

describe('renderMarkdown', () => {
  it('quotes every side of a conflict with its words in bold', () => {
    const text = renderMarkdown(ferryDossier())
    expect(text).toContain('- **B: late on Tuesday** (Lindow Gazette)\n  > The captain of the ferry Aurora')
    expect(text).toContain('Grey Reef **late on Tuesday**, investigators')
  })

  it('has the conflicts first', () => {
    const headings = renderMarkdown(ferryDossier()).match(/^## .*$/gm)
    expect(headings?.[0]).toBe('## Where the accounts disagree')
  })
})
