import type { DossierAttribution } from '../../dossier/index.js'
import { buildLedger, dropRepeats, dropWords, type LedgerEntry } from '../view/ledger.js'
import { markVariants, splitContent } from '../view/variants.js'
import { DIFFERENCES } from '../view/words.js'
import { hang, markRuns, moreLine, nameRuns, type TerminalContext } from './context.js'
import { type Line, own, type Run, run } from './runs.js'

/** The quotations by speaker, the words that differ marked. */
export function quoteSection(context: TerminalContext): Line[] {
  const speakers = buildLedger(context.dossier)
    .map((speaker) => ({
      ...speaker,
      entries: dropRepeats(speaker.entries.filter(({ quotes }) => quotes.some(({ kind }) => kind !== 'indirect'))),
    }))
    .filter((speaker) => speaker.entries.length > 0)
  if (speakers.length === 0) return [[own('  No words are quoted.')]]
  const shown = speakers.slice(0, context.limit(8))
  return [
    ...shown.flatMap((speaker) => {
      const entries = (context.full ? speaker.entries : dropWords(speaker.entries)).slice(0, context.limit(4))
      return [
        [own('  '), run(speaker.name, 'strong')] as Line,
        ...entries.flatMap((entry) => showEntry(context, entry)),
        ...moreLine(entries.length, speaker.entries.length, 'quotes').map((line): Line => [own('  '), ...line]),
      ]
    }),
    ...moreLine(shown.length, speakers.length, 'quotes'),
  ]
}

function showEntry(context: TerminalContext, { group, quotes }: LedgerEntry): Line[] {
  const differing = group.difference === 'wording' || group.difference === 'attribution'
  const marks = differing ? markVariants(group.variants) : []
  const lines = (runs: readonly Run[], documents: readonly string[]): Line[] =>
    hang('    ', [...runs, own(' — ', 'dim'), ...nameRuns(context, documents)], context.width, context.limit(5))
  if (group.difference === 'none') {
    return lines(sayRuns(context, quotes[0]!, undefined, undefined), [
      ...new Set(quotes.map((quote) => quote.document)),
    ])
  }
  const head: Line[] =
    quotes.length > 1 ? [[own(`    ${DIFFERENCES[group.difference]}:`, differing ? 'caution' : 'dim')]] : []
  return [
    ...head,
    ...quotes.flatMap((quote, i) => {
      const speaker = group.difference === 'attribution' ? [run(` (${quote.speaker?.name ?? 'nobody named'})`)] : []
      return lines([...sayRuns(context, quote, group.variants[i], marks[i]), ...speaker], [quote.document])
    }),
  ]
}

/** The words said, those that differ marked, `‸` where other accounts have more. */
function sayRuns(
  context: TerminalContext,
  quote: DossierAttribution,
  row: LedgerEntry['group']['variants'][number] | undefined,
  marks: readonly boolean[] | undefined,
): Run[] {
  const words = quote.content.flatMap((span, i): Run[] => [
    ...(i === 0 ? [] : [own(' … ')]),
    ...splitContent(span, marks === undefined ? undefined : row, marks).flatMap((part): Run[] => [
      ...(part.gapBefore ? [own('‸', 'caution')] : []),
      ...(part.marked ? markRuns(context, part.text) : [run(part.text)]),
    ]),
  ])
  return quote.kind === 'indirect' ? words : [own('“'), ...words, own('”')]
}
