import stringWidth from 'string-width'
import { makeSafeLine } from '../view/safeText.js'
import { joinParts, type QuoteRow, type SpeakerRows } from './rows.js'

const DIFFERENCES = {
  none: '',
  typography: 'printed differently',
  cut: 'cut differently',
  wording: 'different words',
  attribution: 'different speakers',
} as const

// 40 columns: narrower, a quotation is one word a line.
const NARROWEST = 40

/** The ledger for a terminal: a heading per speaker, a block per utterance, a line per account. Ends in a line feed. */
export function renderTable(speakers: readonly SpeakerRows[], width: number): string {
  if (speakers.length === 0) return 'No words are quoted.\n'
  const size = Math.max(NARROWEST, width)
  return speakers.map((speaker) => `${renderSpeaker(speaker, size).join('\n')}\n`).join('\n')
}

function renderSpeaker({ speaker, utterances }: SpeakerRows, width: number): readonly string[] {
  const rows = utterances.flat()
  const accounts = new Set(rows.map(({ quote }) => quote.document)).size
  const count = `${rows.length} ${rows.length === 1 ? 'quotation' : 'quotations'}, ${accounts} ${accounts === 1 ? 'account' : 'accounts'}`
  const name = makeSafeLine(speaker)
  const gap = width - stringWidth(name) - count.length
  const heading = gap >= 2 ? `${name}${' '.repeat(gap)}${count}` : `${name}\n${count}`
  return [heading, '─'.repeat(width), ...utterances.flatMap((utterance) => renderUtterance(utterance, width))]
}

function renderUtterance(rows: readonly QuoteRow[], width: number): readonly string[] {
  const difference = rows.length > 1 ? DIFFERENCES[rows[0]!.difference] : ''
  const lines = rows.flatMap((row) => [
    ...wrap(`“${makeSafeLine(joinParts(row.quote))}”`, width - 4, '    ').map((line, i) =>
      i === 0 ? `  ${line.slice(2)}` : line,
    ),
    ...wrap(`— ${describe(row)}`, width - 6, '      '),
  ])
  return difference === '' ? lines : [`  ${difference}:`, ...lines]
}

/** Account, reporting words, whom it was said to, when: whatever the account tells. */
function describe({ account, quote }: QuoteRow): string {
  const parts = [
    makeSafeLine(account),
    quote.cue.length > 0 ? `“${makeSafeLine(quote.cue.map(({ exact }) => exact).join(' '))}”` : 'no cue beside it',
    ...(quote.addressee === null ? [] : [`to ${makeSafeLine(quote.addressee.exact)}`]),
    ...(quote.when === null ? [] : [makeSafeLine(quote.when)]),
  ]
  return parts.join(', ')
}

/** Breaks a line at spaces; words longer than the width stand alone on theirs. */
function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const size = stringWidth(word)
    if (line !== '' && used + 1 + size > width) {
      lines.push(indent + line)
      line = ''
      used = 0
    }
    line = line === '' ? word : `${line} ${word}`
    used += (used === 0 ? 0 : 1) + size
  }
  if (line !== '') lines.push(indent + line)
  return lines
}
