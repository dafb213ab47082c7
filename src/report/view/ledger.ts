import type { Dossier, DossierAttribution, DossierQuoteGroup } from '../../dossier/index.js'

/** One utterance as the accounts give it. */
export interface LedgerEntry {
  readonly group: DossierQuoteGroup
  readonly quotes: readonly DossierAttribution[]
}

/** All that one speaker is quoted with. */
export interface LedgerSpeaker {
  readonly key: string
  readonly name: string
  /** Entity id; null for an unnamed source. */
  readonly entity: string | null
  /** Verbatim quotations first, those in several accounts before those in one, whole utterances before a word or three. */
  readonly entries: readonly LedgerEntry[]
}

/**
 * The quotations by speaker: those most quoted first, the unnamed last.
 *
 * A group whose members name different speakers stands with each of them, as readers look for it under either name.
 */
export function buildLedger(dossier: Dossier): readonly LedgerSpeaker[] {
  const byId = new Map(dossier.attributions.map((item) => [item.id, item]))
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]))
  const speakers = new Map<string, { name: string; entity: string | null; entries: LedgerEntry[] }>()
  for (const group of dossier.quoteGroups) {
    const quotes = group.attributions.flatMap((id) => byId.get(id) ?? [])
    if (quotes.length === 0) continue
    for (const [key, speaker] of speakersOf(quotes, names)) {
      const known = speakers.get(key)
      if (known === undefined) speakers.set(key, { ...speaker, entries: [{ group, quotes }] })
      else known.entries.push({ group, quotes })
    }
  }
  return [...speakers]
    .map(([key, speaker]) => ({ key, ...speaker, entries: sortEntries(speaker.entries) }))
    .sort((a, b) => rank(a) - rank(b) || weigh(b) - weigh(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function speakersOf(
  quotes: readonly DossierAttribution[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, { name: string; entity: string | null }> {
  const found = new Map<string, { name: string; entity: string | null }>()
  for (const { speaker } of quotes) {
    if (speaker === null) continue
    const key = speaker.entity ?? `name:${speaker.name.toLowerCase()}`
    const name = (speaker.entity === null ? undefined : names.get(speaker.entity)) ?? speaker.name
    found.set(key, { name, entity: speaker.entity })
  }
  if (found.size === 0) found.set('', { name: 'Speaker not named', entity: null })
  return found
}

function sortEntries(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries
    .map((entry, i) => ({ entry, i, accounts: countAccounts(entry) }))
    .sort(
      (a, b) =>
        verbatim(b.entry) - verbatim(a.entry) ||
        b.accounts - a.accounts ||
        Number(isScrap(a.entry)) - Number(isScrap(b.entry)) ||
        a.i - b.i,
    )
    .map(({ entry }) => entry)
}

const countAccounts = ({ quotes }: LedgerEntry): number => new Set(quotes.map((quote) => quote.document)).size

/** True where no account quotes more than three words: those say little by themselves. */
function isScrap({ quotes }: LedgerEntry): boolean {
  return quotes.every((quote) => quote.content.reduce((sum, span) => sum + span.exact.split(/\s+/).length, 0) <= 3)
}

/** The entries that a short list shows first: without single words that one account sets in quotation marks, unless there is no more. */
export function dropWords(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const kept = entries.filter(
    (entry) =>
      countAccounts(entry) > 1 ||
      entry.quotes.some((quote) => quote.content.some((span) => /\S\s+\S/.test(span.exact))),
  )
  return kept.length === 0 ? entries : kept
}

/** The entries less what an earlier one has shown: the same words of the same account. Entries left without words are gone. */
export function dropRepeats(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    const fresh = entry.quotes.filter((quote) => {
      const key = JSON.stringify([quote.document, ...quote.content.map((span) => fold(span.exact))])
      return seen.has(key) ? false : seen.add(key) !== undefined
    })
    // Where wordings are marked against each other all of them are needed, unless all have been shown.
    const whole = entry.group.difference !== 'none' && entry.group.difference !== 'typography'
    return fresh.length === 0 ? [] : [whole ? entry : { ...entry, quotes: fresh }]
  })
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function verbatim({ quotes }: LedgerEntry): number {
  return quotes.some((quote) => quote.kind !== 'indirect') ? 1 : 0
}

function rank(speaker: { key: string; entity: string | null }): number {
  return speaker.entity !== null ? 0 : speaker.key === '' ? 2 : 1
}

function weigh({ entries }: { entries: readonly LedgerEntry[] }): number {
  return entries.reduce((sum, { quotes }) => sum + quotes.filter((quote) => quote.kind !== 'indirect').length + 0.1, 0)
}
