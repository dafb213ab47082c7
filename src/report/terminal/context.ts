import type { Dossier, DossierDocument, DossierSpan } from '../../dossier/index.js'
import { nameAccounts, orderAccounts } from '../view/accounts.js'
import { cutExcerpt } from '../view/excerpt.js'
import { excerptTold, oneASentence, type Told } from '../view/lines.js'
import { safeLink } from '../view/safeText.js'
import { type Line, own, type Run, run, wrap } from './runs.js'

/** What every section of the terminal view is given. */
export interface TerminalContext {
  readonly dossier: Dossier
  readonly documents: ReadonlyMap<string, DossierDocument>
  readonly names: ReadonlyMap<string, string>
  /** In the order they are shown. */
  readonly accounts: readonly DossierDocument[]
  readonly width: number
  /** False without colours: then marked words stand between asterisks. */
  readonly colour: boolean
  /** True where sections were asked for by name and nothing is left out. */
  readonly full: boolean
  /** How many items of a section to show before `… 12 more`. */
  limit(usual: number): number
}

export function createContext(
  dossier: Dossier,
  options: { readonly width: number; readonly colour: boolean; readonly full: boolean },
): TerminalContext {
  const names = nameAccounts(dossier.documents)
  return {
    dossier,
    documents: new Map(dossier.documents.map((document) => [document.id, document])),
    names,
    accounts: orderAccounts(dossier.documents, names),
    width: options.width,
    colour: options.colour,
    full: options.full,
    limit: (usual) => (options.full ? Number.POSITIVE_INFINITY : usual),
  }
}

/** The name of an account, linked to its page where it has one. */
export function nameRun(context: TerminalContext, id: string, style: Run['style'] = 'dim'): Run {
  return run(context.names.get(id) ?? id, style, safeLink(context.documents.get(id)?.url ?? null))
}

/** Several accounts' names with commas; beyond four, how many more. */
export function nameRuns(context: TerminalContext, ids: readonly string[], style: Run['style'] = 'dim'): Run[] {
  const shown = ids.length > 4 ? ids.slice(0, 3) : ids
  const runs = shown.flatMap((id, i): Run[] =>
    i === 0 ? [nameRun(context, id, style)] : [{ text: ', ', style }, nameRun(context, id, style)],
  )
  if (shown.length < ids.length) runs.push({ text: ` and ${ids.length - shown.length} more`, style })
  return runs
}

/** A span in its sentence, the span itself marked. */
export function quoteRuns(context: TerminalContext, span: DossierSpan, limit: number): Run[] {
  const document = context.documents.get(span.document)
  if (document === undefined) return [run(span.exact, 'mark')]
  const excerpt = cutExcerpt(document, span, limit)
  return [
    run(`${excerpt.cutBefore ? '…' : ''}${excerpt.before}`),
    ...markRuns(context, excerpt.exact),
    run(`${excerpt.after}${excerpt.cutAfter ? '…' : ''}`),
  ]
}

/** A line of an account: its words, and the rest of the sentence where they do not stand on their own. */
export function toldRuns(context: TerminalContext, told: Told): Run[] {
  const { before, exact, after, cutBefore, cutAfter } = excerptTold(told, (id) => context.documents.get(id))
  return [
    run(`${cutBefore ? '…' : ''}${before}`, 'dim'),
    run(exact),
    run(`${after}${cutAfter ? '…' : ''}`, 'dim'),
  ].filter(({ text }) => text !== '')
}

/** The items less those whose sentence an earlier one has shown; all of them where the section is shown in full. */
export function distinctTold<T>(
  context: TerminalContext,
  items: readonly T[],
  toldOf: (item: T) => Told | undefined,
): readonly T[] {
  return context.full ? items : oneASentence(items, toldOf, (id) => context.documents.get(id))
}

/** Words set off from those around them: underlined, or between asterisks where there is no colour. */
export function markRuns(context: TerminalContext, text: string): Run[] {
  const words = run(text, 'mark')
  return context.colour ? [words] : [{ ...words, text: `*${words.text.trim()}*` }]
}

/** A paragraph with a hanging indent: the first line starts with `bullet`, the others with as many spaces. */
export function hang(bullet: string, runs: readonly Run[], width: number, maxLines?: number): Line[] {
  return wrap(runs, width - bullet.length, maxLines).map((line, i) => [
    { text: i === 0 ? bullet : ' '.repeat(bullet.length), style: 'dim' },
    ...line,
  ])
}

/** `… 12 more: add --section conflicts to see all`, where something was left out. */
export function moreLine(shown: number, all: number, section: string): Line[] {
  if (shown >= all) return []
  return [[own(`  … ${all - shown} more: add --section ${section} to see all`, 'dim')]]
}
