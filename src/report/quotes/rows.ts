import type { Dossier, DossierAttribution, DossierQuoteGroup } from '../../dossier/index.js'
import { nameAccounts } from '../view/accounts.js'
import { buildLedger } from '../view/ledger.js'

/** One quotation in the ledger, with whose it is and how it differs from the other accounts' wording. */
export interface QuoteRow {
  readonly speaker: string
  /** Entity id; null for a source without a name of its own. */
  readonly entity: string | null
  readonly group: string
  readonly difference: DossierQuoteGroup['difference']
  readonly outlet: string
  /** What all views call its account: the outlet, and more where one outlet has several. */
  readonly account: string
  readonly quote: DossierAttribution
}

/** A speaker's utterances; each holds one row per quotation. */
export interface SpeakerRows {
  readonly speaker: string
  readonly entity: string | null
  readonly utterances: readonly (readonly QuoteRow[])[]
}

/**
 * The ledger as rows: speakers most quoted first, each with his or her utterances, each with the wordings of the accounts.
 *
 * `speaker` keeps those whose name or alias contains it, in any case. Indirect speech is left out: it is nobody's words.
 */
export function listQuotes(dossier: Dossier, speaker?: string): readonly SpeakerRows[] {
  const accounts = nameAccounts(dossier.documents)
  const outlets = new Map(dossier.documents.map(({ id, outlet }) => [id, outlet ?? id]))
  const aliases = new Map(dossier.entities.map((entity) => [entity.id, [entity.name, ...entity.aliases]]))
  const wanted = speaker?.trim().toLowerCase() ?? ''
  return buildLedger(dossier).flatMap(({ name, entity, entries }): SpeakerRows[] => {
    const names = [name, ...((entity === null ? undefined : aliases.get(entity)) ?? [])]
    if (wanted !== '' && !names.some((other) => other.toLowerCase().includes(wanted))) return []
    const utterances = entries
      .map(({ group, quotes }) =>
        quotes
          .filter(({ kind }) => kind !== 'indirect')
          .map((quote) => ({
            speaker: name,
            entity,
            group: group.id,
            difference: group.difference,
            outlet: outlets.get(quote.document) ?? quote.document,
            account: accounts.get(quote.document) ?? quote.document,
            quote,
          })),
      )
      .filter((rows) => rows.length > 0)
    return utterances.length === 0 ? [] : [{ speaker: name, entity, utterances }]
  })
}

/** The words of a quotation on one line; `[…]` where the reporter interrupts. Every other word stands in the account. */
export function joinParts(quote: DossierAttribution): string {
  return quote.content.map(({ exact }) => exact).join(' […] ')
}
