import type { Dossier } from '../../dossier/index.js'

/** What went wrong, led by the name of the account it happened in where the message does not name it. */
export function sayDiagnostic(
  { document, message }: Dossier['diagnostics'][number],
  names: ReadonlyMap<string, string>,
): string {
  const name = document === null ? undefined : names.get(document)
  return name === undefined || message.includes(`"${document}"`) ? message : `${name}: ${message}`
}
