import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../src/dossier/index.js'
import { renderQuotes } from '../../src/report/quotes/index.js'
import { poisonDossier } from './fixture/poison.js'
import { ferryDossier } from './fixture/story.js'

const dossier = ferryDossier()
const ledger = (format: 'table' | 'csv' | 'json', of: Dossier = dossier, speaker?: string): string =>
  renderQuotes(of, { format, width: 80, ...(speaker === undefined ? {} : { speaker }) })

/** Every quotation of the dossier that stands in a group, as its account prints it. */
function wordsOf({ attributions, quoteGroups }: Dossier): readonly string[] {
  const grouped = new Set(quoteGroups.flatMap((group) => group.attributions))
  return attributions
    .filter(({ id, kind }) => kind !== 'indirect' && grouped.has(id))
    .map(({ content }) => content.map(({ exact }) => exact).join(' […] '))
}

describe('renderQuotes', () => {
  it('gives every quotation in the table, word for word', () => {
    const text = ledger('table').replace(/\s+/g, ' ')
    const words = wordsOf(dossier)
    expect(words.length).toBeGreaterThan(0)
    for (const quotation of words) expect(text).toContain(quotation.replace(/\s+/g, ' '))
  })

  it('shows between quotation marks nothing that does not stand in an account', () => {
    const accounts = dossier.documents.map(({ text }) => text.replace(/\s+/g, ' '))
    const shown = [
      ...ledger('table')
        .replace(/\s+/g, ' ')
        .matchAll(/“([^“”]+)”/g),
    ].map((match) => match[1]!)
    expect(shown.length).toBeGreaterThan(0)
    for (const part of shown.flatMap((quotation) => quotation.split(' […] '))) {
      expect(
        accounts.some((text) => text.includes(part)),
        part,
      ).toBe(true)
    }
  })

  it('gives a row for each quotation in CSV, with its place', () => {
    const rows = parseCsv(ledger('csv'), { columns: true }) as Record<string, string>[]
    const texts = new Map(dossier.documents.map(({ id, text }) => [id, text]))
    expect(rows.length).toBeGreaterThanOrEqual(wordsOf(dossier).length)
    for (const row of rows) {
      const whole = texts.get(row.document!)!.slice(Number(row.start), Number(row.end))
      const [first] = row.words!.split(' […] ')
      expect(whole.startsWith(first!)).toBe(true)
    }
  })

  it('gives the spans of the dossier in JSON', () => {
    const speakers = JSON.parse(ledger('json')) as { utterances: { quotes: { content: { exact: string }[] }[] }[] }[]
    const shown = speakers.flatMap(({ utterances }) => utterances.flatMap(({ quotes }) => quotes))
    expect(new Set(shown.map(({ content }) => content.map(({ exact }) => exact).join(' […] ')))).toEqual(
      new Set(wordsOf(dossier)),
    )
  })

  it('keeps the speakers asked for, in any case, by name or alias', () => {
    const all = JSON.parse(ledger('json')) as { speaker: string }[]
    const [first] = all
    const some = JSON.parse(ledger('json', dossier, first!.speaker.toUpperCase())) as { speaker: string }[]
    expect(some.map(({ speaker }) => speaker)).toContain(first!.speaker)
    expect(some.length).toBeLessThan(all.length)
    expect(ledger('table', dossier, 'nobody of this name')).toBe('No words are quoted.\n')
  })

  it.each(['\u001b[31m', '"><script>', '=SUM(1)', '\u202e', 'x'.repeat(500)])(
    'shows hostile text as text: %j',
    (payload) => {
      const hostile = poisonDossier(dossier, payload)
      const table = ledger('table', hostile)
      expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(table)).toBe(false)
      const rows = parseCsv(ledger('csv', hostile), { columns: true }) as Record<string, string>[]
      for (const cell of rows.flatMap((row) => Object.values(row))) expect(/^[=+@]/.test(cell)).toBe(false)
      expect(() => JSON.parse(ledger('json', hostile))).not.toThrow()
    },
  )
})
