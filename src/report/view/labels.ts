import type { Dossier, DossierSpan } from '../../dossier/index.js'
import { groupBy } from './groupBy.js'

type Label = Dossier['framing']['labels'][number]

/** A wording with all accounts that use it. */
export interface JoinedLabel {
  readonly text: string
  readonly voice: Label['voice']
  readonly documents: readonly string[]
  /** Every place of every account. */
  readonly evidence: readonly DossierSpan[]
}

/** The labels of one entity with those of equal voice and of a wording equal but for its article joined, in the order of their first; what an
 * account says in its own voice is not shown again as somebody's words. */
export function joinLabels(labels: readonly Label[]): readonly JoinedLabel[] {
  const keyOf = ({ text }: Label): string => text.toLowerCase().replace(/^(?:the|an?) /, '')
  const own = new Set(labels.filter(({ voice }) => voice === 'reporter').map(keyOf))
  const shown = labels.filter((label) => label.voice === 'reporter' || !own.has(keyOf(label)))
  const groups = groupBy(shown, (label) => `${label.voice} ${keyOf(label)}`)
  return [...groups.values()].map((group) => ({
    text: group[0]!.text,
    voice: group[0]!.voice,
    documents: [...new Set(group.map(({ document }) => document))],
    evidence: group.flatMap(({ evidence }) => evidence),
  }))
}
