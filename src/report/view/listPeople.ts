import type { DossierEntity } from '../../dossier/index.js'

/**
 * The people and bodies worth a line: those with a name, and those of other kinds only where an account says what they are.
 *
 * Who is only described ("its largest employer", "the two men") has no name to be looked up by and is left to the claims and quotes.
 * In the order of `entities`.
 */
export function listPeople(entities: readonly DossierEntity[]): readonly DossierEntity[] {
  return entities.filter(
    ({ type, name, roles }) =>
      isName(name) && (type === 'person' || ((type === 'organization' || type === 'other') && roles.length > 0)),
  )
}

const OPENERS: ReadonlySet<string> = new Set(
  'a an the no his her its their our my your this that these those some van von der den de del la le du da dos di al el bin ibn'.split(
    ' ',
  ),
)

/** True where the first word that is no article or particle and the last one carry a capital: "the Red Cross", not "the presidents of Peru". */
function isName(name: string): boolean {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const first = words.find((word) => !OPENERS.has(word.toLowerCase()))
  return first !== undefined && /\p{Lu}|\p{Lo}/u.test(first) && /\p{Lu}|\p{Lo}|\p{N}/u.test(words.at(-1)!)
}
