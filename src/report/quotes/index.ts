/** Renders the quote ledger of a dossier: who said what, in which words, as each account prints them. Table, CSV and JSON. */
import type { Dossier } from '../../dossier/index.js'
import { quoteCell } from '../data/writeCsv.js'
import { renderTable } from './renderTable.js'
import { joinParts, listQuotes, type QuoteRow, type SpeakerRows } from './rows.js'

export interface QuotesOptions {
  readonly format: 'table' | 'csv' | 'json'
  /** Columns of the table. */
  readonly width: number
  /** Keeps speakers whose name contains this, in any case. */
  readonly speaker?: string
}

/** The ledger in one of its forms; ends in a line feed. Pure: the same dossier gives the same text. */
export function renderQuotes(dossier: Dossier, options: QuotesOptions): string {
  const speakers = listQuotes(dossier, options.speaker)
  switch (options.format) {
    case 'table':
      return renderTable(speakers, options.width)
    case 'csv':
      return renderCsvLedger(speakers)
    case 'json':
      return `${JSON.stringify(speakers.map(toJson), null, 2)}\n`
  }
}

const COLUMNS = [
  'speaker',
  'entity',
  'utterance',
  'difference',
  'document',
  'outlet',
  'kind',
  'words',
  'cue',
  'source',
  'addressee',
  'when',
  'start',
  'end',
  'probability',
] as const

function renderCsvLedger(speakers: readonly SpeakerRows[]): string {
  const rows = speakers.flatMap(({ utterances }) => utterances.flat().map(toCells))
  return [COLUMNS, ...rows].map((row) => `${row.map((cell) => quoteCell(cell)).join(',')}\r\n`).join('')
}

function toCells({ speaker, entity, group, difference, outlet, quote }: QuoteRow): readonly (string | number | null)[] {
  const words = (spans: readonly { readonly exact: string }[]): string => spans.map(({ exact }) => exact).join(' ')
  return [
    speaker,
    entity,
    group,
    difference,
    quote.document,
    outlet,
    quote.kind,
    joinParts(quote),
    words(quote.cue),
    words(quote.source),
    quote.addressee?.exact ?? null,
    quote.when,
    quote.content[0]!.start,
    quote.content[quote.content.length - 1]!.end,
    quote.probability,
  ]
}

function toJson({ speaker, entity, utterances }: SpeakerRows): unknown {
  return {
    speaker,
    entity,
    utterances: utterances.map((rows) => ({
      group: rows[0]!.group,
      difference: rows[0]!.difference,
      quotes: rows.map(({ outlet, quote }) => ({ ...quote, outlet })),
    })),
  }
}
