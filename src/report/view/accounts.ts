import type { Dossier, DossierDocument } from '../../dossier/index.js'

/**
 * A short, unique name for every account: its outlet, else its title, else its id.
 *
 * Two accounts of one outlet are told apart by what they are called in the input.
 */
export function nameAccounts(documents: readonly DossierDocument[]): ReadonlyMap<string, string> {
  const wanted = documents.map((document) => firstFilled(document.outlet, document.title, document.id))
  const seen = new Map<string, number>()
  for (const name of wanted) seen.set(name, (seen.get(name) ?? 0) + 1)
  return new Map(
    documents.map((document, i) => {
      const name = wanted[i]!
      return [document.id, seen.get(name)! > 1 && name !== document.id ? `${name} (${document.id})` : name]
    }),
  )
}

function firstFilled(...values: readonly (string | null)[]): string {
  return values.find((value) => value !== null && value.trim() !== '') ?? 'Unnamed account'
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
