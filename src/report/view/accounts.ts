import type { Dossier, DossierDocument } from '../../dossier/index.js'
import { formatDay } from './days.js'
import { groupBy } from './groupBy.js'

/**
 * A short, unique name for every account: its outlet, else the opening of its title, else its id.
 *
 * Accounts of one outlet are told apart by the day, then the hour, then the opening words of the title: only by as much as is needed
 * (`Daily Post 16 Apr (Second arrest in…)`). What is still alike gets its id. No commas, as
 * names stand in lists. Linear but for the sharing of names.
 */
export function nameAccounts(documents: readonly DossierDocument[]): ReadonlyMap<string, string> {
  const names = new Map(documents.map((document) => [document.id, baseName(document)]))
  for (const detail of DETAILS) {
    for (const group of groupBy(documents, ({ id }) => names.get(id)!).values()) {
      const details = group.length > 1 ? group.map(detail) : []
      if (new Set(details).size < 2) continue
      group.forEach(({ id }, i) => {
        if (details[i] !== null) names.set(id, `${names.get(id)}${details[i]}`)
      })
    }
  }
  return names
}

/** What is added to a name that several accounts have; null where an account lacks it. */
const DETAILS: readonly ((document: DossierDocument) => string | null)[] = [
  ({ publishedAt }) => (publishedAt === null ? null : ` ${dropYear(formatDay(publishedAt, 'short'))}`),
  ({ publishedAt }) => {
    const clock = publishedAt === null ? undefined : /T(\d\d:\d\d)/.exec(publishedAt)?.[1]
    return clock === undefined ? null : ` ${clock}`
  },
  ({ outlet, title }) => (isFilled(outlet) && isFilled(title) ? ` (${openingOf(title, 24)})` : null),
  ({ id }) => ` (${id})`,
  // Once more: a title may happen to read like another account's name with its id.
  ({ id }) => ` (${id})`,
]

function baseName({ outlet, title, id }: DossierDocument): string {
  if (isFilled(outlet)) return outlet
  if (isFilled(title)) return openingOf(title, 48)
  return isFilled(id) ? id : 'Unnamed account'
}

function isFilled(value: string | null): value is string {
  return value !== null && value.trim() !== ''
}

/** The first words that fit the length, at least one. */
function openingOf(title: string, length: number): string {
  const words = title.trim().split(/\s+/)
  let opening = words[0]!
  for (const word of words.slice(1)) {
    if (opening.length + word.length >= length) return `${opening}…`
    opening += ` ${word}`
  }
  return opening
}

/** `16 Apr 2013` without its year: accounts of one event seldom lie a year apart, and then their headlines tell more. */
function dropYear(day: string): string {
  return day.replace(/ \d{4}$/, '')
}

/** The accounts as a reader looks for them: by the day and hour of publication, the undated last, then by name. */
export function orderAccounts(
  documents: readonly DossierDocument[],
  names: ReadonlyMap<string, string>,
): readonly DossierDocument[] {
  const keys = new Map(
    documents.map(({ id, publishedAt }) => [id, `${publishedAt ?? '~'} ${names.get(id) ?? id}`] as const),
  )
  return [...documents].sort((a, b) => (keys.get(a.id)! < keys.get(b.id)! ? -1 : 1))
}

/** Words of a text, as a reader would count them. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 0x20 || text.charCodeAt(i) === 0xa0
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

/** The whole-account origins that hold more than one account: those that count as one witness. */
export function sharedOrigins(dossier: Dossier): readonly Dossier['origins'][number][] {
  return dossier.origins.filter((origin) => origin.kind !== 'own' && origin.kind !== 'shared-passage')
}

/** How many witnesses the accounts come to once copies and agency texts are counted once. */
export function countWitnesses(dossier: Dossier): number {
  return dossier.origins.filter((origin) => origin.kind !== 'shared-passage').length
}
