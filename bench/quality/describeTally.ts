import type { ConflictTally } from '../../training/conflict/crossValidate.js'

/** One line of a table of conflicts: what was found, called so, and real, in percent with the counts. */
export function describeTally(kind: string, { contradictions: c, tensions: t, shown: s }: ConflictTally): string {
  const percent = (part: number, whole: number): string =>
    `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} (${part}/${whole})`.padStart(16)
  return `${kind.padEnd(14)} contradictions found ${percent(c.found, c.gold)}  called so and right ${percent(c.right, c.predicted)}  tensions found ${percent(t.found, t.gold)}  shown and real ${percent(s.real, s.predicted)}`
}
